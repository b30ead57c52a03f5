"""``distribution.for_pay``: what is handed on commercially is handed on for pay."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "distribution.for_pay"
BECAUSE = "use.commercial, and it is served, embedded or distributed"
AFTER: tuple[str, ...] = ("use.commercial",)


def derive(case: Case) -> Value | None:
    """What is handed on commercially is handed on for pay."""
    handed_on = case.does("serve", "embed", "distribute")
    return True if handed_on and case.value("use.commercial") is True else None
