"""``target.name``: the name of the trained model, after the last slash."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "target.name"
BECAUSE = "`model:` of the target"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The name of the trained model, after the last slash."""
    return (case.target.model.rpartition("/")[2] or None) if case.target else None
