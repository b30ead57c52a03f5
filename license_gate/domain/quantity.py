"""Numbers as intervals: an exact value, a bound and a range are one type."""

from __future__ import annotations

from typing import NamedTuple

INFINITY = float("inf")


class Interval(NamedTuple):
    """A non-empty range of numbers with open or closed ends, in `currency` (ISO 4217) when it is money."""

    low: float = 0
    high: float = INFINITY
    low_open: bool = False
    high_open: bool = False
    currency: str = ""

    @property
    def exact(self) -> bool:
        """Whether only one number is in it."""
        return self.low == self.high

    def intersect(self, other: Interval) -> Interval | None:
        """What lies in both, or None; both must be in the same currency."""
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        if low > high or (low == high and (low_open or not high_closed)):
            return None
        return Interval(low, high, low_open, not high_closed, self.currency or other.currency)


class Amount(NamedTuple):
    """A number that a text names, in `currency` when it is money."""

    number: float
    currency: str = ""
