"""``model.safeguards_removed``: a step named abliterated or uncensored removed the safeguards."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "model.safeguards_removed"
BECAUSE = "a name in its lineage"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """A step named abliterated or uncensored removed the safeguards."""
    names = " ".join(step.model.lower() for step in case.path)
    removed = any(word in names for word in ("abliterated", "uncensored", "unfiltered", "jailbreak"))
    return True if removed else None
