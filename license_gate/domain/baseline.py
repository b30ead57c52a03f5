"""baseline.yaml: the findings that a repository had when it took the gate on."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.domain.answers import Answer
from license_gate.domain.place import NOWHERE, Place

BASELINE = "baseline"  # what excuses a finding of a baseline goes by this name


class Debt(NamedTuple):
    """One finding of the baseline. Its id decides; the names are there for people who read the file."""

    id: str
    answer: Answer  # what was known then: not knowing excuses no violation that is known later
    rule: str = ""
    product: str = ""
    model: str = ""
    license: str = ""
    clause: str = ""
    place: Place = NOWHERE


class Baseline(NamedTuple):
    """The whole file."""

    file: str
    until: str  # ISO day, included
    reason: str
    approved_by: str = ""
    findings: tuple[Debt, ...] = ()
    place: Place = NOWHERE
    until_place: Place = NOWHERE
