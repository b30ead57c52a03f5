"""``target.imitates_source``: distillation means imitation; without training there is none."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import TRAINING, Case

FACT = "target.imitates_source"
BECAUSE = "`distill` among the uses"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Distillation means imitation; without training there is none."""
    if case.does("distill"):
        return True
    return False if case.never_does(*TRAINING) else None
