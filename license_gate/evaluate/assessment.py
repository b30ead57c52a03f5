"""What the terms of one declared model come to in one product, before any rule looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from license_gate.conditions.judge import Judgment
from license_gate.domain.answers import Openness, Outcome, worst
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
    `same`: editions that one name may mean where all come to the same; the first one's terms are listed.
    `unchosen`: the expression whose OR nobody decided.
    """

    editions: tuple[Edition, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    outcome: Outcome = "clear"
    unknown: tuple[str, ...] = ()
    candidates: tuple[tuple[str, Outcome], ...] = ()
    unchosen: str = ""
    same: tuple[str, ...] = ()
    spoken: tuple[Ruling, ...] = ()  # rulings that a finding is due for
    fields: tuple[Ruling, ...] = ()  # rulings that hang on fields of use
    duties: tuple[Ruling, ...] = ()


def branch_of(editions: tuple[Edition, ...], rulings: tuple[Ruling, ...]) -> Branch:
    """A branch with its rulings sorted by what reports need of them."""
    return Branch(
        editions,
        rulings,
        worst([ruling.decision.outcome for ruling in rulings]),
        spoken=tuple(
            ruling
            for ruling in rulings
            if ruling.decision.answer != "satisfied" and not ruling.decision.standing
        ),
        fields=tuple(ruling for ruling in rulings if ruling.decision.fields),
        duties=tuple(ruling for ruling in rulings if ruling.decision.duty),
    )


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
    ledger: Callable[[], Ledger]  # what is known of its use, for the conditions of rules

    def rulings(self) -> Iterator[tuple[Part, Ruling]]:
        """Every judged clause with the claim that brought it."""
        for part in self.parts:
            for ruling in part.branch.rulings:
                yield part, ruling
