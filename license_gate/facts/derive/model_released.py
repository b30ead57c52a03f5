"""``model.released``: the release date of the version that brought the license."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "model.released"
BECAUSE = "the catalog of models"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The release date of the version that brought the license."""
    return case.known.released if case.known and case.known.released else None
