from __future__ import annotations

import pytest

from license_gate.conditions.explain import Voice, explain
from license_gate.conditions.judge import judge
from license_gate.domain.answers import Truth
from license_gate.domain.facts import Entry
from license_gate.domain.place import Place
from license_gate.domain.quantity import Interval
from license_gate.domain.verdict import Explanation
from tests.known import condition, judged, partly, record, situation, whole

ALOUD, CONFIDENTIAL = Voice(), Voice(confidential=True)
USERS = "{fact: group.monthly_active_users, at: month-before-release, above: 700M}"
PRODUCT = "{fact: product.monthly_active_users, at: previous-month, above: 5M}"
ANY_12 = "{fact: group.revenue, at: any-12-months, above: USD 20M}"


def told(text: str, *entries: Entry, voice: Voice = ALOUD) -> str:
    return explain(judged(text, *entries), voice).statement


@pytest.mark.parametrize(
    ("text", "entries", "statement"),
    [
        (USERS, [record("group.monthly_active_users", "820M", "2023-06")],
         "group.monthly_active_users at 2023-06 is 820,000,000: above 700,000,000"),
        (USERS, [record("group.monthly_active_users", "<700M", "2023-06")],
         "group.monthly_active_users at 2023-06 is less than 700,000,000: not above 700,000,000"),
        (USERS, [record("group.monthly_active_users", "1M..800M", "2023-06")],
         "group.monthly_active_users at 2023-06 is 1,000,000 to 800,000,000: unknown whether it is above 700,000,000"),
        (USERS, [], "group.monthly_active_users at 2023-06 is not recorded: unknown whether it is above 700,000,000"),
        (USERS, [record("organization.founded", "2024-03-01")],
         "group.monthly_active_users at 2023-06 is 0 (by organization.founded): not above 700,000,000"),
        (PRODUCT, [record("group.monthly_active_users", "<1M")],
         "product.monthly_active_users at 2026-10 is less than 1,000,000 (by group.monthly_active_users): not above 5,000,000"),
        (PRODUCT, [record("product.monthly_active_users", "<5M", "2026-09")],
         "product.monthly_active_users at 2026-10 is not recorded yet: unknown whether it is above 5,000,000"),
        (ANY_12, [record("group.revenue", "<USD 8M", "2025"), record("group.revenue", "<USD 9M", "2026")],
         "group.revenue in any twelve months of 2025-01..2026-12 is less than USD 17,000,000: not above USD 20,000,000"),
        (ANY_12, [record("group.revenue", "<USD 8M")],
         "group.revenue in any twelve months of 2025.. is less than USD 8,000,000: not above USD 20,000,000"),
        (ANY_12, [record("group.revenue", "USD 21M", "2026")],
         "group.revenue at 2026 is USD 21,000,000: above USD 20,000,000"),
        ("{fact: group.revenue, at: 2025, above: USD 20M}", [record("group.revenue", "EUR 3M", "2025")],
         "group.revenue at 2025 is recorded in EUR and no rate is known for it (record it in USD): unknown whether it is above USD 20,000,000"),
        ("{fact: use.commercial}", [record("use.commercial", value=True)], "use.commercial is true"),
        ("{fact: use.commercial}", [], "use.commercial is not recorded: unknown whether it is true"),
        ("{fact: organization.type, in: [academic, individual]}", [record("organization.type", "company")],
         "organization.type is company: not one of academic, individual"),
        ("{fact: use.acts, includes: [serve, embed]}", [record("use.acts", whole("serve", "finetune"))],
         "use.acts is finetune, serve: includes serve"),
        ("{fact: use.acts, includes: [distribute, embed]}", [record("use.acts", whole("serve"))],
         "use.acts is serve: includes none of distribute, embed"),
        ("{fact: use.acts, includes: embed}", [record("use.acts", whole("serve"))], "use.acts is serve: does not include embed"),
        ("{fact: organization.seat, includes: EU}", [record("organization.seat", whole("DE"))],
         "organization.seat is DE: includes EU"),
        ("{fact: use.territories, includes: DE}", [record("use.territories", partly(excludes=("EU",)))],
         "use.territories is recorded in part (excludes EU): does not include DE"),
        ("{fact: use.acts, within: [internal]}", [record("use.acts", whole("internal"))],
         "use.acts is internal: limited to internal"),
        ("{fact: use.acts, within: [internal]}", [record("use.acts", whole("serve"))],
         "use.acts is serve: not limited to internal"),
        ("{fact: target.name, starts_with: Llama}", [record("target.name", "lab/Student")],
         "target.name is lab/Student: does not begin with Llama"),
        ("{fact: model.change_date, at_most: today}", [record("model.change_date", "2027-01-01")],
         "model.change_date is 2027-01-01: not at most the day of the run"),
    ],
)  # fmt: skip
def test_one_comparison_in_one_sentence(text: str, entries: list[Entry], statement: str) -> None:
    assert told(text, *entries) == statement


def test_a_record_that_is_used_is_shown_with_its_place_and_author() -> None:
    entry = record("group.monthly_active_users", "820M", "2023-06", line=7)._replace(
        by="growth@", on="2026-11-02"
    )
    (evidence,) = explain(judged(USERS, entry), ALOUD).evidence
    assert evidence.place == Place("facts.yaml", 7, 3)
    assert (evidence.fact, evidence.period) == ("group.monthly_active_users", "2023-06")
    assert (evidence.value, evidence.by, evidence.on, evidence.origin) == (
        "820,000,000", "growth@", "2026-11-02", "recorded",
    )  # fmt: skip


def test_what_is_missing_is_shown_as_missing() -> None:
    (evidence,) = explain(judged(USERS), ALOUD).evidence
    assert (evidence.fact, evidence.period, evidence.value, evidence.place) == (
        "group.monthly_active_users", "2023-06", "", None,
    )  # fmt: skip


def test_derived_and_assumed_facts_say_from_what() -> None:
    derived = record("use.commercial", value=True)._replace(origin="derived", because="serve among the uses")
    assert told("{fact: use.commercial}", derived) == "use.commercial is true (from serve among the uses)"
    assumed = record("use.commercial", value=True)._replace(origin="assumed")
    assert told("{fact: use.commercial}", assumed) == "use.commercial is true (assumed by policy)"


def test_a_missing_release_date() -> None:
    explanation = explain(judge(condition(USERS), situation(released="")), ALOUD)
    assert explanation.statement.startswith("model.released is not recorded")
    assert explanation.evidence[0].fact == "model.released"


def everything(explanation: Explanation) -> str:
    """All text of an explanation."""
    return " ".join(
        [
            explanation.statement,
            *(str(part) for evidence in explanation.evidence for part in evidence),
            *(everything(part) for part in explanation.because),
        ]
    )


SECRETS = [
    record("group.monthly_active_users", "823_456_789", "2023-06", line=3),
    record("group.revenue", "USD 12_345_678..23_456_789", "2025", line=4),
    record("group.revenue", "<USD 3_141_592", "2026", line=5),
    record("organization.type", "company", line=6),
    record("organization.founded", "2019-04-01", line=7),
    record("use.territories", whole("BR"), line=8),
]


@pytest.mark.parametrize(
    "text",
    [
        USERS,
        PRODUCT,
        ANY_12,
        "{fact: group.revenue, at: 2025, above: USD 20M}",
        "{fact: group.revenue, at: 2018, above: USD 20M}",
        "{fact: organization.type, is: academic}",
        "{fact: use.territories, includes: [EU]}",
        "{all: [{fact: organization.type, is: company}], any: [{fact: group.revenue, at: 2026, above: USD 1M}]}",
    ],
)
def test_confidential_values_are_never_told(text: str) -> None:
    words = everything(explain(judged(text, *SECRETS), CONFIDENTIAL))
    for secret in ("823", "456", "345", "141", "592", "2019", "BR"):
        assert secret not in words


def test_a_confidential_fact_is_told_by_how_it_compares() -> None:
    explanation = explain(judged(USERS, *SECRETS), CONFIDENTIAL)
    assert explanation.statement == "group.monthly_active_users at 2023-06 is recorded: above 700,000,000"
    assert explanation.evidence[0].value == "above 700,000,000"
    assert explanation.evidence[0].place == Place("facts.yaml", 3, 3)


SERVES, PAID = "{fact: use.acts, includes: serve}", "{fact: use.payment}"


def test_of_what_is_not_the_case_only_the_reason_is_told() -> None:
    explanation = explain(
        judged(f"{{all: [{SERVES}, {PAID}]}}", record("use.acts", whole("internal")), record("use.payment", value=True)),
        ALOUD,
    )  # fmt: skip
    assert explanation.statement == "use.acts is internal: does not include serve"
    assert explanation.answer == "satisfied"


def test_all_that_holds_is_told() -> None:
    entries = [record("use.acts", whole("serve")), record("use.payment", value=False)]
    explanation = explain(judged(f"{{all: [{SERVES}], none: [{PAID}]}}", *entries), ALOUD)
    assert explanation.statement == "the case that the term speaks of is given"
    assert [part.statement for part in explanation.because] == [
        "use.acts is serve: includes serve",
        "use.payment is false",
    ]
    assert [part.answer for part in explanation.because] == ["violated", "violated"]


def test_of_what_is_unknown_the_headline_names_what_it_turns_on() -> None:
    both = f"{{all: [{SERVES}, {PAID}, {{fact: use.commercial}}]}}"
    one_open = [record("use.acts", whole("serve")), record("use.payment", value=True)]
    assert told(both, *one_open) == "use.commercial is not recorded: unknown whether it is true"
    assert told(both, *one_open[:1]) == "it turns on use.payment and use.commercial"
    assert (
        told(f"{{all: [{PAID}, {USERS}]}}")
        == "it turns on use.payment and group.monthly_active_users at 2023-06"
    )


def test_an_exception_that_holds_is_the_reason() -> None:
    entries = [record("use.acts", whole("serve")), record("use.payment", value=True)]
    explanation = explain(judged(f"{{all: [{SERVES}], none: [{PAID}]}}", *entries), ALOUD)
    assert (explanation.statement, explanation.answer) == ("use.payment is true", "satisfied")


def test_for_a_duty_the_answers_read_the_other_way() -> None:
    judgment = judged(SERVES, record("use.acts", whole("serve")))
    assert explain(judgment, ALOUD, violated=Truth.FALSE).answer == "satisfied"
    assert explain(judgment, ALOUD).answer == "violated"


def test_unclear_words_and_readings_say_so() -> None:
    paid = record("use.payment", value=True)
    unclear = explain(judged(f"{{unclear: what payment means, when: {PAID}}}", paid), ALOUD)
    assert (unclear.statement, unclear.answer) == ("the text is unclear: what payment means", "unknown")
    readings = explain(
        judged(f"{{readings: [{PAID}, {SERVES}]}}", paid, record("use.acts", whole("internal"))), ALOUD
    )
    assert readings.statement == "the text can be read in two ways, and here they differ"
    assert [part.answer for part in readings.because] == ["violated", "satisfied"]
    assert (
        explain(judged(f"{{readings: [{PAID}, {SERVES}]}}", paid), ALOUD).statement == "use.payment is true"
    )


def test_what_holds_always_says_so() -> None:
    assert told("{}") == "this holds always"


def test_a_contradiction_is_no_answer() -> None:
    entries = [record("use.payment", value=True), record("use.payment", value=False)]
    assert told(PAID, *entries) == (
        "use.payment is recorded in ways that contradict each other: unknown whether it is true"
    )


def test_rates_are_used_quietly() -> None:
    rates = {("EUR", 2025): Interval(1.0, 1.2)}
    text = condition("{fact: group.revenue, at: 2025, above: USD 20M}")
    found = judge(text, situation(record("group.revenue", "EUR 30M", "2025"), rates=rates))
    assert explain(found, ALOUD).statement == (
        "group.revenue at 2025 is USD 30,000,000 to 36,000,000: above USD 20,000,000"
    )
