"""``use.purposes``: evaluation alone is a purpose of its own; what is served or embedded is a product."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete, partly

FACT = "use.purposes"
BECAUSE = "`uses:` of the declaration or product"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """Evaluation alone is a purpose of its own; what is served or embedded is a product."""
    if case.acts == frozenset({"evaluate"}):
        return complete("evaluation")
    return partly("product") if case.does("serve", "embed") else None
