"""``calendar.today``: the day of the run."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "calendar.today"
BECAUSE = "the day of the run"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The day of the run."""
    return case.today or None
