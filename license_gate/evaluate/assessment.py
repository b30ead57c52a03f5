"""What the terms of one declared model come to in one product, before any rule looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from license_gate.conditions.judge import Judgment
from license_gate.domain.answers import Openness, Outcome
from license_gate.domain.license import Cell, Clause, Edition, Kind
from license_gate.domain.manifest import Declaration, Product
from license_gate.evaluate.decide import Decision
from license_gate.facts.ledger import Ledger
from license_gate.resolve.lineage import Claim, Lineage


class Ruling(NamedTuple):
    """One clause, judged. `target` names the trained model that it was judged for."""

    edition: Edition
    clause: Clause
    kind: Kind
    cell: Cell
    decision: Decision
    when: Judgment
    met: Judgment | None = None
    target: str = ""
    agreement: str = ""


class Branch(NamedTuple):
    """One way in which a license string may bind.

    `unknown`: names that no edition is known for ('' where no license is named at all).
    `candidates`: editions that one name may mean, with what each comes to, where they differ.
    `unchosen`: the expression whose OR nobody decided.
    """

    editions: tuple[Edition, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    outcome: Outcome = "clear"
    unknown: tuple[str, ...] = ()
    candidates: tuple[tuple[str, Outcome], ...] = ()
    unchosen: str = ""
    same: tuple[str, ...] = ()  # candidates that all come to the same


class Part(NamedTuple):
    """One claim of the lineage and what it comes to."""

    claim: Claim
    branch: Branch


class Assessment(NamedTuple):
    """One declared model in one product."""

    declaration: Declaration
    product: Product
    lineage: Lineage
    parts: tuple[Part, ...]
    outcome: Outcome
    openness: Openness
    acts: tuple[str, ...]
    ledger: Ledger  # what is known of its use, for the conditions of rules

    def rulings(self) -> Iterator[tuple[Part, Ruling]]:
        """Every judged clause with the claim that brought it."""
        for part in self.parts:
            for ruling in part.branch.rulings:
                yield part, ruling
