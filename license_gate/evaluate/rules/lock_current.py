"""The lock file still says what is declared. Without a lock file nothing can have drifted."""

from __future__ import annotations

from license_gate.domain.policy import Rule
from license_gate.evaluate.review import Draft, Review


def check(_rule: Rule, _review: Review) -> list[Draft]:
    """Nothing: this version reads no lock file, and the report says so in its notes."""
    return []
