"""``target.families``: the families that the trained model is built from."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete

FACT = "target.families"
BECAUSE = "`base:` of the target"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The families that the trained model is built from."""
    return None if case.target_families is None else complete(*case.target_families)
