"""``lineage.kinds``: the kinds of clauses that the other licenses of the same model bring."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, complete

FACT = "lineage.kinds"
BECAUSE = "the other licenses of its lineage"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """The kinds of clauses that the other licenses of the same model bring."""
    return complete(*case.kinds)
