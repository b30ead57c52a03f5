"""Explain a judgment: sentences, with every record that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from license_gate.conditions.judge import Judgment
from license_gate.conditions.phrases import enumerated, sentence
from license_gate.conditions.tell import evidence, tell
from license_gate.domain.answers import Answer, Truth
from license_gate.domain.condition import Group, Leaf, Readings, Unclear
from license_gate.domain.verdict import Explanation

__all__ = ["Voice", "explain", "sentence"]

UNKNOWN, TRUE, FALSE = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE


class Voice(NamedTuple):
    """How outputs speak. `confidential`: only how a value compares with the term, never the value."""

    confidential: bool = False


def explain(judgment: Judgment, voice: Voice, violated: Truth = TRUE) -> Explanation:
    """The tree of reasons, cut down to what decides.

    `violated` is the truth that speaks against the user: TRUE for the case of a clause, FALSE for the
    fulfillment of a duty.
    """
    condition = judgment.condition
    if isinstance(condition, Leaf):
        return Explanation(
            tell(judgment, condition, confidential=voice.confidential),
            _answer(judgment.truth, violated),
            evidence(judgment, condition, confidential=voice.confidential),
        )
    if isinstance(condition, Unclear):
        return _unclear(judgment, condition, voice, violated)
    if isinstance(condition, Readings):
        return _readings(judgment, voice, violated)
    return _group(judgment, condition, voice, violated)


def _answer(truth: Truth, violated: Truth) -> Answer:
    if truth is UNKNOWN:
        return "unknown"
    return "violated" if truth is violated else "satisfied"


def _unclear(judgment: Judgment, unclear: Unclear, voice: Voice, violated: Truth) -> Explanation:
    inner = explain(judgment.parts[0], voice, violated)
    if judgment.truth is FALSE:
        return inner
    return Explanation(f"the text is unclear: {unclear.text}", "unknown", (), (inner,))


def _readings(judgment: Judgment, voice: Voice, violated: Truth) -> Explanation:
    if judgment.ignorance != "text" or judgment.parts[0].truth is not TRUE:
        return explain(judgment.parts[0], voice, violated)
    otherwise = next(part for part in judgment.parts if part.truth is FALSE)
    because = tuple(explain(part, voice, violated) for part in (judgment.parts[0], otherwise))
    return Explanation("the text can be read in two ways, and here they differ", "unknown", (), because)


def _group(judgment: Judgment, group: Group, voice: Voice, violated: Truth) -> Explanation:
    first, second = len(group.all), len(group.all) + len(group.any)
    every, some, none = judgment.parts[:first], judgment.parts[first:second], judgment.parts[second:]
    opposite = FALSE if violated is TRUE else TRUE
    told = (
        *(explain(part, voice, violated) for part in _of_all(every)),
        *(explain(part, voice, violated) for part in _of_any(some)),
        *(explain(part, voice, opposite) for part in _of_any(none)),
    )
    decisive = _decisive(told, _answer(judgment.truth, violated), judgment.truth)
    if len(decisive) == 1:
        return decisive[0]
    return Explanation(
        _headline(judgment.truth, group, decisive), _answer(judgment.truth, violated), (), decisive
    )


def _of_all(parts: tuple[Judgment, ...]) -> tuple[Judgment, ...]:
    """What decides a conjunction: a false part alone, else every part."""
    false = tuple(part for part in parts if part.truth is FALSE)
    return false or parts


def _of_any(parts: tuple[Judgment, ...]) -> tuple[Judgment, ...]:
    """What decides a disjunction: a true part alone, else every part."""
    true = tuple(part for part in parts if part.truth is TRUE)
    return true or parts


def _decisive(told: tuple[Explanation, ...], answer: Answer, truth: Truth) -> tuple[Explanation, ...]:
    """Of a group that is false, only what makes it so; of any other, everything."""
    if truth is not FALSE:
        return told
    return tuple(part for part in told if part.answer == answer) or told


def _headline(truth: Truth, group: Group, parts: tuple[Explanation, ...]) -> str:
    if not (group.all or group.any or group.none):
        return "this holds always"
    if truth is TRUE:
        return "the case that the term speaks of is given"
    if truth is FALSE:
        return "the case that the term speaks of is not given"
    unknown = [part for part in parts if part.answer == "unknown"]
    if len(unknown) == 1:
        return unknown[0].statement
    return f"it turns on {enumerated(_turning(unknown))}"


def _turning(parts: Iterable[Explanation]) -> Iterator[str]:
    """The facts, with their periods, that unknown parts are unknown for."""
    for part in parts:
        if part.answer == "unknown":
            yield from _turning(part.because)
            for evidence in part.evidence:
                yield f"{evidence.fact} at {evidence.period}" if evidence.period else evidence.fact
