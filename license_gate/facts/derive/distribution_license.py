"""``distribution.license``: the license that the declaration names."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import CHANGING, Case

FACT = "distribution.license"
BECAUSE = "`license:` of the declaration"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The license that the declaration names, unless what is handed on is our own change of that model."""
    changed = case.does(*CHANGING) and not case.declaration.bases
    return None if changed else case.license or None
