"""``use.offering``: who serves nobody offers nothing."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete

FACT = "use.offering"
BECAUSE = "nothing is served"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Who serves nobody offers nothing."""
    return complete() if case.never_does("serve") else None
