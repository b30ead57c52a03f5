from __future__ import annotations

import pytest

from license_gate.conditions.periods import (
    before,
    key_text,
    month_before,
    parse_period_key,
    parse_point,
    previous_month,
    previous_year,
    span,
)
from license_gate.domain.period import Period, month, year

NOVEMBER = 2026 * 12 + 10


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", year(2025)),
        ("2026-05", month(2026, 5)),
        ("2024-01..2026-06", Period(2024 * 12, 2026 * 12 + 5)),
        ("2024..2025", Period(2024 * 12, 2025 * 12 + 11)),
        ("2026-01..", Period(2026 * 12, None)),
        ("2026..", Period(2026 * 12, None)),
        ("..2025", Period(None, 2025 * 12 + 11)),
    ],
)
def test_the_keys_of_a_series(text: str, period: Period) -> None:
    assert parse_period_key(text) == period


@pytest.mark.parametrize(
    "text",
    ["", "..", "2026-13", "2026-1", "26-05", "2026-05-03", "2026..2025", "0000", "soon", "2026...2027"],
)
def test_what_is_no_key(text: str) -> None:
    assert parse_period_key(text) is None


def test_a_key_is_written_as_it_is_read() -> None:
    for text in ("2025", "2026-05", "2024-01..2026-06", "2026-03..", "2026..", "..2025-12"):
        period = parse_period_key(text)
        assert period is not None
        assert key_text(period) == text


def test_points_are_months_and_years_only() -> None:
    assert parse_point("2023-06") == month(2023, 6)
    assert parse_point("2023..2024") is None


@pytest.mark.parametrize(
    ("day", "period"),
    [("2023-07-18", month(2023, 6)), ("2024-01-01", month(2023, 12)), ("", None), ("soon", None)],
)
def test_the_month_before_a_release(day: str, period: Period | None) -> None:
    assert month_before(day) == period


def test_previous_periods_are_complete() -> None:
    assert previous_month(NOVEMBER) == month(2026, 10)
    assert previous_month(2026 * 12) == month(2025, 12)
    assert previous_year(NOVEMBER) == year(2025)
    assert before(month(2026, 1)) == month(2025, 12)
    assert before(year(2025)) == year(2024)


def test_any_month_runs_up_to_the_running_one() -> None:
    months = span("any-month", "2026-08-20", NOVEMBER).periods()
    assert [str(period) for period in months] == ["2026-08", "2026-09", "2026-10", "2026-11"]


def test_any_year_includes_the_first_and_the_running_one() -> None:
    years = span("any-year", "2024-08-20", NOVEMBER).periods()
    assert years == [year(2024), year(2025), year(2026)]


def test_any_twelve_months_move_by_one() -> None:
    windows = span("any-12-months", "2025-08-20", NOVEMBER).periods()
    assert len(windows) == 13
    assert windows[0] == year(2025)
    assert windows[1] == Period(2025 * 12 + 1, 2026 * 12)
    assert windows[-1] == year(2026)


def test_there_is_always_a_period() -> None:
    for word in ("any-month", "any-year", "any-12-months"):
        for since in ("", "2026-11-30", "2031-01-01"):
            assert span(word, since, NOVEMBER).periods()
