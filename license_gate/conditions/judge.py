"""Judge a condition: true, false or unknown, with the tree that shows why.

The logic is Kleene's: `all` is the least of its parts, `any` the greatest, `none` the opposite of the
greatest, over false < unknown < true. A leaf compares what the facts are known to be with what the text
names, so that true and false hold for every possibility that the records leave open.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from license_gate.conditions.compare import DAY, FALSE, QUANTITY, TRUE, UNKNOWN, includes, negate, within
from license_gate.conditions.periods import before, parse_point, span
from license_gate.conditions.situation import Situation, in_grace, period_of
from license_gate.domain.answers import Truth
from license_gate.domain.condition import Condition, Group, Leaf, Operand, Readings, Unclear
from license_gate.domain.facts import Reading, SetValue
from license_gate.domain.period import Period
from license_gate.domain.quantity import Amount, Interval
from license_gate.facts.bounds import hull
from license_gate.facts.countries import expand

__all__ = ["Judgment", "Situation", "compare", "judge", "with_exceptions"]

Why = Literal["", "fact", "text", "late"]

# What an unknown turns on, when its parts differ: a fact that may settle it comes before words that
# nobody can settle, and only where everything is merely late is the whole late.
_WEIGHT: dict[Why, int] = {"": 0, "late": 1, "text": 2, "fact": 3}


class Judgment(NamedTuple):
    """A condition with its truth and the judgments of its parts, in the order of the condition.

    For leaves `period` is the one that decided and `reading` what is known of it; `missing` names the
    fact to record where that is not the leaf's own (`model.released`).
    """

    condition: Condition
    truth: Truth
    parts: tuple[Judgment, ...] = ()
    period: Period | None = None
    reading: Reading | None = None
    ignorance: Why = ""
    missing: str = ""


def judge(condition: Condition, situation: Situation) -> Judgment:
    """What a condition comes to in a situation."""
    return _judge(condition, situation, TRUE)


def with_exceptions(when: Condition, exceptions: tuple[Condition, ...]) -> Condition:
    """The condition that holds when `when` does and none of the exceptions does."""
    return Group(all=(when,), none=exceptions) if exceptions else when


def _judge(condition: Condition, situation: Situation, biting: Truth) -> Judgment:
    """`biting`: the truth of this part that helps the whole to be true; FALSE below a `none`."""
    if isinstance(condition, Leaf):
        return _leaf(condition, situation, biting)
    if isinstance(condition, Group):
        return _group(condition, situation, biting)
    if isinstance(condition, Unclear):
        return _unclear(condition, situation, biting)
    return _readings(condition, situation, biting)


def _group(group: Group, situation: Situation, biting: Truth) -> Judgment:
    every = [_judge(part, situation, biting) for part in group.all]
    some = [_judge(part, situation, biting) for part in group.any]
    none = [_judge(part, situation, negate(biting)) for part in group.none] if group.none else []
    truth = min((part.truth for part in every), default=TRUE)
    if some:
        truth = min(truth, max(part.truth for part in some))
    if none:
        truth = min(truth, negate(max(part.truth for part in none)))
    parts = (*every, *some, *none)
    return Judgment(group, truth, parts, ignorance=_why(parts) if truth is UNKNOWN else "")


def _unclear(unclear: Unclear, situation: Situation, biting: Truth) -> Judgment:
    inner = _judge(unclear.when, situation, biting)
    truth = FALSE if inner.truth is FALSE else UNKNOWN
    ignorance: Why = "" if truth is FALSE else "text" if inner.truth is TRUE else inner.ignorance
    return Judgment(unclear, truth, (inner,), ignorance=ignorance)


def _readings(readings: Readings, situation: Situation, biting: Truth) -> Judgment:
    """The strictest reading stands until a later one is known to be false."""
    parts = tuple(_judge(part, situation, biting) for part in readings.parts)
    first = parts[0]
    if first.truth is TRUE and any(part.truth is FALSE for part in parts[1:]):
        return Judgment(readings, UNKNOWN, parts, ignorance="text")
    return Judgment(readings, first.truth, parts, ignorance=first.ignorance)


def _why(parts: tuple[Judgment, ...]) -> Why:
    return max((part.ignorance for part in parts), key=_WEIGHT.__getitem__, default="fact")


def _leaf(leaf: Leaf, situation: Situation, biting: Truth) -> Judgment:
    if not leaf.at:
        reading = situation.facts.read(leaf.fact, None)
        return _answer(leaf, None, reading, situation)
    if leaf.at.startswith("any-"):
        return _any_period(leaf, situation)
    period = _frozen(leaf.at) or period_of(leaf.at, situation.running, situation.released)
    if period is None:
        return Judgment(leaf, UNKNOWN, ignorance="fact", missing="model.released")
    answer = _answer(leaf, period, _read(leaf, period, situation), situation)
    if answer.truth is UNKNOWN and leaf.at.startswith("previous-") and _late(answer, situation, biting):
        return answer._replace(ignorance="late")
    return answer


def _answer(leaf: Leaf, period: Period | None, reading: Reading, situation: Situation) -> Judgment:
    truth = compare(leaf, reading, situation)
    return Judgment(leaf, truth, (), period, reading, "fact" if truth is UNKNOWN else "")


def _read(leaf: Leaf, period: Period, situation: Situation) -> Reading:
    currency = leaf.value.currency if isinstance(leaf.value, Amount) else ""
    return situation.facts.read(leaf.fact, period, currency)


def _late(answer: Judgment, situation: Situation, biting: Truth) -> bool:
    """Whether the period's own number is merely not in yet, and the one before it was harmless."""
    leaf, period, reading = answer.condition, answer.period, answer.reading
    if not isinstance(leaf, Leaf) or period is None or not in_grace(period, situation):
        return False
    if reading is not None and any(period.contains(entry.period) for entry in reading.entries):
        return False
    earlier = before(period)
    return compare(leaf, _read(leaf, earlier, situation), situation) is negate(biting)


def _any_period(leaf: Leaf, situation: Situation) -> Judgment:
    """True when one period is, false only when every one is; what lasts for all of them is tried first."""
    periods = _periods(leaf.at, situation.since, situation.running)
    start = periods[0].first if situation.since else None
    lasting = _lasting(leaf, Period(start, None), situation)
    if lasting.truth is not UNKNOWN:
        return lasting
    answers = []
    for period in periods:
        answer = _answer(leaf, period, _read(leaf, period, situation), situation)
        if answer.truth is TRUE:
            return answer
        answers.append(answer)
    for answer in answers:
        if answer.truth is UNKNOWN:
            return answer
    if start is None:
        return Judgment(leaf, UNKNOWN, ignorance="fact", missing="use.since")
    return Judgment(leaf, FALSE, (), Period(start, periods[-1].last), _widest(answers))


def _widest(answers: list[Judgment]) -> Reading:
    """What is known of several periods as one reading: everything that any of them may be."""
    readings = [answer.reading for answer in answers if answer.reading is not None]
    quantities = [reading.value for reading in readings if isinstance(reading.value, Interval)]
    entries = tuple(dict.fromkeys(entry for reading in readings for entry in reading.entries))
    return Reading(hull(quantities), entries)


def _lasting(leaf: Leaf, period: Period, situation: Situation) -> Judgment:
    """The answer from records on ranges without end; of a flow's single months they bound only the top."""
    reading = _read(leaf, period, situation)
    kind = situation.facts.types.get(leaf.fact)
    if leaf.at == "any-month" and kind and kind.kind == "flow" and isinstance(reading.value, Interval):
        reading = reading._replace(value=reading.value._replace(low=0, low_open=False))
    return _answer(leaf, period, reading, situation)


@lru_cache(maxsize=1024)
def _periods(word: str, since: str, running: int) -> list[Period]:
    return span(word, since, running).periods()


@lru_cache(maxsize=1024)
def _frozen(at: str) -> Period | None:
    return parse_point(at)


def compare(leaf: Leaf, reading: Reading, situation: Situation) -> Truth:
    """The truth of a leaf for what is known of its fact."""
    known, wanted = reading.value, leaf.value
    if isinstance(known, Interval) and isinstance(wanted, Amount):
        return QUANTITY[leaf.operator](known, wanted.number)
    if isinstance(known, SetValue):
        return _compare_set(leaf, known, situation)
    if isinstance(known, bool):
        if isinstance(wanted, tuple):
            return _truth(("true" if known else "false") in wanted)
        return _truth(known is wanted)
    return _compare_word(leaf, known, situation) if isinstance(known, str) else UNKNOWN


def _compare_word(leaf: Leaf, known: str, situation: Situation) -> Truth:
    wanted = leaf.value
    if leaf.operator in DAY:
        limit = situation.today.isoformat() if wanted == "today" else str(wanted)
        return _truth(DAY[leaf.operator](known, limit))
    if leaf.fact.endswith(".name"):
        known = known.rpartition("/")[2]
    if leaf.operator == "starts_with":
        return _truth(known.casefold().startswith(str(wanted).casefold()))
    return _truth(known in wanted if isinstance(wanted, tuple) else known == wanted)


def _compare_set(leaf: Leaf, known: SetValue, situation: Situation) -> Truth:
    wanted = _words(leaf.value)
    kind = situation.facts.types.get(leaf.fact)
    if kind is not None and kind.kind == "countries":
        wanted = tuple(expand(wanted, situation.today.isoformat()))
    return includes(known, wanted) if leaf.operator == "includes" else within(known, wanted)


def _words(value: Operand) -> tuple[str, ...]:
    if isinstance(value, tuple) and not isinstance(value, Amount):
        return value
    return (value,) if isinstance(value, str) else ()


def _truth(value: bool) -> Truth:  # noqa: FBT001 (the value is all there is)
    return TRUE if value else FALSE
