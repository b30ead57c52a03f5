from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from license_gate.conditions.judge import judge, with_exceptions
from license_gate.domain.answers import Truth
from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.facts import Entry, SetValue
from tests.known import condition, judged, partly, period, record, situation, whole

T, U, F = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
LETTER = {"T": T, "U": U, "F": F}

COMMERCIAL, PAYMENT = (Leaf(fact, "holds", value=True) for fact in ("use.commercial", "use.payment"))
RECORDED = {T: (True,), F: (False,), U: ()}


def given(first: Truth, second: Truth) -> list[Entry]:
    """Records that make COMMERCIAL and PAYMENT have these truth values."""
    return [
        *(record("use.commercial", value) for value in RECORDED[first]),
        *(record("use.payment", value) for value in RECORDED[second]),
    ]


def truth(judged_condition: Condition, first: Truth, second: Truth = U) -> Truth:
    return judge(judged_condition, situation(*given(first, second))).truth


AND = {"TT": "T", "TU": "U", "TF": "F", "UT": "U", "UU": "U", "UF": "F", "FT": "F", "FU": "F", "FF": "F"}
OR = {"TT": "T", "TU": "T", "TF": "T", "UT": "T", "UU": "U", "UF": "U", "FT": "T", "FU": "U", "FF": "F"}
NONE = {pair: {"T": "F", "U": "U", "F": "T"}[letter] for pair, letter in OR.items()}
# The strict reading stands until a later one is known to be false.
READINGS = {"TT": "T", "TU": "T", "TF": "U", "UT": "U", "UU": "U", "UF": "U", "FT": "F", "FU": "F", "FF": "F"}


@pytest.mark.parametrize("pair", ["".join(pair) for pair in product("TUF", repeat=2)])
def test_the_tables_of_two_parts(pair: str) -> None:
    first, second = LETTER[pair[0]], LETTER[pair[1]]
    parts = (COMMERCIAL, PAYMENT)
    assert truth(Group(all=parts), first, second) is LETTER[AND[pair]]
    assert truth(Group(any=parts), first, second) is LETTER[OR[pair]]
    assert truth(Group(none=parts), first, second) is LETTER[NONE[pair]]
    assert truth(Readings(parts), first, second) is LETTER[READINGS[pair]]
    both = Group(all=(COMMERCIAL,), none=(PAYMENT,))
    assert truth(both, first, second) is min(first, Truth(2 - second))
    assert truth(with_exceptions(COMMERCIAL, (PAYMENT,)), first, second) is min(first, Truth(2 - second))


@pytest.mark.parametrize(("inner", "expected", "why"), [(T, U, "text"), (U, U, "fact"), (F, F, "")])
def test_unclear_words_never_hold(inner: Truth, expected: Truth, why: str) -> None:
    judgment = judge(Unclear("what it means", COMMERCIAL), situation(*given(inner, U)))
    assert (judgment.truth, judgment.ignorance) == (expected, why)


def test_an_empty_condition_holds_always() -> None:
    assert judge(EVERY, situation()).truth is T


def test_without_exceptions_a_condition_stays_what_it_is() -> None:
    assert with_exceptions(COMMERCIAL, ()) is COMMERCIAL


def test_readings_that_differ_are_unknown_because_of_the_text() -> None:
    assert judge(Readings((COMMERCIAL, PAYMENT)), situation(*given(T, F))).ignorance == "text"
    assert judge(Readings((COMMERCIAL, PAYMENT)), situation(*given(U, F))).ignorance == "fact"


@pytest.mark.parametrize(
    ("text", "entry", "expected"),
    [
        ("{fact: use.commercial}", record("use.commercial", value=True), T),
        ("{fact: use.commercial}", record("use.commercial", value=False), F),
        ("{fact: use.commercial, is: false}", record("use.commercial", value=False), T),
        ("{fact: use.commercial, in: [true]}", record("use.commercial", value=True), T),
        ("{fact: use.commercial, in: [true]}", record("use.commercial", value=False), F),
        ("{fact: organization.type, is: company}", record("organization.type", "company"), T),
        ("{fact: organization.type, is: company}", record("organization.type", "academic"), F),
        ("{fact: organization.type, in: [company, academic]}", record("organization.type", "academic"), T),
        ("{fact: organization.type, in: [company, academic]}", record("organization.type", "individual"), F),
        ("{fact: target.name, starts_with: Llama}", record("target.name", "lab/llama-Student"), T),
        ("{fact: target.name, starts_with: Llama}", record("target.name", "Llama/Student"), F),
        ("{fact: target.name, is: Student}", record("target.name", "lab/Student"), T),
        ("{fact: target.license, is: a/b}", record("target.license", "a/b"), T),
        ("{fact: model.change_date, at_most: today}", record("model.change_date", "2026-11-15"), T),
        ("{fact: model.change_date, at_most: today}", record("model.change_date", "2026-11-16"), F),
        ("{fact: model.change_date, above: 2026-01-01}", record("model.change_date", "2026-01-01"), F),
        ("{fact: model.change_date, at_least: 2026-01-01}", record("model.change_date", "2026-01-01"), T),
        ("{fact: model.change_date, below: 2026-01-01}", record("model.change_date", "2025-12-31"), T),
        ("{fact: organization.seat, includes: EU}", record("organization.seat", whole("DE")), T),
        ("{fact: organization.seat, includes: EU}", record("organization.seat", whole("NO")), F),
        ("{fact: organization.seat, includes: EEA}", record("organization.seat", whole("NO")), T),
        ("{fact: organization.seat, includes: EU}", record("organization.seat", whole("GB")), F),
        ("{fact: use.territories, includes: DE}", record("use.territories", partly(excludes=("EU",))), F),
        ("{fact: use.territories, within: [EU]}", record("use.territories", whole("DE", "FR")), T),
        ("{fact: use.territories, within: [EU]}", record("use.territories", whole("DE", "CH")), F),
    ],
)
def test_facts_without_time(text: str, entry: Entry, expected: Truth) -> None:
    assert judged(text, entry).truth is expected
    assert judged(text).truth is U
    assert judged(text).ignorance == "fact"


def test_the_union_is_the_one_of_the_day() -> None:
    seat = record("organization.seat", whole("GB"))
    eu = condition("{fact: organization.seat, includes: EU}")
    assert judge(eu, situation(seat, today=dt.date(2019, 6, 1))).truth is T
    assert judge(eu, situation(seat, today=dt.date(2020, 2, 1))).truth is F


RELEASE = "{fact: group.monthly_active_users, at: month-before-release, above: 700M}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ((record("group.monthly_active_users", "820M", "2023-06"),), T),
        ((record("group.monthly_active_users", "40M", "2023-06"), record("group.monthly_active_users", "820M", "2026-10")), F),
        ((record("group.monthly_active_users", "820M", "2026-10"),), U),
        ((record("group.monthly_active_users", "<700M", "2023-06"),), F),
        ((record("group.monthly_active_users", "<700M"),), F),
        ((record("group.monthly_active_users", "<700M", "2023"),), F),
        ((record("organization.founded", "2024-03-01"),), F),
        ((record("organization.founded", "2023-06-30"),), U),
    ],
)  # fmt: skip
def test_llama_2_looks_at_one_month_of_the_past(entries: tuple[Entry, ...], expected: Truth) -> None:
    judgment = judged(RELEASE, *entries)
    assert judgment.truth is expected
    assert judgment.period == period("2023-06")


def test_without_a_release_date_the_month_is_unknown() -> None:
    judgment = judge(condition(RELEASE), situation(released=""))
    assert (judgment.truth, judgment.missing, judgment.ignorance) == (U, "model.released", "fact")


MONTHLY = "{fact: product.monthly_active_users, at: previous-month, above: 100M}"
YEARLY = "{fact: group.revenue, at: previous-year, above: USD 10M}"


@pytest.mark.parametrize(
    ("day", "grace", "late"),
    [
        (dt.date(2026, 11, 1), None, True),
        (dt.date(2026, 11, 20), None, True),
        (dt.date(2026, 11, 21), None, False),
        (dt.date(2026, 11, 1), 0, False),
        (dt.date(2026, 11, 30), 30, True),
    ],
)
def test_a_month_may_be_late(day: dt.date, grace: int | None, late: bool) -> None:
    september = record("product.monthly_active_users", "<90M", "2026-09")
    judgment = judge(condition(MONTHLY), situation(september, today=day, grace_days=grace))
    assert judgment.truth is U
    assert judgment.ignorance == ("late" if late else "fact")


@pytest.mark.parametrize(("day", "late"), [(dt.date(2026, 4, 30), True), (dt.date(2026, 5, 1), False)])
def test_a_year_may_be_late(day: dt.date, late: bool) -> None:
    judgment = judge(condition(YEARLY), situation(record("group.revenue", "<USD 9M", "2024"), today=day))
    assert judgment.ignorance == ("late" if late else "fact")


@pytest.mark.parametrize(
    "entries",
    [
        (),
        (record("product.monthly_active_users", "120M", "2026-09"),),
        (record("product.monthly_active_users", "<110M", "2026-09"),),
        (record("product.monthly_active_users", "<90M", "2026-08"),),
        (
            record("product.monthly_active_users", "<90M", "2026-09"),
            record("product.monthly_active_users", "<110M", "2026-10"),
        ),
    ],
)
def test_there_is_no_grace_without_a_harmless_month_before(entries: tuple[Entry, ...]) -> None:
    assert judged(MONTHLY, *entries).ignorance == "fact"


def test_grace_looks_at_the_harmless_side() -> None:
    exception = Group(
        none=(condition("{fact: product.monthly_active_users, at: previous-month, below: 1M}"),)
    )
    small = record("product.monthly_active_users", "<500k", "2026-09")
    large = record("product.monthly_active_users", "2M", "2026-09")
    assert judge(exception, situation(small)).ignorance == "late"
    assert judge(exception, situation(large)).ignorance == "fact"


def test_what_is_late_and_missing_is_missing() -> None:
    both = Group(all=(condition(MONTHLY), COMMERCIAL))
    september = record("product.monthly_active_users", "<90M", "2026-09")
    assert judge(both, situation(september)).ignorance == "fact"
    unclear = Group(all=(condition(MONTHLY), Unclear("words", EVERY)))
    assert judge(unclear, situation(september)).ignorance == "text"


ANY_YEAR = "{fact: group.revenue, at: any-year, above: USD 1M}"
ANY_12 = "{fact: group.revenue, at: any-12-months, above: USD 20M}"


@pytest.mark.parametrize(
    ("text", "entries", "expected"),
    [
        (ANY_YEAR, (record("group.revenue", "<USD 1M"),), F),
        (ANY_YEAR, (record("group.revenue", "<USD 1M", "2025.."),), F),
        (ANY_YEAR, (record("group.revenue", "<USD 1M", "2025"),), U),
        (ANY_YEAR, (record("group.revenue", "<USD 1M", "2025"), record("group.revenue", "<USD 900k", "2026")), F),
        (ANY_YEAR, (record("group.revenue", ">USD 1M", "2026"),), T),
        (ANY_YEAR, (record("group.revenue", "USD 3M", "2026-01..2026-06"),), T),
        (ANY_YEAR, (record("group.revenue", "USD 3M", "2024"),), U),
        (ANY_12, (record("group.revenue", "<USD 8M", "2025"), record("group.revenue", "<USD 9M", "2026")), F),
        (ANY_12, (record("group.revenue", "<USD 12M", "2025"), record("group.revenue", "<USD 12M", "2026")), U),
        (ANY_12, (record("group.revenue", "USD 15M", "2025-07..2025-12"), record("group.revenue", "USD 9M", "2026-01..2026-06")), T),
        (ANY_12, (record("group.revenue", "<USD 5M"),), F),
        (ANY_12, (), U),
    ],
)  # fmt: skip
def test_at_any_time(text: str, entries: tuple[Entry, ...], expected: Truth) -> None:
    assert judged(text, *entries).truth is expected


def test_any_month_of_a_level() -> None:
    text = "{fact: group.monthly_active_users, at: any-month, above: 1M}"
    assert judged(text, record("group.monthly_active_users", "<1M", "2025..")).truth is F
    assert judged(text, record("group.monthly_active_users", "2M", "2025-05")).truth is T
    assert judged(text, record("group.monthly_active_users", "2M", "2025-02")).truth is U
    complete = (
        record("group.monthly_active_users", "<1M", "2025"),
        record("group.monthly_active_users", "<1M", "2026"),
    )
    assert judged(text, *complete).truth is F


def test_any_month_of_a_flow_takes_no_lower_bound_from_a_year() -> None:
    text = "{fact: group.revenue, at: any-month, above: USD 1M}"
    assert judged(text, record("group.revenue", ">USD 6M", "2025..")).truth is U
    assert judged(text, record("group.revenue", "<USD 1M", "2025..")).truth is F


def test_all_periods_that_are_harmless_are_told_as_one() -> None:
    records = (record("group.revenue", "<USD 8M", "2025"), record("group.revenue", "<USD 9M", "2026"))
    judgment = judged(ANY_12, *records)
    assert judgment.period == period("2025..2026")
    assert judgment.reading is not None
    assert judgment.reading.entries == records


def test_without_a_start_only_what_always_holds_says_no() -> None:
    records = [record("group.revenue", "<USD 900k", "2026")]
    undecided = judge(condition(ANY_YEAR), situation(*records, since=""))
    assert (undecided.truth, undecided.missing) == (U, "use.since")
    assert judge(condition(ANY_YEAR), situation(record("group.revenue", "<USD 1M"), since="")).truth is F
    assert (
        judge(condition(ANY_YEAR), situation(record("group.revenue", "USD 2M", "2026"), since="")).truth is T
    )


def test_money_of_another_currency_is_compared_at_every_rate_of_the_year() -> None:
    from license_gate.domain.quantity import Interval

    rates = {("EUR", 2026): Interval(1.0, 1.2), ("CNY", 2025): Interval(0.13, 0.15)}
    text = condition("{fact: consolidated.revenue, at: previous-month, above: USD 20M}")
    recorded = record("consolidated.revenue", ">EUR 50M", "2026-10")
    assert judge(text, situation(recorded, rates=rates)).truth is T
    assert judge(text, situation(recorded)).truth is U
    straddling = record("consolidated.revenue", "EUR 18M", "2026-10")
    assert judge(text, situation(straddling, rates=rates)).truth is U
    yuan = condition("{fact: group.largest_member_revenue, at: previous-year, above: CNY 1B}")
    dollars = record("group.revenue", "<USD 100M")
    assert judge(yuan, situation(dollars, rates=rates)).truth is F


# Section 3 of the language: one row for each way in which a text counts.
ROWS = [
    ("{fact: group.monthly_active_users, at: month-before-release, above: 700M}", "group.monthly_active_users", "2023-06", "700M", "700_000_001"),
    ("{readings: [{fact: group.monthly_active_users, at: month-before-release, above: 10M}, {fact: group.largest_member_monthly_active_users, at: month-before-release, above: 10M}]}", "group.monthly_active_users", "2023-06", "10M", "11M"),
    ("{fact: organization.monthly_active_users, at: month-before-release, above: 100M}", "organization.monthly_active_users", "2023-06", "100M", "101M"),
    ("{fact: product.monthly_active_users, at: previous-month, above: 100M}", "product.monthly_active_users", "2026-10", "100M", "101M"),
    ("{fact: group.monthly_active_users, at: previous-month, above: 300M}", "group.monthly_active_users", "2026-10", "300M", "301M"),
    ("{fact: group.largest_member_revenue, at: previous-year, above: CNY 1B}", "group.largest_member_revenue", "2025", "CNY 1B", "CNY 2B"),
    ("{fact: group.daily_active_users, at: previous-month, at_least: 1M}", "group.daily_active_users", "2026-10", "999_999", "1M"),
    ("{fact: product.monthly_visits, at: previous-month, above: 1M}", "product.monthly_visits", "2026-10", "1M", "2M"),
    ("{fact: group.revenue, at: any-year, above: USD 1M}", "group.revenue", "2025..2026", "USD 1M", "USD 3M"),
    ("{readings: [{fact: group.revenue, at: previous-year, at_least: USD 10M}, {fact: group.revenue, at: previous-year, above: USD 10M}]}", "group.revenue", "2025", "USD 9M", "USD 11M"),
    ("{fact: organization.revenue, at: previous-year, at_least: USD 10M}", "organization.revenue", "2025", "USD 9M", "USD 10M"),
    ("{fact: consolidated.revenue, at: previous-month, above: USD 20M}", "consolidated.revenue", "2026-10", "USD 20M", "USD 21M"),
    ("{fact: group.revenue, at: any-12-months, above: USD 20M}", "group.revenue", "2025..2026", "USD 20M", "USD 41M"),
    ("{fact: product.recurring_revenue, at: previous-month, above: USD 30M}", "product.recurring_revenue", "2026-10", "USD 30M", "USD 31M"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fact", "at", "harmless", "over"), ROWS)
def test_every_population_and_period_of_the_texts(
    text: str, fact: str, at: str, harmless: str, over: str
) -> None:
    assert judged(text, record(fact, harmless, at)).truth is F
    expected = U if fact == "group.revenue" and "any" in text else T
    assert judged(text, record(fact, over, at)).truth is expected
    assert judged(text).truth is U
    # One bound on the group for all time answers every cap but visits and the run rate.
    group = "group.revenue" if "revenue" in fact else "group.monthly_active_users"
    bare = judged(text, record(group, "<USD 1M" if "revenue" in fact else "<1M"))
    if fact not in ("product.monthly_visits", "product.recurring_revenue", "group.largest_member_revenue"):
        assert bare.truth is F


def test_lfm_is_unclear_at_exactly_the_number() -> None:
    text = ROWS[9][0]
    judgment = judged(text, record("group.revenue", "USD 10M", "2025"))
    assert (judgment.truth, judgment.ignorance) == (U, "text")


def test_a_set_of_unknown_members_is_no_answer() -> None:
    assert judged("{fact: use.acts, within: [serve]}", record("use.acts", SetValue())).truth is U
