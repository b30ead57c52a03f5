"""``use.production``: what is served or embedded is in production."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "use.production"
BECAUSE = "it is served or embedded"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """What is served or embedded is in production."""
    return True if case.does("serve", "embed") else None
