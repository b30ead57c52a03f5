"""The closed vocabularies of the domain, in the order that comparison needs."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal


class Truth(IntEnum):
    """A truth value of three-valued logic; ordered, so that `all` is min and `any` is max."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2


Answer = Literal["violated", "unknown", "satisfied"]
Effect = Literal["prohibits", "withholds", "ends", "requires", "permits", "reserves", "defines", "disclaims"]
Outcome = Literal["clear", "obligations", "undecided", "needs-license", "prohibited"]
Level = Literal["note", "warn", "fail"]
Ignorance = Literal["fact", "text", "attestation", "duty", "license", "model", "lineage", "lock", "late"]
Openness = Literal[
    "open_model",
    "open_weights",
    "restricted_weights",
    "contaminated_weights",
    "api_only",
    "unlicensed",
]
Evidence = Literal["text", "statement", "card", "tag", "registry", "assertion"]

OUTCOMES: tuple[Outcome, ...] = ("clear", "obligations", "undecided", "needs-license", "prohibited")
LEVELS: tuple[Level, ...] = ("note", "warn", "fail")
EVIDENCE: tuple[Evidence, ...] = ("text", "statement", "card", "tag", "registry", "assertion")


def worst(outcomes: list[Outcome]) -> Outcome:
    """The worst of some outcomes; `clear` when there is none."""
    return max(outcomes, key=OUTCOMES.index, default="clear")


def lower(first: Level, second: Level) -> Level:
    """The milder of two levels."""
    return min(first, second, key=LEVELS.index)


def higher(first: Level, second: Level) -> Level:
    """The stricter of two levels."""
    return max(first, second, key=LEVELS.index)
