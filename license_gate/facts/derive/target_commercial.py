"""``target.commercial``: without training nothing trained is sold; else what a policy assumes of the use holds of the trained model."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import TRAINING, Case

FACT = "target.commercial"
BECAUSE = "use.commercial"
AFTER: tuple[str, ...] = ("use.commercial",)


def derive(case: Case) -> Value | None:
    """Without training nothing trained is sold; else what a policy assumes of the use holds of the trained model."""
    if case.never_does(*TRAINING):
        return False
    return True if case.value("use.commercial") is True else None
