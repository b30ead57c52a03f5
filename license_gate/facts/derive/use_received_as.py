"""``use.received_as``: an API gives a service, everything else bare weights: the strict reading of the evidence."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case

FACT = "use.received_as"
BECAUSE = "the kind of reference"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """An API gives a service, everything else bare weights: the strict reading of the evidence."""
    return "service" if case.provider else "weights"
