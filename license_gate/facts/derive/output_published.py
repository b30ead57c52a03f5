"""``output.published``: what is served shows its outputs to others."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "output.published"
BECAUSE = "it is served"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """What is served shows its outputs to others."""
    return True if case.does("serve") else None
