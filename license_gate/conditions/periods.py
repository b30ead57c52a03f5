"""Periods as documents write them, and what their words come to on a given day."""

from __future__ import annotations

import re
from typing import NamedTuple

from license_gate.domain.period import Period, month, year

PERIOD_WORDS = (
    "month-before-release",
    "previous-month",
    "previous-year",
    "any-month",
    "any-year",
    "any-12-months",
)

_POINT = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)


class Span(NamedTuple):
    """The periods that `any-month`, `any-year` or `any-12-months` mean: `length` months each.

    The first starts at `first`, each next one `step` months later, and the last ends at `last`.
    """

    first: int
    last: int
    length: int
    step: int

    def periods(self) -> list[Period]:
        """All of them, in order; at least one."""
        starts = range(self.first, max(self.first, self.last - self.length + 1) + 1, self.step)
        return [Period(start, start + self.length - 1) for start in starts]


def parse_point(text: str) -> Period | None:
    """`2025` or `2026-05`; None for anything else."""
    match = _POINT.fullmatch(text.strip())
    if match is None or int(match[1]) == 0:
        return None
    return month(int(match[1]), int(match[2])) if match[2] else year(int(match[1]))


def parse_period_key(text: str) -> Period | None:
    """A key of a series: `2025`, `2026-05`, `2024-01..2026-06`, `2026-01..`, `..2025`; None if it is none."""
    first, dots, last = text.strip().partition("..")
    if not dots:
        return parse_point(first)
    start, end = parse_point(first), parse_point(last)
    if (first and start is None) or (last and end is None) or (start is None and end is None):
        return None
    if start is None or end is None or start.first is None or end.last is None:
        return Period(start and start.first, end and end.last)
    return Period(start.first, end.last) if start.first <= end.last else None


def month_before(day: str) -> Period | None:
    """The calendar month before an ISO day; None for '' or what is no day."""
    point = parse_point(day[:7])
    if point is None or point.first is None:
        return None
    return Period(point.first - 1, point.first - 1)


def previous_month(running: int) -> Period:
    """The last complete month, seen from the running one (counted from year 0)."""
    return Period(running - 1, running - 1)


def previous_year(running: int) -> Period:
    """The last complete calendar year, seen from the running month."""
    return year(running // 12 - 1)


def before(period: Period) -> Period:
    """The period of the same length that ends where this one begins; the period must be closed."""
    if period.first is None or period.last is None:
        raise ValueError(period)
    length = period.last - period.first + 1
    return Period(period.first - length, period.first - 1)


def span(word: str, since: str, running: int) -> Span:
    """The periods of an `any-...` word from the ISO day `since` up to the running month or year.

    Years and twelve months are looked at for whole calendar years, from the year of `since` up to and
    including the running one, so that one record per year answers both. Without `since` the running
    year is the only one that is certain to count.
    """
    start = parse_point(since[:7])
    first = running if start is None or start.first is None else min(start.first, running)
    if word == "any-month":
        return Span(first if start else running // 12 * 12, running, 1, 1)
    first_year, last = first // 12 * 12, running // 12 * 12 + 11
    return Span(first_year, last, 12, 12 if word == "any-year" else 1)


def key_text(period: Period) -> str:
    """The period as a key of facts.yaml: `2023-06`, `2025`, `2026-01..`, `2025..`."""
    if period.last is None and period.first is not None and period.first % 12 == 0:
        return f"{period.first // 12:04d}.."
    return str(period)
