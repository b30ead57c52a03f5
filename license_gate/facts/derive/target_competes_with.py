"""``target.competes_with``: a released language model competes with those who provide language models."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, partly

FACT = "target.competes_with"
BECAUSE = "a released language model competes with the providers of such models"
AFTER: tuple[str, ...] = ("target.released", "target.kind")


def derive(case: Case) -> Value | None:
    """A released language model competes with those who provide language models."""
    text = case.known is not None and ("text" in case.known.modalities or bool(case.known.provider))
    if not (text and case.licensor and case.value("target.released") is True):
        return None
    return partly(case.licensor) if case.value("target.kind") == "language-model" else None
