"""What several records of one fact come to together, and how a value is written."""

from __future__ import annotations

from collections.abc import Iterable

from license_gate.domain.facts import SetValue, Value
from license_gate.domain.quantity import INFINITY, Interval
from license_gate.facts.countries import expand


def combine(values: Iterable[Value]) -> Value | None:
    """What holds when all of these values are true; None if they cannot be, or if there is none."""
    whole: Value | None = None
    for position, value in enumerate(values):
        whole = value if position == 0 else _both(whole, value)
    return whole


def _both(first: Value | None, second: Value) -> Value | None:
    if isinstance(first, SetValue) and isinstance(second, SetValue):
        return intersect_sets(first, second)
    if isinstance(first, Interval) and isinstance(second, Interval):
        return first.intersect(second)
    return first if first == second and isinstance(first, bool) == isinstance(second, bool) else None


def intersect_sets(first: SetValue, second: SetValue) -> SetValue | None:
    """What is known of a set by two records of it; None if they contradict each other."""
    includes = first.includes | second.includes
    excludes = first.excludes | second.excludes
    if includes & excludes:
        return None
    if not (first.complete or second.complete):
        return SetValue(includes, excludes, complete=False)
    wholes = {value.includes for value in (first, second) if value.complete}
    return SetValue(includes) if wholes == {includes} else None


def expand_set(value: SetValue, day: str) -> SetValue:
    """A set of countries with its unions replaced by their members on an ISO day."""
    return SetValue(expand(value.includes, day), expand(value.excludes, day), value.complete)


def figures(number: float, currency: str = "") -> str:
    """A number in full, as sentences say it: `700,000,000`, `USD 20,000,000`."""
    digits = f"{int(number) if float(number).is_integer() else number:,}"
    return f"{currency} {digits}" if currency else digits


def short(number: float, currency: str = "") -> str:
    """A number as documents write it: `700M`, `USD 20M`, `700_000_001`."""
    for scale, letter in ((10**9, "B"), (10**6, "M"), (10**3, "k")):
        if number >= scale and number % (scale // 10) == 0:
            tenths = int(number // (scale // 10))
            digits = f"{tenths // 10}{letter}" if tenths % 10 == 0 else f"{tenths / 10}{letter}"
            break
    else:
        digits = f"{int(number) if float(number).is_integer() else number:_}"
    return f"{currency} {digits}" if currency else digits


def say_quantity(quantity: Interval) -> str:
    """An interval in words: `820,000,000`, `less than USD 10,000,000`, `1,000,000 to 5,000,000`."""
    low, high = figures(quantity.low, quantity.currency), figures(quantity.high, quantity.currency)
    if quantity.exact:
        return low
    below = ("less than " if quantity.high_open else "at most ") + high
    above = ("more than " if quantity.low_open else "at least ") + low
    if quantity.high == INFINITY:
        return above
    if quantity.low == 0 and not quantity.low_open:
        return below
    if quantity.low_open or quantity.high_open:
        return f"{above} and {below}"
    return f"{low} to {figures(quantity.high)}"


def say_value(value: Value) -> str:
    """Any value in words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Interval):
        return say_quantity(value)
    if isinstance(value, SetValue):
        return _say_set(value)
    return value


def _say_set(value: SetValue) -> str:
    includes = ", ".join(sorted(value.includes))
    if value.complete:
        return includes or "none"
    excludes = ", ".join(sorted(value.excludes))
    parts = [f"includes {includes}"] * bool(includes) + [f"excludes {excludes}"] * bool(excludes)
    return "; ".join(parts) or "not recorded"
