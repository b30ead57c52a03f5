"""``model.safeguards_removed``: a step named abliterated or uncensored removed the safeguards."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "model.safeguards_removed"
BECAUSE = "a name in its lineage"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """A step named abliterated or uncensored removed the safeguards."""
    return True if case.unsafe else None
