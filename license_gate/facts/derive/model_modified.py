"""``model.modified``: fine-tuning, quantizing, merging and deriving from a base change the model."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import CHANGING, Case

FACT = "model.modified"
BECAUSE = "`uses:` and `base:` of the declaration"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Fine-tuning, quantizing, merging and deriving from a base change the model."""
    if case.does(*CHANGING) or case.declaration.bases:
        return True
    return False if case.never_does(*CHANGING) else None
