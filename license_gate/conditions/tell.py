"""One comparison in a sentence, and its records as evidence; confidential values are never told."""

from __future__ import annotations

from license_gate.conditions.judge import Judgment
from license_gate.conditions.periods import key_text
from license_gate.conditions.phrases import compared, listed
from license_gate.domain.answers import Truth
from license_gate.domain.condition import Leaf
from license_gate.domain.facts import Entry, Reading, SetValue
from license_gate.domain.period import ALWAYS, Period
from license_gate.domain.place import NOWHERE
from license_gate.domain.quantity import Amount, Interval
from license_gate.domain.verdict import FactEvidence
from license_gate.facts.effective import FOUNDED
from license_gate.facts.values import say_value

UNKNOWN, TRUE = Truth.UNKNOWN, Truth.TRUE

_ANY = {
    "any-month": "in any month of",
    "any-year": "in any calendar year of",
    "any-12-months": "in any twelve months of",
}


def tell(judgment: Judgment, leaf: Leaf, *, confidential: bool) -> str:
    """What is known of the leaf's fact, and what follows: `F at 2023-06 is 820,000,000: above 700,000,000`."""
    if judgment.missing:
        return f"{judgment.missing} is not recorded: unknown which period {leaf.fact} is asked for"
    subject = leaf.fact + _at(leaf, judgment.period)
    reading = judgment.reading or Reading(None)
    hidden = confidential and any(_secret(entry) for entry in reading.entries)
    result = _result(leaf, judgment.truth, reading if not hidden else Reading(None))
    if reading.value is None:
        return f"{subject} {_unusable(leaf, reading, judgment.ignorance)}: {result}"
    if hidden:
        return f"{subject} is recorded: {result}"
    known = f"{subject} {_said(reading)}{_source(leaf, reading)}"
    return known if isinstance(reading.value, bool) else f"{known}: {result}"


def evidence(judgment: Judgment, leaf: Leaf, *, confidential: bool) -> tuple[FactEvidence, ...]:
    """The records that an answer rests on; a missing one where nothing is recorded."""
    period = key_text(judgment.period) if judgment.period is not None else ""
    if judgment.missing:
        return (FactEvidence(judgment.missing, "", ""),)
    entries = judgment.reading.entries if judgment.reading is not None else ()
    if not entries:
        return (FactEvidence(leaf.fact, period, ""),)
    return tuple(_record(entry, judgment, leaf, confidential=confidential) for entry in entries)


def _record(entry: Entry, judgment: Judgment, leaf: Leaf, *, confidential: bool) -> FactEvidence:
    hidden = confidential and _secret(entry)
    timeless = entry.period == ALWAYS or entry.fact == FOUNDED
    period = "" if timeless else key_text(entry.period)
    value = _result(leaf, judgment.truth, Reading(None)) if hidden else say_value(entry.value)
    because = "" if hidden else entry.because
    place = None if entry.place == NOWHERE else entry.place
    return FactEvidence(entry.fact, period, value, place, entry.by, entry.on, entry.origin, because)


def _secret(entry: Entry) -> bool:
    """Whether a record is somebody's number or statement, not what the repository shows anyway."""
    return entry.origin == "recorded" or isinstance(entry.value, Interval)


def _at(leaf: Leaf, period: Period | None) -> str:
    if period is None:
        return ""
    if leaf.at in _ANY and not (period.closed and _single(leaf.at, period)):
        return f" {_ANY[leaf.at]} {key_text(period)}" if period != ALWAYS else f" {_ANY[leaf.at]} all time"
    return f" at {key_text(period)}"


def _single(word: str, period: Period) -> bool:
    months = (period.last or 0) - (period.first or 0) + 1
    return months == (1 if word == "any-month" else 12)


def _said(reading: Reading) -> str:
    """The value as it was recorded, where one record gives it (EU stays EU); else what they come to."""
    value = reading.value
    if isinstance(value, SetValue) and len(reading.entries) == 1:
        value = reading.entries[0].value
    if isinstance(value, SetValue) and not value.complete:
        return f"is recorded in part ({say_value(value)})"
    if isinstance(value, bool):
        return "is true" if value else "is false"
    return "is not recorded" if value is None else f"is {say_value(value)}"


def _source(leaf: Leaf, reading: Reading) -> str:
    """From which other fact, derivation or assumption it is known."""
    others = sorted({entry.fact for entry in reading.entries if entry.fact != leaf.fact})
    if others:
        return f" (by {', '.join(others)})"
    reasons = sorted({entry.because for entry in reading.entries if entry.because})
    if reasons:
        return f" (from {', '.join(reasons)})"
    if any(entry.origin == "assumed" for entry in reading.entries):
        return " (assumed by policy)"
    return ""


def _unusable(leaf: Leaf, reading: Reading, ignorance: str) -> str:
    """Why there is no value: not recorded, late, contradictory, or in a currency without a rate."""
    wanted = leaf.value.currency if isinstance(leaf.value, Amount) else ""
    found = sorted({entry.value.currency for entry in reading.entries if isinstance(entry.value, Interval)})
    foreign = [currency for currency in found if currency not in ("", wanted)]
    if wanted and foreign:
        return f"is recorded in {', '.join(foreign)} and no rate is known for it (record it in {wanted})"
    if reading.entries:
        return "is recorded in ways that contradict each other"
    return "is not recorded yet" if ignorance == "late" else "is not recorded"


def _result(leaf: Leaf, truth: Truth, reading: Reading) -> str:
    statement = _statement(leaf)
    if truth is TRUE and leaf.operator == "includes" and isinstance(reading.value, SetValue):
        found = sorted(word for word in _words(leaf) if word in reading.value.includes)
        return f"includes {', '.join(found)}" if found else statement[1]
    if truth is UNKNOWN:
        return f"unknown whether it {statement[0]}"
    return statement[1] if truth is TRUE else statement[2]


def _statement(leaf: Leaf) -> tuple[str, str, str]:
    """What a leaf says of its fact: after `whether it`, when true, when false."""
    words = listed(leaf.value)
    several = len(_words(leaf)) > 1
    if leaf.operator == "includes":
        some = f"one of {words}" if several else words
        without = f"includes none of {words}" if several else f"does not include {words}"
        return f"includes {some}", f"includes {some}", without
    if leaf.operator == "within":
        return f"is limited to {words}", f"limited to {words}", f"not limited to {words}"
    if leaf.operator == "starts_with":
        return f"begins with {words}", f"begins with {words}", f"does not begin with {words}"
    text = compared(leaf)
    if leaf.value == "today":
        text = text.replace("today", "the day of the run")
    return f"is {text}", text, f"not {text}"


def _words(leaf: Leaf) -> tuple[str, ...]:
    return leaf.value if isinstance(leaf.value, tuple) and not isinstance(leaf.value, Amount) else ()
