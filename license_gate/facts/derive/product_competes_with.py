"""``product.competes_with``: a product competes with nobody with whom no company of the group competes."""

from __future__ import annotations

from license_gate.domain.facts import SetValue, Value
from license_gate.facts.case import Case

FACT = "product.competes_with"
BECAUSE = "group.competes_with"
AFTER: tuple[str, ...] = ("group.competes_with",)


def derive(case: Case) -> Value | None:
    """A product competes with nobody with whom no company of the group competes."""
    group = case.value("group.competes_with")
    if not isinstance(group, SetValue) or not group.complete or case.licensor in group.includes:
        return None
    return SetValue(frozenset(), frozenset({case.licensor}), complete=False) if case.licensor else None
