"""``distribution.name``: the name of the declared model, after the last slash."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "distribution.name"
BECAUSE = "the name of the declaration"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The name of the declared model, after the last slash."""
    return case.declaration.model.rpartition("/")[2] or None
