"""``use.by_employee``: who works for a company uses it at work."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "use.by_employee"
BECAUSE = "organization.type is company"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Who works for a company uses it at work."""
    return True if case.value("organization.type") == "company" else None
