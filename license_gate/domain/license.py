"""Licenses as data: kinds of clauses, clauses, editions."""

from __future__ import annotations

from typing import Literal, NamedTuple

from license_gate.domain.answers import Effect, Level
from license_gate.domain.condition import EVERY, Condition

Cell = Literal["I", "N", "U", "C", "X", "-"]
Travels = bool | Literal["unknown"]
Inherits = Travels | tuple[tuple[str, Travels], ...] | None  # for every step, or by relation
Parameter = str | tuple[str, ...]


class Kind(NamedTuple):
    """One entry of catalog/clauses.yaml."""

    id: str
    code: str  # LG3nn
    title: str  # as findings name it: "user limit"
    theme: str
    effect: Effect
    unknown: Literal["undecided", "duty", "attest", "standing", "none"]
    level: Level
    judged: Literal["facts", "repository", "both", "none"]
    column: str  # of catalog/inheritance.yaml; '' = does not travel unless the clause says so
    means: str
    unmet: Literal["prohibited", "obligations"] = "prohibited"


class Clause(NamedTuple):
    """One structured term. `when` is the case in which it bites; `met` says when a duty is fulfilled."""

    id: str
    kind: str
    section: str
    effect: Effect
    says: str
    when: Condition = EVERY
    met: Condition | None = None
    lifts: tuple[str, ...] = ()
    inherits: Inherits = None
    locator: str = ""
    parameters: tuple[tuple[str, Parameter], ...] = ()

    def parameter(self, name: str) -> Parameter | None:
        """The value of one parameter, or None."""
        return dict(self.parameters).get(name)


def passes(clause: Clause, relation: str, cell: Cell) -> Cell:
    """What becomes of a clause over one step: I judged as is, U unclear, X needed permission, N dropped.

    What a clause says of a relation by name always holds. What it says of derivatives at large beats the
    table's cell, except where that says that nothing passes (outputs are no derivatives, an architecture
    is no copy). C without a word of the clause is unclear, a blank cell passes nothing.
    """
    said = clause.inherits
    if isinstance(said, tuple):
        said = dict(said).get(relation)
    elif cell == "N":
        return "N"
    if said is None:
        return "U" if cell == "C" else "N" if cell == "-" else cell
    if said == "unknown":
        return "U"
    return "I" if said else "N"


class Edition(NamedTuple):
    """One edition of one license: what it is called, where it comes from and what it says."""

    id: str
    name: str  # "Llama 2 Community License"
    category: str
    short: str = ""  # as titles say it: "Llama 2"
    licensor: str = ""  # an id of catalog/licensors.yaml
    date: str = ""
    released: str = ""
    verified: bool = False
    spdx: str = ""
    urls: tuple[str, ...] = ()
    silent_on: tuple[str, ...] = ()
    reviewed_on: str = ""
    osi_approved: bool = False
    fsf_free: bool = False
    source: str = "catalog"  # or the file of an organization's own license
    notes: tuple[str, ...] = ()
    clauses: tuple[Clause, ...] = ()
    missing: str = ""  # why `verified` is false
    names: tuple[str, ...] = ()  # how else it is written: hub tags, aliases, SPDX id, ScanCode key
