"""``distribution.forms``: models are handed on as weights unless recorded otherwise."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete

FACT = "distribution.forms"
BECAUSE = "models are handed on as weights"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Models are handed on as weights unless recorded otherwise."""
    return complete("weights") if case.does("embed", "distribute") else None
