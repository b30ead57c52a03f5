from __future__ import annotations

import pytest

from license_gate.domain.facts import Entry, Value
from license_gate.domain.quantity import INFINITY, Interval
from license_gate.facts.ledger import NOTHING, Ledger
from tests.known import KINDS, ledger, partly, period, quantity, record, whole

MAU = "group.monthly_active_users"


def value(book: Ledger, fact: str, at: str = "") -> Value | None:
    return book.read(fact, period(at) if at else None).value


def test_nothing_is_known_of_what_nobody_recorded() -> None:
    book = ledger()
    assert book.read("use.commercial") == NOTHING
    assert book.read(MAU, period("2026-10")) == NOTHING
    assert book.read("use.unheard-of") == NOTHING
    assert ledger(record(MAU, "<1M")).read(MAU) == NOTHING, "a level has no value without a period"


def test_a_reading_names_the_records_that_decided() -> None:
    loose, tight, low = record(MAU, "<9M"), record(MAU, "<5M", "2026"), record(MAU, ">1M", "2026-10")
    reading = ledger(loose, tight, low).read(MAU, period("2026-10"))
    assert reading.value == Interval(1e6, 5e6, low_open=True, high_open=True)
    assert set(reading.entries) == {tight, low}


def test_a_bare_bound_holds_for_every_period() -> None:
    book = ledger(record(MAU, "<1M"), record("group.revenue", "<USD 10M"))
    for at in ("2023-06", "2026-10", "1999-01"):
        assert value(book, MAU, at) == quantity("<1M")
    for at in ("2025", "2026-10", "2025-07..2026-06"):
        assert value(book, "group.revenue", at) == quantity("<USD 10M", money=True)


def test_a_level_over_several_months_lies_in_all_of_them() -> None:
    book = ledger(record(MAU, "1M..2M", "2025-01..2025-06"), record(MAU, "3M", "2025-07..2025-12"))
    assert value(book, MAU, "2025") == Interval(1e6, 3e6)
    assert value(book, MAU, "2025-07..2025-09") == quantity("3M")
    assert value(book, MAU, "2025-12..2026-01") is None


def test_upper_bounds_come_down_from_the_group() -> None:
    book = ledger(record(MAU, "<1M"), record("group.revenue", "<USD 1M", "2025"))
    for fact in (
        "organization.monthly_active_users",
        "product.monthly_active_users",
        "group.daily_active_users",
        "group.largest_member_monthly_active_users",
    ):
        assert value(book, fact, "2026-10") == quantity("<1M")
    for fact in (
        "organization.revenue",
        "consolidated.revenue",
        "product.revenue",
        "group.largest_member_revenue",
    ):
        assert value(book, fact, "2025") == quantity("<USD 1M", money=True)
    assert value(book, "product.monthly_visits", "2026-10") is None, "one user may visit often"


def test_lower_bounds_go_up_to_the_group() -> None:
    book = ledger(record("product.monthly_active_users", "5M", "2026-10"))
    for fact in ("organization.monthly_active_users", MAU, "product.monthly_visits"):
        assert value(book, fact, "2026-10") == Interval(5e6, INFINITY)
    assert value(book, "group.daily_active_users", "2026-10") is None


def test_the_company_is_not_bounded_by_its_consolidated_accounts() -> None:
    book = ledger(record("consolidated.revenue", "<USD 1M", "2025"))
    assert value(book, "organization.revenue", "2025") is None


def test_parts_of_a_year_recorded_at_several_levels_add_up() -> None:
    book = ledger(
        record("product.revenue", "USD 3M", "2025-01..2025-06"),
        record("consolidated.revenue", "USD 4M", "2025-07..2025-12"),
    )
    assert value(book, "group.revenue", "2025") == Interval(7e6, INFINITY, currency="USD")


def test_a_circle_of_inclusion_does_no_harm() -> None:
    kinds = {
        name: KINDS[MAU]._replace(name=name, bounded_by=(other,))
        for name, other in (("a.x", "b.x"), ("b.x", "a.x"))
    }
    entries = [Entry("a.x", quantity("<5"), period("2026"))]
    assert Ledger(entries, kinds).read("b.x", period("2026-01")).value == quantity("<5")


def test_nothing_was_before_the_organization_was_founded() -> None:
    book = ledger(
        record("organization.founded", "2024-03-01"), record("group.revenue", "USD 2M", "2024-03..2024-12")
    )
    assert value(book, MAU, "2023-06") == Interval(0, 0)
    assert value(book, MAU, "2024-02") == Interval(0, 0)
    assert value(book, MAU, "2024-03") is None
    assert value(book, "group.revenue", "2023") == Interval(0, 0, currency="USD")
    assert value(book, "group.revenue", "2024") == quantity("USD 2M", money=True)
    assert value(book, "product.revenue", "2023-06..2024-02") == Interval(0, 0, currency="USD")


def test_facts_without_time_are_combined() -> None:
    book = ledger(
        record("use.acts", partly(includes=("serve",))), record("use.acts", partly(excludes=("embed",)))
    )
    assert value(book, "use.acts") == partly(("serve",), ("embed",))
    book = ledger(record("use.acts", whole("serve")), record("use.acts", partly(excludes=("embed",))))
    assert value(book, "use.acts") == whole("serve")


@pytest.mark.parametrize(
    "entries",
    [
        (record("use.commercial", value=True), record("use.commercial", value=False)),
        (record("organization.type", "company"), record("organization.type", "academic")),
        (record("use.acts", whole("serve")), record("use.acts", whole("embed"))),
        (record("use.acts", whole("serve")), record("use.acts", partly(excludes=("serve",)))),
    ],
)
def test_records_that_contradict_each_other_are_no_knowledge(entries: tuple[Entry, Entry]) -> None:
    for order in (entries, entries[::-1]):
        reading = ledger(*order).read(entries[0].fact)
        assert reading.value is None
        assert set(reading.entries) == set(entries)


def test_bounds_that_contradict_each_other_are_no_knowledge() -> None:
    assert value(ledger(record(MAU, "<1M", "2026"), record(MAU, "2M", "2026-10")), MAU, "2026-10") is None
    assert value(ledger(record(MAU, "<1M", "2026"), record(MAU, ">=1M", "2026-10")), MAU, "2026-10") is None


def test_unions_of_countries_are_expanded_for_the_day() -> None:
    entries = (record("use.territories", partly(excludes=("EU",))),)
    known = value(Ledger(entries, KINDS), "use.territories")
    assert "GB" not in getattr(known, "excludes")  # noqa: B009 (the value is a union of types)
    earlier = value(Ledger(entries, KINDS, day="2019-01-01"), "use.territories")
    assert "GB" in getattr(earlier, "excludes")  # noqa: B009 (as above)


def test_order_does_not_matter() -> None:
    entries = [
        record(MAU, "<5M", "2026", line=3),
        record(MAU, "<5M", line=2),
        record("organization.monthly_active_users", "1M", "2026-10", line=9),
    ]
    expected = ledger(*entries).read(MAU, period("2026-10"))
    assert ledger(*entries[::-1]).read(MAU, period("2026-10")) == expected


# -- what counts: records, derivations, assumptions


def derived(entry: Entry) -> Entry:
    return entry._replace(origin="derived", because="a test")


def assumed(entry: Entry) -> Entry:
    return entry._replace(origin="assumed")


YES, NO = (record("use.commercial", value=answer) for answer in (True, False))


def test_a_record_replaces_a_default_and_an_assumption() -> None:
    kinds = {**KINDS, "use.commercial": KINDS["use.commercial"]._replace(derived="default")}
    assert Ledger([derived(YES), NO], kinds).read("use.commercial").value is False
    assert Ledger([assumed(YES), NO], kinds).read("use.commercial").value is False
    assert Ledger([assumed(YES), derived(NO)], kinds).read("use.commercial").value is False
    assert Ledger([assumed(YES)], kinds).read("use.commercial").value is True


def test_a_record_beside_an_identity_must_agree() -> None:
    kinds = {**KINDS, "use.commercial": KINDS["use.commercial"]._replace(derived="identity")}
    assert Ledger([derived(YES), NO], kinds).read("use.commercial").value is None
    assert Ledger([derived(YES), YES], kinds).read("use.commercial").value is True


# -- layers


def test_the_nearest_record_of_a_use_replaces_the_farther_one() -> None:
    book = ledger(YES, record("product.monthly_active_users", "9M", "2026-10"))
    near = book.with_entries([NO, record("product.monthly_active_users", "<2M")])
    assert near.read("use.commercial").value is False
    assert value(near, "product.monthly_active_users", "2026-10") == quantity("<2M")
    assert book.read("use.commercial").value is True, "the farther ledger stays as it was"


def test_facts_of_the_group_are_never_replaced() -> None:
    book = ledger(record(MAU, "<9M")).with_entries([record(MAU, "<50M")])
    assert value(book, MAU, "2026-10") == quantity("<9M")


def test_a_near_assumption_does_not_replace_a_far_record() -> None:
    assert ledger(NO).with_entries([assumed(YES)]).read("use.commercial").value is False
    assert ledger(assumed(NO)).with_entries([YES]).read("use.commercial").value is True


def test_a_near_record_moves_the_bounds_of_its_relatives() -> None:
    book = ledger(record(MAU, "<9M"))
    assert value(book, "organization.monthly_active_users", "2026-10") == quantity("<9M")
    near = book.with_entries([record("product.monthly_active_users", "4M", "2026-10")])
    assert value(near, "organization.monthly_active_users", "2026-10") == Interval(4e6, 9e6, high_open=True)
    founded = book.with_entries([record("organization.founded", "2024-01-01")])
    assert value(founded, "product.monthly_visits", "2023-12") == Interval(0, 0)


def test_what_no_layer_touches_is_read_where_it_is_known() -> None:
    book = ledger(record(MAU, "<9M"))
    near = book.with_entries([YES])
    assert near.read(MAU, period("2026-10")) is book.read(MAU, period("2026-10"))
    assert near.with_entries([NO]).read(MAU, period("2026-10")) is book.read(MAU, period("2026-10"))


# -- money


RATES = {
    ("EUR", 2025): Interval(1.0, 1.25),
    ("EUR", 2026): Interval(1.0, 1.5),
    ("CNY", 0): Interval(0.125, 0.25),
}


def money(text: str, currency: str, at: str = "2025", key: str = "2025") -> Value | None:
    return (
        ledger(record("group.revenue", text, key), rates=RATES)
        .read("group.revenue", period(at), currency)
        .value
    )


def test_the_same_currency_needs_no_rate() -> None:
    assert money("GBP 3M", "GBP") == quantity("GBP 3M", money=True)
    assert money("GBP 3M", "") == quantity("GBP 3M", money=True)


def test_another_currency_is_an_interval_of_rates() -> None:
    assert money("EUR 4M", "USD") == quantity("USD 4M..5M", money=True)
    assert money("<EUR 4M", "USD") == quantity("<USD 5M", money=True)
    assert money("USD 5M", "EUR") == quantity("EUR 4M..5M", money=True)
    assert money("EUR 4M", "CNY") == quantity("CNY 16M..40M", money=True)


def test_the_rates_are_those_of_the_period_that_is_asked_for() -> None:
    assert money("EUR 4M", "USD", "2026-10", "2026") == quantity("<=USD 6M", money=True)
    assert money("EUR 4M", "USD", "2025-07..2026-06", "2025-07..2026-06") == quantity(
        "USD 4M..6M", money=True
    )


def test_without_a_rate_money_is_not_known() -> None:
    reading = ledger(record("group.revenue", "GBP 3M", "2025"), rates=RATES).read(
        "group.revenue", period("2025"), "USD"
    )
    assert reading.value is None
    assert [str(entry.period) for entry in reading.entries] == ["2025"]
    assert money("EUR 4M", "USD", "2024", "2024") is None


def test_a_record_that_can_be_used_is_used() -> None:
    book = ledger(record("group.revenue", "GBP 3M", "2025"), record("group.revenue", "<USD 9M"), rates=RATES)
    assert book.read("group.revenue", period("2025"), "USD").value == quantity("<USD 9M", money=True)
