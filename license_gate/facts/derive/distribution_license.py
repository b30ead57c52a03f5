"""``distribution.license``: the license that the declaration names."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "distribution.license"
BECAUSE = "`license:` of the declaration"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The license that the declaration names."""
    return case.license or None
