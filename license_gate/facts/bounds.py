"""What dated records say of one period: the tightest bound from above, and the tightest from below.

A *level* holds in every month of its key. A *flow* is the total of its key, and nothing in it is
negative: so a part is at most the whole, a period is at most the sum of records that cover it, and at
least the sum of records that lie in it without overlap. A record on a range without end (or a bare
bound) speaks of every twelve months in that range.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from license_gate.domain.facts import Entry
from license_gate.domain.period import Period
from license_gate.domain.quantity import INFINITY, Interval


class Known(NamedTuple):
    """A record with its quantity in the currency that is asked for."""

    entry: Entry
    quantity: Interval


class Bound(NamedTuple):
    """A limit, whether the limit itself is excluded, and the records that it rests on."""

    number: float
    open: bool = False
    entries: tuple[Entry, ...] = ()


NO_CEILING = Bound(INFINITY)
FLOOR = Bound(0)


def level_ceiling(records: Sequence[Known], period: Period) -> Bound:
    """The least upper bound among records that hold throughout the period."""
    best = NO_CEILING
    for entry, quantity in records:
        if entry.period.contains(period) and _lower(quantity.high, quantity.high_open, best):
            best = Bound(quantity.high, quantity.high_open, (entry,))
    return best


def level_floor(records: Sequence[Known], period: Period) -> Bound:
    """The greatest lower bound among records that hold throughout the period."""
    best = FLOOR
    for entry, quantity in records:
        if entry.period.contains(period) and _higher(quantity.low, quantity.low_open, best):
            best = Bound(quantity.low, quantity.low_open, (entry,))
    return best


def flow_ceiling(records: Sequence[Known], period: Period) -> Bound:
    """The least sum of records that together cover the period."""
    if period.first is None or period.last is None:
        return level_ceiling(records, period)
    start, months = period.first, period.last - period.first + 1
    reached: list[Bound] = [FLOOR, *[NO_CEILING] * months]
    bounded = [record for record in records if record.quantity.high < INFINITY]
    for position in range(months):
        so_far = reached[position]
        if so_far.number == INFINITY:
            continue
        for entry, quantity in bounded:
            end = _covered_until(entry.period, start + position)
            if end is None:
                continue
            total, is_open = so_far.number + quantity.high, so_far.open or quantity.high_open
            until = min(months, end - start)
            if _lower(total, is_open, reached[until]):
                reached[until] = Bound(total, is_open, (*so_far.entries, entry))
    return _distinct(reached[months])


def flow_floor(records: Sequence[Known], period: Period) -> Bound:
    """The greatest sum of records that lie in the period without overlapping."""
    if period.first is None or period.last is None:
        return level_floor(records, period)
    start, months = period.first, period.last - period.first + 1
    earned: list[Bound] = [FLOOR]
    bounded = [record for record in records if record.quantity.low > 0 or record.quantity.low_open]
    for position in range(months):
        best = earned[position]
        for entry, quantity in bounded:
            first = _counted_from(entry.period, start + position)
            if first is None or first < start:
                continue
            so_far = earned[first - start]
            total, is_open = so_far.number + quantity.low, so_far.open or quantity.low_open
            if _higher(total, is_open, best):
                best = Bound(total, is_open, (*so_far.entries, entry))
        earned.append(best)
    return _distinct(earned[months])


def hull(quantities: list[Interval]) -> Interval:
    """The smallest interval that holds all of these."""
    low, low_open = min((quantity.low, quantity.low_open) for quantity in quantities)
    high, high_closed = max((quantity.high, not quantity.high_open) for quantity in quantities)
    return Interval(low, high, low_open, not high_closed, quantities[0].currency)


def _covered_until(period: Period, count: int) -> int | None:
    """The month after the last one that a record covers for its full amount, seen from month `count` in it."""
    if period.first is not None and period.last is not None:
        return period.last + 1 if period.first <= count <= period.last else None
    if not period.contains(Period(count, count)):
        return None
    return count + 12 if period.last is None else min(count + 12, period.last + 1)


def _counted_from(period: Period, count: int) -> int | None:
    """The first month of the stretch that ends with month `count` and holds a record's full amount."""
    if period.first is not None and period.last is not None:
        return period.first if period.last == count else None
    return count - 11 if period.contains(Period(count - 11, count)) else None


def _lower(number: float, is_open: bool, than: Bound) -> bool:  # noqa: FBT001 (half of a bound)
    return number < than.number or (number == than.number and is_open and not than.open)


def _higher(number: float, is_open: bool, than: Bound) -> bool:  # noqa: FBT001 (half of a bound)
    return number > than.number or (number == than.number and is_open and not than.open)


def _distinct(bound: Bound) -> Bound:
    return bound._replace(entries=tuple(dict.fromkeys(bound.entries)))
