"""What dated records say of a period, checked against brute force where that is small enough."""

from __future__ import annotations

import pytest

from license_gate.domain.facts import Entry
from license_gate.domain.period import Period
from license_gate.domain.quantity import INFINITY, Interval
from license_gate.facts.bounds import (
    FLOOR,
    NO_CEILING,
    Known,
    flow_ceiling,
    flow_floor,
    hull,
    level_ceiling,
    level_floor,
)
from tests.known import period, quantity


def known(**records: str) -> list[Known]:
    """Records by key: `y2025="<5"`, `m2025_06="3"`, `r2024_01__2025_06="4"`."""
    found = []
    for key, text in records.items():
        at = period(key[1:].replace("__", "..").replace("_", "-"))
        found.append(Known(Entry("group.revenue", quantity(text), at), quantity(text)))
    return found


def test_a_level_holds_in_every_month_of_its_key() -> None:
    records = known(y2025="<5", m2025_06="3..4")
    assert level_ceiling(records, period("2025-06"))[:2] == (4, False)
    assert level_floor(records, period("2025-06"))[:2] == (3, False)
    assert level_ceiling(records, period("2025-07"))[:2] == (5, True)
    assert level_floor(records, period("2025-07")) == FLOOR
    assert level_ceiling(records, period("2026-01")) == NO_CEILING


def test_of_equal_bounds_the_open_one_is_tighter() -> None:
    assert level_ceiling(known(y2025="<=5", m2025_06="<5"), period("2025-06")).open
    assert level_floor(known(y2025=">=5", m2025_06=">5"), period("2025-06")).open


def test_a_part_is_at_most_the_whole() -> None:
    records = known(y2025="<12")
    assert flow_ceiling(records, period("2025-03"))[:2] == (12, True)
    assert flow_floor(known(y2025=">12"), period("2025-03")) == FLOOR


def test_a_period_is_at_most_what_covers_it() -> None:
    records = known(r2025_01__2025_06="3", r2025_07__2025_12="<4", y2025="<=100")
    bound = flow_ceiling(records, period("2025"))
    assert bound[:2] == (7, True)
    assert [str(entry.period) for entry in bound.entries] == ["2025-01..2025-06", "2025-07..2025-12"]
    assert flow_ceiling(known(r2025_01__2025_06="3"), period("2025")) == NO_CEILING


def test_records_that_overlap_may_cover_together() -> None:
    records = known(r2025_01__2025_08="3", r2025_06__2025_12="4")
    assert flow_ceiling(records, period("2025")).number == 7
    assert flow_floor(records, period("2025")).number == 4


def test_the_sum_of_disjoint_parts_is_a_lower_bound() -> None:
    records = known(m2025_01="3", m2025_02=">4", r2025_01__2025_03="5")
    assert flow_floor(records, period("2025"))[:2] == (7, True)
    assert flow_floor(records, period("2025-02..2025-03"))[:2] == (4, True)


def test_a_range_without_end_speaks_of_every_twelve_months() -> None:
    records = known(y2026__="5")
    assert flow_ceiling(records, period("2026-03..2027-02")).number == 5
    assert flow_floor(records, period("2026-03..2027-02")).number == 5
    assert flow_ceiling(records, period("2026-03")).number == 5
    assert flow_floor(records, period("2026-03")) == FLOOR
    assert flow_ceiling(records, period("2026..2027")).number == 10
    assert flow_floor(records, period("2026..2027")).number == 10
    assert flow_ceiling(records, period("2026-01..2027-01")).number == 10
    assert flow_floor(records, period("2026-01..2027-01")).number == 5
    assert flow_ceiling(records, period("2025-12..2026-05")) == NO_CEILING


def test_a_range_without_beginning_ends_where_it_says() -> None:
    records = [Known(Entry("group.revenue", quantity("5"), Period(None, period("2025").last)), quantity("5"))]
    assert flow_ceiling(records, period("2025-06..2025-12")).number == 5
    assert flow_ceiling(records, period("2025-06..2026-01")) == NO_CEILING


def test_an_open_period_asks_what_always_holds() -> None:
    records = known(y2025__="<5", y2026="3")
    assert flow_ceiling(records, period("2026.."))[:2] == (5, True)
    assert flow_floor(records, period("2026..")) == FLOOR


def test_a_record_counts_once_among_the_reasons() -> None:
    bound = flow_ceiling(known(y2026__="5"), period("2026..2027"))
    assert len(bound.entries) == 1


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("1..2", "4..5", Interval(1, 5)),
        ("<3", "3", Interval(0, 3)),
        (">3", "3", Interval(3, INFINITY)),
    ],
)
def test_the_hull_holds_both(first: str, second: str, both: Interval) -> None:
    assert hull([quantity(first), quantity(second)]) == both
    assert hull([quantity(second), quantity(first)]) == both
