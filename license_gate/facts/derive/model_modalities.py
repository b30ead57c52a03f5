"""``model.modalities``: what the catalog says the model takes in and gives out."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete

FACT = "model.modalities"
BECAUSE = "the catalog of models"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """What the catalog says the model takes in and gives out."""
    return complete(*case.known.modalities) if case.known and case.known.modalities else None
