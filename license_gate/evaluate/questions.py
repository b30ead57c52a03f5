"""What to record next: the questions of a run, the most useful first."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.domain.answers import LEVELS
from license_gate.domain.facts import FactType
from license_gate.domain.verdict import Finding, Question
from license_gate.evaluate.review import ACTS, Draft, Review

Key = tuple[str, str]  # fact, period


class Ranked(NamedTuple):
    """The findings, each pointing at the one question that would settle it, and the questions."""

    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]


def rank(drafts: list[Draft], review: Review) -> Ranked:
    """One list per run: what closes the gate first, then what settles most, then by name."""
    asking: dict[Key, list[Draft]] = {}
    for draft in drafts:
        for key in dict.fromkeys((asked.fact, asked.at) for asked in draft.asked):
            asking.setdefault(key, []).append(draft)
    ordered = sorted(asking, key=lambda key: (-_urgency(asking[key]), -len(asking[key]), key))
    index = {key: position for position, key in enumerate(ordered)}
    return Ranked(
        tuple(_pointing(draft, index) for draft in drafts),
        tuple(_question(key, asking[key], review) for key in ordered),
    )


def _urgency(drafts: list[Draft]) -> int:
    return max(LEVELS.index(draft.finding.level) for draft in drafts)


def _pointing(draft: Draft, index: dict[Key, int]) -> Finding:
    keys = {(asked.fact, asked.at) for asked in draft.asked}
    return draft.finding._replace(question=index[keys.pop()] if len(keys) == 1 else None)


def _question(key: Key, drafts: list[Draft], review: Review) -> Question:
    fact, at = key
    known: FactType = review.catalog.words.facts[fact]
    enough = [asked.enough for draft in drafts for asked in draft.asked if (asked.fact, asked.at) == key]
    bound = "[]" if known.asked == "once" else _strongest(enough)
    if fact == ACTS:
        bound = "a list under uses: of the model or product"
    return Question(fact, at, known.ask, known.owner, bound, len(drafts), review.recorded_in(fact))


def _strongest(bounds: list[str]) -> str:
    """The bound that answers all who ask: the shortest list would not do, the smallest number does."""
    distinct = list(dict.fromkeys(bounds))
    return distinct[0] if len(distinct) == 1 else min(distinct, key=_size)


def _size(bound: str) -> float:
    digits = "".join(mark for mark in bound if mark.isdigit() or mark == ".")
    scale = {"k": 1e3, "M": 1e6, "B": 1e9}.get(bound.rstrip('"')[-1:], 1.0)
    return float(digits) * scale if digits.replace(".", "", 1).isdigit() else float("inf")
