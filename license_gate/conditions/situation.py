"""What a condition is judged in: the facts, the day, and the dates that period words refer to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple, Protocol

from license_gate.conditions.periods import month_before, previous_month, previous_year
from license_gate.domain.facts import FactType, Reading
from license_gate.domain.period import Period


class Facts(Protocol):
    """What a judgment needs of a ledger."""

    @property
    def types(self) -> Mapping[str, FactType]:
        """The fact types by name."""

    def read(self, fact: str, at: Period | None = None, currency: str = "") -> Reading:
        """What is known of a fact at a period, money in `currency`."""


class Situation(NamedTuple):
    """The facts and the day on which a condition is judged."""

    facts: Facts
    today: dt.date
    released: str = ""  # ISO day; '' = not known
    since: str = ""  # ISO day from which `any-...` periods count; '' = only the running year is certain
    grace_days: int | None = None  # None: 20 for a month, 120 for a year

    @property
    def running(self) -> int:
        """The running month, counted from year 0."""
        return self.today.year * 12 + self.today.month - 1


@lru_cache(maxsize=4096)
def period_of(word: str, running: int, released: str) -> Period | None:
    """The one period that a word means now; None where the release date is missing."""
    if word == "month-before-release":
        return month_before(released)
    return previous_month(running) if word == "previous-month" else previous_year(running)


def in_grace(period: Period, situation: Situation) -> bool:
    """Whether so few days have passed since the period's end that its number may still be missing."""
    first, last = period.first or 0, period.last or 0
    days = situation.grace_days
    if days is None:
        days = 20 if first == last else 120
    after = last + 1
    end = dt.date(after // 12, after % 12 + 1, 1) - dt.timedelta(days=1)
    return (situation.today - end).days <= days
