from __future__ import annotations

import pytest

from license_gate.domain.facts import Entry, SetValue
from license_gate.domain.period import ALWAYS, month, year
from license_gate.domain.quantity import Interval
from tests.unit.documents.asking import facts


def only(text: str) -> Entry:
    recorded, problems = facts(text)
    assert problems == []
    assert len(recorded.entries) == 1
    return recorded.entries[0]


def problems_of(text: str, *, confidential: bool | None = None) -> list[str]:
    return facts(text, confidential=confidential)[1]


@pytest.mark.parametrize(
    "text", ["organization: {type: company}", "organization.type: company", "organization:\n  type: company"]
)
def test_names_may_be_nested_or_dotted(text: str) -> None:
    entry = only(text)
    assert (entry.fact, entry.value) == ("organization.type", "company")


def test_norway_and_sweden_stay_countries() -> None:
    assert only("use: {territories: [NO, SE]}").value == SetValue(frozenset({"NO", "SE"}))


def test_part_of_a_set_may_be_known() -> None:
    value = only("use: {territories: {includes: [US], excludes: [EU, KR]}}").value
    assert value == SetValue(frozenset({"US"}), frozenset({"EU", "KR"}), complete=False)


def test_an_empty_list_says_none() -> None:
    assert only("use: {fields: []}").value == SetValue()


@pytest.mark.parametrize("fact", ["organization.seat", "use.purposes", "use.territories"])
def test_some_lists_refuse_to_be_empty(fact: str) -> None:
    assert problems_of(f"{fact}: []") == [
        f"2:{len(fact) + 3}: '{fact}' cannot be empty: remove the line if it is not known"
    ]


def test_an_answer_names_the_list_that_it_answers() -> None:
    entry = only("use: {fields: {answered: [military], list: 2026-11}}")
    assert (entry.value, entry.answers) == (SetValue(frozenset({"military"})), "2026-11")
    assert only("use: {fields: {answered: [], list: 2026-11}}").value == SetValue()
    assert problems_of("use: {fields: {answered: [], list: november}}") == [
        "2:36: 'november' is not the month of a list: write it as 2026-11"
    ]


def test_a_value_may_say_who_recorded_it_and_when() -> None:
    entry = only("use: {commercial: {value: true, by: legal@, on: 2026-11-02}}")
    assert (entry.value, entry.by, entry.on) == (True, "legal@", "2026-11-02")


def test_a_fact_over_time_is_keyed_by_period() -> None:
    text = 'group: {monthly_active_users: {2023-06: "<700M", 2026-10: {value: 95M, by: growth@, on: 2026-11-02}}}'
    recorded, problems = facts(text)
    assert problems == []
    assert [(entry.value, entry.period, entry.by) for entry in recorded.entries] == [
        (Interval(0, 700_000_000, high_open=True), month(2023, 6), ""),
        (Interval(95_000_000, 95_000_000), month(2026, 10), "growth@"),
    ]


def test_money_over_time_keeps_its_currency() -> None:
    entry = only('group: {revenue: {2025: "USD 1M..10M"}}')
    assert (entry.value, entry.period) == (Interval(1_000_000, 10_000_000, currency="USD"), year(2025))


def test_a_bare_upper_bound_holds_always() -> None:
    entry = only('group.revenue: "<USD 10M"')
    assert (entry.period, entry.bare) == (ALWAYS, True)


@pytest.mark.parametrize("written", ["95M", ">95M", "90M..95M", "0", ">=0"])
def test_a_bare_number_or_lower_bound_is_asked_for_its_month(written: str) -> None:
    assert problems_of(f'group.monthly_active_users: "{written}"') == [
        (
            "2:29: 'group.monthly_active_users': of which month? write it under its period (2026-10: ...), "
            'or give an upper bound that always holds ("<...")'
        )
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("group.monthly_active_users: {2026-10: '1,000,000'}", "write 1_000_000"),
        ("group.revenue: {2025: 5M}", "money needs its currency: write USD 5M"),
        ("group.monthly_active_users: {2026-13: 5M}", "'2026-13' is not a period"),
        ("group.monthly_active_users: {last month: 5M}", "'last month' is not a period"),
        ("group.monthly_active_users: {2026-10: [5M]}", "needs a single value, but a list stands here"),
        (f"group.monthly_active_users: {{2026-10: {'9' * 100}}}", "it is far too long"),
        ("organization.type: compny", "unknown value of organization.type 'compny'; did you mean 'company'?"),
        ("organization.seat: [UK]", "unknown country 'UK'; did you mean 'GB'?"),
        ("organization.seat: [no]", "unknown country 'no'; did you mean 'NO'?"),
        ("organization.seat: [Norway]", "'Norway' is not a country: use the two capital letters"),
        ("organization.seat: US", "'organization.seat' needs a list"),
        ("organization.founded: 2024-02-30", "'2024-02-30' is not a day of the calendar"),
        ("organization.founded: 31.12.2024", "'31.12.2024' is not a day of the calendar"),
        ("use.commercial: yes", "'yes' is neither true nor false"),
        ("use.commercial: 'true'", "'true' is neither true nor false (write it so, without quotes)"),
        ("use.commercial:", "'use.commercial' has no value: record one, or remove the line"),
        ("use.fields: [militry]", "unknown value of use.fields 'militry'; did you mean 'military'?"),
        ("use.fields: {includes: []}", "'use.fields:' is an empty list"),
        ("use.fields: {includes: [military], excludes: [military]}", "is both included and excluded"),
        ("use.fields: {}", "'use.fields' needs a list, or {includes: [...], excludes: [...]}"),
        ("group.competes_with: [mta]", "unknown value of group.competes_with 'mta'; did you mean 'meta'?"),
        ("group.mau: {2026-10: 5M}", "unknown fact 'group.mau'"),
        ("group: {revenu: '<USD 5M'}", "unknown fact 'group.revenu'; did you mean 'group.revenue'?"),
        ("organisation: {seat: [US]}", "unknown fact 'organisation'; did you mean 'organization'?"),
        ("confidental: true", "unknown fact 'confidental'; did you mean 'confidential'?"),
        ("use: {acts: [serve]}", "'use.acts' is what 'uses:' of a product or model says: write it there"),
        ("model: {released: 2024-01-01}", "'model.released' cannot be recorded in facts.yaml: it belongs to"),
        ("group: 5", "'group' needs a mapping (key: value), but a single value stands here"),
    ],
)
def test_a_mistake_is_said_with_what_to_write(text: str, said: str) -> None:
    problems = problems_of(text)
    assert len(problems) == 1, problems
    assert said in problems[0]


def test_all_mistakes_are_found_at_once() -> None:
    text = "organization: {type: x, seat: [XX]}\ngroup.mau: 1\nuse: {commercial: maybe, fields: [x]}"
    assert len(problems_of(text)) == 5


def test_a_section_with_nothing_in_it_records_nothing() -> None:
    assert facts("group:\nuse: {}\n")[0].entries == ()


def test_a_document_without_version_is_told_so() -> None:
    assert "2:1: unknown fact 'versio'; did you mean 'version'?" in problems_of("versio: 1")


NUMBER = "734_519_221"


@pytest.mark.parametrize(
    "text",
    [
        f"group.monthly_active_users: {NUMBER}",
        f"group.monthly_active_users: '{NUMBER} users'",
        f"group.monthly_active_users: {{2026-10: '{NUMBER},000'}}",
        f"group.monthly_active_users: {{{NUMBER}: 2026-10}}",
        f"group.monthly_active_users: [{NUMBER}]",
        f"group.monthly_active_users: {{2026-10: {{value: x{NUMBER}, by: a, on: {NUMBER}}}}}",
        f"group.revenue: {{2025: {NUMBER}}}",
        f"group.revenue: {{2025: 'USDX {NUMBER}'}}",
        f"organization.type: {NUMBER}",
        f"organization.seat: [{NUMBER}]",
        f"organization.founded: {NUMBER}",
        f"use.commercial: {NUMBER}",
        f"use.fields: [{NUMBER}]",
        f"use.fields: {{answered: [], list: {NUMBER}}}",
        f"use.fields: {{includes: [{NUMBER}], excludes: [{NUMBER}]}}",
        f"distribution.displays: {{includes: [{NUMBER}], excludes: [{NUMBER}]}}",
        f"{NUMBER}: group.revenue",
        f"group: {{{NUMBER}: revenue}}",
        f"group: {NUMBER}",
    ],
)
@pytest.mark.parametrize("how", ["in the document", "from the environment"])
def test_no_message_about_a_confidential_document_holds_a_value(text: str, how: str) -> None:
    if how == "in the document":
        problems = problems_of("confidential: true\n" + text)
    else:
        problems = problems_of(text, confidential=True)
    assert problems
    assert not any(NUMBER in problem or "734" in problem for problem in problems)


def test_a_misspelt_fact_of_a_confidential_document_still_gets_its_suggestion() -> None:
    assert problems_of("group: {revenu: '<USD 5M'}", confidential=True) == [
        "2:9: unknown fact; did you mean 'group.revenue'?"
    ]


def test_anything_but_a_plain_false_keeps_a_document_confidential() -> None:
    assert facts("confidential: yes\n")[0].confidential
    assert not facts("confidential: false\n")[0].confidential
    assert not facts("")[0].confidential


def test_text_from_the_environment_is_confidential_whatever_it_says() -> None:
    assert facts("confidential: false\n", confidential=True)[0].confidential


@pytest.mark.parametrize(
    "text",
    ["group: {monthly_active_users: 1,000,000}", "group: {monthly_active_users: {2026-10: 1,000,000}}"],
)
@pytest.mark.parametrize("first", ["", "confidential: true\n"])
def test_a_number_with_commas_in_braces_says_what_the_comma_does(text: str, first: str) -> None:
    assert any("a comma ends the value: write 1_000_000 or 1M" in each for each in problems_of(first + text))
