"""``output.commercial``: outputs of a commercial service are used commercially."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "output.commercial"
BECAUSE = "use.commercial, and it is served"
AFTER: tuple[str, ...] = ("use.commercial",)


def derive(case: Case) -> Value | None:
    """Outputs of a commercial service are used commercially."""
    return True if case.does("serve") and case.value("use.commercial") is True else None
