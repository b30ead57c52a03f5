"""Months and ranges of months. A month is counted from year 0, so that ranges are plain integers."""

from __future__ import annotations

from typing import NamedTuple


class Period(NamedTuple):
    """A range of whole months, both ends included; None is an open end."""

    first: int | None
    last: int | None

    @property
    def closed(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None

    def contains(self, other: Period) -> bool:
        """Whether every month of `other` lies in this range."""
        return (self.first is None or (other.first is not None and self.first <= other.first)) and (
            self.last is None or (other.last is not None and other.last <= self.last)
        )

    def overlaps(self, other: Period) -> bool:
        """Whether the two ranges share a month."""
        return (self.first is None or other.last is None or self.first <= other.last) and (
            other.first is None or self.last is None or other.first <= self.last
        )

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return f"{_month(self.first)}..{_month(self.last)}"
        if self.first == self.last:
            return _month(self.first)
        if self.first % 12 == 0 and self.last == self.first + 11:
            return f"{self.first // 12:04d}"
        return f"{_month(self.first)}..{_month(self.last)}"


ALWAYS = Period(None, None)


def month(year: int, number: int) -> Period:
    """The one month `number` (1..12) of `year`."""
    return Period(year * 12 + number - 1, year * 12 + number - 1)


def year(number: int) -> Period:
    """The twelve months of a calendar year."""
    return Period(number * 12, number * 12 + 11)


def _month(count: int | None) -> str:
    return "" if count is None else f"{count // 12:04d}-{count % 12 + 1:02d}"
