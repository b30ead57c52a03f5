"""``use.conduct``: a step named abliterated or uncensored removed the safeguards."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, partly

FACT = "use.conduct"
BECAUSE = "a model of its lineage says in its name that safety was removed"
AFTER: tuple[str, ...] = ("model.safeguards_removed",)


def derive(case: Case) -> Value | None:
    """A step named abliterated or uncensored removed the safeguards."""
    return partly("remove-safeguards") if case.value("model.safeguards_removed") is True else None
