from __future__ import annotations

import pytest

from license_gate.domain.facts import Entry, FactType
from license_gate.domain.place import Place, Problem
from license_gate.domain.quantity import Interval
from license_gate.facts.contradictions import contradictions
from tests.known import KINDS, partly, record, whole

MAU = "group.monthly_active_users"


def found(*entries: Entry) -> list[Problem]:
    problems = contradictions(entries, KINDS)
    assert contradictions(entries[::-1], KINDS) == problems, "order does not matter"
    return problems


@pytest.mark.parametrize(
    "entries",
    [
        (record(MAU, "<5M", "2026", line=3), record(MAU, "6M", "2026-10", line=4)),
        (record(MAU, "<5M", "2026", line=3), record(MAU, "5M", "2026-10", line=4)),
        (record(MAU, "<5M", line=3), record(MAU, "5M..6M", "2026-07..", line=4)),
        (record(MAU, "3M", "2026-01..2026-06", line=3), record(MAU, "4M", "2026-06..2026-12", line=4)),
        (record(MAU, "<5M", line=3), record("product.monthly_active_users", "6M", "2026-10", line=4)),
        (record("organization.founded", "2024-01-01", line=3), record(MAU, "6M", "2023-06", line=4)),
        (record("group.revenue", "USD 5M", "2025", line=3), record("group.revenue", "USD 6M", "2025-06", line=4)),
        (record("group.revenue", "USD 5M", "2025", line=3), record("group.revenue", "USD 6M", "2025", line=4)),
        (record("group.revenue", "<USD 5M", line=3), record("product.revenue", ">=USD 5M", "2025", line=4)),
        (record("group.revenue", "<USD 5M", "2025..", line=3), record("group.revenue", "USD 6M", "2026..", line=4)),
        (record("organization.founded", "2026-01-01", line=3), record("group.revenue", "USD 1", "2025", line=4)),
        (record("use.commercial", value=True, line=3), record("use.commercial", value=False, line=4)),
        (record("organization.type", "company", line=3), record("organization.type", "academic", line=4)),
        (record("use.acts", whole("serve"), line=3), record("use.acts", whole("embed"), line=4)),
        (record("use.acts", partly(("serve",)), line=3), record("use.acts", partly((), ("serve",)), line=4)),
        (record("use.territories", partly((), ("EU",)), line=3), record("use.territories", partly(("DE",)), line=4)),
    ],
)  # fmt: skip
def test_two_records_that_cannot_both_be_true(entries: tuple[Entry, Entry]) -> None:
    (problem,) = found(*entries)
    assert problem.place == Place("facts.yaml", 4, 3)
    assert "facts.yaml:3:3" in problem.message
    assert "cannot both be true" in problem.message


def test_parts_that_are_more_than_the_whole() -> None:
    entries = [
        record("group.revenue", "USD 10M", "2025", line=2),
        record("group.revenue", "USD 6M", "2025-01..2025-06", line=3),
        record("group.revenue", "USD 5M", "2025-07..2025-12", line=4),
    ]
    (problem,) = found(*entries)
    assert problem.place.line == 4
    assert "facts.yaml:2:3" in problem.message
    assert "facts.yaml:3:3" in problem.message


def test_a_whole_that_is_more_than_what_covers_it() -> None:
    entries = [
        record("group.revenue", ">USD 10M", "2025", line=2),
        record("group.revenue", "<USD 6M", "2025-01..2025-06", line=3),
        record("group.revenue", "<USD 4M", "2025-07..2025-12", line=4),
    ]
    (problem,) = found(*entries)
    assert problem.place.line == 4


@pytest.mark.parametrize(
    "entries",
    [
        (record(MAU, "<5M", "2026"), record(MAU, "4M", "2026-10")),
        (record(MAU, "<5M", "2025"), record(MAU, "6M", "2026-10")),
        (record(MAU, "<=5M", "2026"), record(MAU, ">=5M", "2026-10")),
        (record(MAU, "5M", "2026-10"), record("group.daily_active_users", "5M", "2026-10")),
        (record("group.revenue", "USD 5M", "2025-06"), record("group.revenue", "USD 9M", "2025")),
        (record("group.revenue", "<USD 5M", "..2025"), record("group.revenue", "USD 6M", "2026..")),
        (record("group.revenue", "<USD 5M", "..2025"), record("group.revenue", "USD 6M", "2025-07..2026-06")),
        (record("group.revenue", "USD 5M", "2025"), record("group.revenue", "EUR 9M", "2025")),
        (record("consolidated.revenue", "USD 5M", "2025"), record("organization.revenue", "USD 9M", "2025")),
        (record("use.acts", whole("serve")), record("use.acts", partly(("serve",), ("embed",)))),
        (record("use.territories", partly((), ("EU",))), record("use.territories", partly(("GB",)))),
        (record("organization.founded", "2026-01-01"), record("group.revenue", "USD 1", "2026")),
    ],
)
def test_records_that_go_together(entries: tuple[Entry, ...]) -> None:
    assert found(*entries) == []


def test_currencies_are_compared_where_rates_are_known() -> None:
    entries = [
        record("group.revenue", "USD 5M", "2025", line=3),
        record("group.revenue", "EUR 9M", "2025", line=4),
    ]
    assert len(contradictions(entries, KINDS, rates={("EUR", 2025): Interval(1.0, 1.2)})) == 1


def test_confidential_values_stay_out_of_the_message() -> None:
    entries = [
        record(MAU, "<4_567_891", "2026", line=3),
        record(MAU, "5_678_912", "2026-10", line=4),
        record("organization.founded", "2027-01-01", line=5),
    ]
    for problem in contradictions(entries, KINDS, confidential=True):
        for secret in ("4,567", "5,678", "2027"):
            assert secret not in problem.message
        assert problem.place.line in (4, 5)


def test_a_default_that_a_record_replaces_is_no_contradiction() -> None:
    default: dict[str, FactType] = {
        **KINDS,
        "use.commercial": KINDS["use.commercial"]._replace(derived="default"),
    }
    entries = [
        record("use.commercial", value=True)._replace(origin="derived"),
        record("use.commercial", value=False),
    ]
    assert contradictions(entries, default) == []
    assert len(contradictions(entries, KINDS)) == 1
