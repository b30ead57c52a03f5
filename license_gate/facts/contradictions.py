"""Records that cannot all be true: an error, never a silent choice between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from license_gate.domain.facts import Entry, FactType, SetValue
from license_gate.domain.period import ALWAYS, Period
from license_gate.domain.place import NOWHERE, Problem
from license_gate.domain.quantity import INFINITY, Interval
from license_gate.facts.bounds import Bound, Known, flow_ceiling, flow_floor
from license_gate.facts.currency import Rates, convert
from license_gate.facts.effective import FOUNDED, before_founding, effective
from license_gate.facts.inclusion import Inclusion
from license_gate.facts.values import combine, expand_set, say_value


class Clash(NamedTuple):
    """Two records that contradict each other: what the first says is too small for the second."""

    ceiling: tuple[Entry, ...]
    floor: tuple[Entry, ...]


def contradictions(
    entries: Sequence[Entry],
    types: Mapping[str, FactType],
    *,
    confidential: bool = False,
    rates: Rates | None = None,
    day: str = "",
) -> list[Problem]:
    """One problem for each pair of records that cannot both be true, at the later of the two.

    With `confidential` the messages name places and never values. `rates` and `day` as in `Ledger`; money in
    two currencies is compared only where rates are known.
    """
    records = {name: effective(_of(name, entries), kind) for name, kind in types.items()}
    clashes = [
        *(
            clash
            for name, kind in types.items()
            if not kind.timed
            for clash in _untimed(records[name], kind, day)
        ),
        *_timed(records, types, rates or {}),
    ]
    problems = dict.fromkeys(_problem(clash, confidential=confidential) for clash in clashes)
    return sorted(problems, key=lambda problem: problem.place)


def _of(fact: str, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.fact == fact)


def _untimed(records: tuple[Entry, ...], kind: FactType, day: str) -> Iterator[Clash]:
    for position, first in enumerate(records):
        for second in records[position + 1 :]:
            values = [
                expand_set(entry.value, day)
                if kind.kind == "countries" and isinstance(entry.value, SetValue)
                else entry.value
                for entry in (first, second)
            ]
            if combine(values) is None:
                yield Clash((first,), (second,))


def _timed(
    records: Mapping[str, tuple[Entry, ...]], types: Mapping[str, FactType], rates: Rates
) -> Iterator[Clash]:
    """Every record against the bounds that all others put on it, along inclusion."""
    inclusion = Inclusion(types)
    zero = before_founding(records.get(FOUNDED, ()))
    for name, kind in types.items():
        if not kind.timed or not records[name]:
            continue
        larger = [entry for fact in inclusion.upward(name) for entry in records.get(fact, ())]
        for entry in records[name]:
            check = _against_flow if kind.kind == "flow" else _against_level
            yield from check(entry, [*larger, *zero], rates)
        if kind.kind == "flow":
            smaller = [entry for fact in inclusion.downward(name) for entry in records.get(fact, ())]
            for entry in (*records[name], *zero):
                yield from _below_flow(entry, smaller, rates)


def _against_level(entry: Entry, larger: Sequence[Entry], rates: Rates) -> Iterator[Clash]:
    """A lower bound that another record, in a month of both, says is too high."""
    for other in larger:
        both = _overlap(entry.period, other.period)
        if both is None:
            continue
        known = _known([entry, other], entry, both, rates)
        if len(known) == 2 and _exceeds(known[0].quantity, known[1].quantity):
            yield Clash((other,), (entry,))


def _against_flow(entry: Entry, larger: Sequence[Entry], rates: Rates) -> Iterator[Clash]:
    """A lower bound above what the records that cover its period come to together."""
    period = _certain(entry.period)
    known = _known([entry], entry, period, rates)
    ceiling = flow_ceiling(_known(larger, entry, period, rates), period)
    if known and ceiling.entries and _over(_floor(known[0].quantity), ceiling):
        yield Clash(ceiling.entries, (entry,))


def _below_flow(entry: Entry, smaller: Sequence[Entry], rates: Rates) -> Iterator[Clash]:
    """An upper bound below what records inside its period add up to."""
    period = _certain(entry.period)
    known = _known([entry], entry, period, rates)
    floor = flow_floor(_known(smaller, entry, period, rates), period)
    if known and floor.entries and _over(floor, _ceiling(known[0].quantity)):
        yield Clash((entry,), floor.entries)


def _certain(period: Period) -> Period:
    """The period itself, or of a range without end twelve months that it speaks of for certain."""
    if period.closed:
        return period
    if period.first is not None:
        return Period(period.first, period.first + 11)
    return Period(period.last - 11, period.last) if period.last is not None else ALWAYS


def _overlap(first: Period, second: Period) -> Period | None:
    if not first.overlaps(second):
        return None
    starts = [start for start in (first.first, second.first) if start is not None]
    ends = [end for end in (first.last, second.last) if end is not None]
    return Period(max(starts, default=None), min(ends, default=None))


def _known(entries: Sequence[Entry], as_in: Entry, period: Period, rates: Rates) -> list[Known]:
    """The quantities of entries in the currency of one of them; without those that have no rate."""
    currency = as_in.value.currency if isinstance(as_in.value, Interval) else ""
    quantities = [entry.value if isinstance(entry.value, Interval) else Interval() for entry in entries]
    if not currency:
        return [Known(entry, quantity) for entry, quantity in zip(entries, quantities, strict=True)]
    converted = [convert(quantity, currency, period, rates) for quantity in quantities]
    return [
        Known(entry, quantity)
        for entry, quantity in zip(entries, converted, strict=True)
        if quantity is not None
    ]


def _exceeds(lower: Interval, upper: Interval) -> bool:
    return _over(_floor(lower), _ceiling(upper))


def _floor(quantity: Interval) -> Bound:
    return Bound(quantity.low, quantity.low_open)


def _ceiling(quantity: Interval) -> Bound:
    return Bound(quantity.high, quantity.high_open)


def _over(floor: Bound, ceiling: Bound) -> bool:
    """Whether nothing lies between a floor and a ceiling."""
    if ceiling.number == INFINITY:
        return False
    return floor.number > ceiling.number or (floor.number == ceiling.number and (floor.open or ceiling.open))


def _problem(clash: Clash, *, confidential: bool) -> Problem:
    """What is wrong, at the later place; the message names every other one."""
    entries = sorted({*clash.ceiling, *clash.floor}, key=lambda entry: (entry.place, entry.fact))
    last = entries[-1]
    others = " and ".join(_said(entry, confidential=confidential) for entry in entries[:-1])
    here = _described(last, confidential=confidential)
    return Problem(last.place, f"{here} here and {others} cannot both be true: correct one of them")


def _said(entry: Entry, *, confidential: bool) -> str:
    where = f" at {entry.place}" if entry.place != NOWHERE else ""
    return _described(entry, confidential=confidential) + where


def _described(entry: Entry, *, confidential: bool) -> str:
    if entry.fact == FOUNDED and isinstance(entry.value, Interval):
        return FOUNDED if confidential else f"{FOUNDED} ({entry.because})"
    when = "" if entry.period == ALWAYS else f" in {entry.period}"
    return f"{entry.fact}{when}" if confidential else f"{entry.fact}{when} = {say_value(entry.value)}"
