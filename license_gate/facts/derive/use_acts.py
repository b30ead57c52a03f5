"""``use.acts``: a written list of uses is complete."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete

FACT = "use.acts"
BECAUSE = "`uses:` of the declaration or product"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """A written list of uses is complete."""
    return None if case.acts is None else complete(*case.acts)
