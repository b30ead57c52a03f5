"""``target.released``: without training nothing trained is released."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import TRAINING, Case

FACT = "target.released"
BECAUSE = "nothing is trained"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Without training nothing trained is released."""
    return False if case.never_does(*TRAINING) else None
