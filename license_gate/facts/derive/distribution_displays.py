"""``distribution.displays``: display lines that were found in the interface of the product."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, partly

FACT = "distribution.displays"
BECAUSE = "the words stand in the interface"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Display lines that were found in the interface of the product."""
    return partly(*case.tree.shown) if case.tree.shown else None
