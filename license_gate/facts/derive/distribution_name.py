"""``distribution.name``: the name of a model of our own making."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "distribution.name"
BECAUSE = "the name of the declaration"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The name of a model of our own making; what we will call a changed copy of another's nobody knows."""
    return case.name.rpartition("/")[2] or None
