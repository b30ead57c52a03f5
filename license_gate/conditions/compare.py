"""The truth tables: one recorded value against one value of a term (docs/conditions.md shows them all).

Every function answers for what *may* be true: TRUE or FALSE only if every possibility that the record
leaves open agrees, else UNKNOWN.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from license_gate.domain.answers import Truth
from license_gate.domain.facts import SetValue
from license_gate.domain.quantity import Interval

TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def negate(truth: Truth) -> Truth:
    """NOT: true and false change places, unknown stays."""
    return _NEGATED[truth]


_NEGATED = (TRUE, UNKNOWN, FALSE)


def above(quantity: Interval, limit: float) -> Truth:
    """Whether a quantity is more than the limit."""
    if quantity.low > limit or (quantity.low == limit and quantity.low_open):
        return TRUE
    return FALSE if quantity.high <= limit else UNKNOWN


def at_least(quantity: Interval, limit: float) -> Truth:
    """Whether a quantity is the limit or more."""
    if quantity.low >= limit:
        return TRUE
    return FALSE if quantity.high < limit or (quantity.high == limit and quantity.high_open) else UNKNOWN


def below(quantity: Interval, limit: float) -> Truth:
    """Whether a quantity is less than the limit."""
    return _NEGATED[at_least(quantity, limit)]


def at_most(quantity: Interval, limit: float) -> Truth:
    """Whether a quantity is the limit or less."""
    return _NEGATED[above(quantity, limit)]


QUANTITY: dict[str, Callable[[Interval, float], Truth]] = {
    "above": above,
    "at_least": at_least,
    "below": below,
    "at_most": at_most,
}

# Days are ISO text, which sorts as time runs.
DAY: dict[str, Callable[[str, str], bool]] = {
    "above": lambda day, limit: day > limit,
    "at_least": lambda day, limit: day >= limit,
    "below": lambda day, limit: day < limit,
    "at_most": lambda day, limit: day <= limit,
}


def includes(value: SetValue, wanted: Iterable[str]) -> Truth:
    """Whether one of `wanted` is in the set."""
    if not value.includes.isdisjoint(wanted):
        return TRUE
    if value.complete:
        return FALSE
    return FALSE if value.excludes.issuperset(wanted) else UNKNOWN


def within(value: SetValue, allowed: Iterable[str]) -> Truth:
    """Whether the whole set lies in `allowed`; of an empty set nobody can say."""
    if not value.includes.issubset(allowed):
        return FALSE
    return TRUE if value.complete and value.includes else UNKNOWN
