"""``model.families``: the families of the model that brought the license."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete

FACT = "model.families"
BECAUSE = "the catalog of models"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The families of the model that brought the license."""
    return complete(*case.known.families) if case.known and case.known.families else None
