"""What to ask next: only facts that can still change the answer, with the value that would be enough."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.conditions.judge import Judgment
from license_gate.conditions.periods import key_text
from license_gate.domain.answers import Truth
from license_gate.domain.condition import Group, Leaf, Operand, Readings, Unclear
from license_gate.domain.period import Period
from license_gate.domain.quantity import Amount
from license_gate.facts.values import short

UNKNOWN, TRUE, FALSE = Truth.UNKNOWN, Truth.TRUE, Truth.FALSE


class Asked(NamedTuple):
    """One fact to record.

    `at` is the period as a key of facts.yaml ('' for facts without time); `enough` is what to write for
    the clause not to apply, as facts.yaml spells it: `<700M`, `2026-10..: "<5M"`, `{excludes: [KR]}`.
    `alone`: whether that is enough by itself, or only together with other answers.
    """

    fact: str
    period: Period | None
    at: str
    enough: str
    ignorance: str
    alone: bool = True


def questions(judgment: Judgment) -> tuple[Asked, ...]:
    """The facts whose value can still change the answer, each once, in the order of the condition.

    Nothing is asked below a part that is settled, nothing of an exception while the case itself is not
    certain, and nothing where only the text is unclear.
    """
    return tuple(dict.fromkeys(_open(judgment, FALSE)))


def _open(judgment: Judgment, wanted: Truth) -> list[Asked]:
    """`wanted`: the truth of this part that keeps the clause from applying."""
    if judgment.truth is not UNKNOWN:
        return []
    condition = judgment.condition
    if isinstance(condition, Leaf):
        return [_asked(judgment, condition, wanted)]
    if isinstance(condition, Unclear):
        return _open(judgment.parts[0], wanted)
    if isinstance(condition, Readings):
        return _of_readings(judgment, wanted)
    return _of_group(judgment, condition, wanted)


def _of_group(judgment: Judgment, group: Group, wanted: Truth) -> list[Asked]:
    """An exception is asked for only when the case it is an exception from is certain."""
    first, cut = len(group.all), len(group.all) + len(group.any)
    every, some, exceptions = judgment.parts[:first], judgment.parts[first:cut], judgment.parts[cut:]
    if any(part.truth is TRUE for part in some):
        some = ()
    if wanted is FALSE:  # one part of `all` is enough; of `any` none may hold
        asked = [*_each(every, FALSE), *_joint(some, FALSE)]
        return asked or _each(exceptions, TRUE)
    asked = _together([_joint(every, TRUE), _each(some, TRUE)])
    return asked or _joint(exceptions, FALSE)


def _each(parts: tuple[Judgment, ...], wanted: Truth) -> list[Asked]:
    """Questions to parts of which one is enough."""
    return [question for part in parts for question in _open(part, wanted)]


def _joint(parts: tuple[Judgment, ...], wanted: Truth) -> list[Asked]:
    """Questions to parts that are all needed."""
    return _together([_open(part, wanted) for part in parts])


def _together(lists: list[list[Asked]]) -> list[Asked]:
    several = sum(map(bool, lists)) > 1
    return [each._replace(alone=each.alone and not several) for asked in lists for each in asked]


def _of_readings(judgment: Judgment, wanted: Truth) -> list[Asked]:
    """The strictest reading decides; where it holds already, the text is what is unclear."""
    return _open(judgment.parts[0], wanted)


def _asked(judgment: Judgment, leaf: Leaf, wanted: Truth) -> Asked:
    if judgment.missing:
        return Asked(judgment.missing, None, "", "", judgment.ignorance)
    period = judgment.period
    at = key_text(period) if period is not None else ""
    enough = _enough(leaf, wanted)
    if period is not None and leaf.at.startswith(("previous-", "any-")):
        enough = f'{key_text(Period(period.first, None))}: "{enough}"'
    return Asked(leaf.fact, period, at, enough, judgment.ignorance)


def _enough(leaf: Leaf, wanted: Truth) -> str:
    """What makes a leaf true, or false, as facts.yaml spells it."""
    value = leaf.value
    if isinstance(value, Amount):
        return _bound(leaf.operator, value, wanted)
    if isinstance(value, bool):
        return "true" if value == (wanted is TRUE) else "false"
    if leaf.operator in _AFTER:
        return _day(leaf.operator, str(value), wanted)
    return _words(leaf.operator, value, wanted)


# What is recorded to be outside a limit on the side that is wanted: (operator, wanted) -> sign.
_AFTER = {"above": True, "at_least": True, "below": False, "at_most": False}


def _bound(operator: str, value: Amount, wanted: Truth) -> str:
    """A bound that settles it; `<` rather than `<=`, which is what people know of themselves."""
    upper = _AFTER[operator] is (wanted is FALSE)
    return ("<" if upper else ">") + short(value.number, value.currency)


def _day(operator: str, limit: str, wanted: Truth) -> str:
    later = _AFTER[operator] is (wanted is TRUE)
    inclusive = (operator in ("at_least", "at_most")) is (wanted is TRUE)
    side = "after" if later else "before"
    return f"a day {side} {limit}" + (", or that day" if inclusive else "")


def _words(operator: str, value: Operand, wanted: Truth) -> str:
    words = value if isinstance(value, tuple) else (str(value),)
    listed = ", ".join(str(word) for word in words)
    if operator == "includes":
        return f"{{{'includes' if wanted is TRUE else 'excludes'}: [{listed}]}}"
    if operator == "within":
        return f"[{listed}]" if wanted is TRUE else f"a list with more than {listed}"
    if operator == "starts_with":
        return f"a name that {'begins' if wanted is TRUE else 'does not begin'} with {listed}"
    one = listed if len(words) == 1 else f"one of {listed}"
    return one if wanted is TRUE else f"anything but {one}"
