from __future__ import annotations

import pytest

from license_gate.conditions.ask import questions
from license_gate.conditions.judge import judge, with_exceptions
from license_gate.domain.condition import EVERY, Unclear
from license_gate.domain.facts import Entry
from tests.known import condition, judged, partly, record, situation, whole

SERVES = "{fact: use.acts, includes: serve}"
USERS = "{fact: group.monthly_active_users, at: 2023-06, above: 700M}"


def asked(text: str, *entries: Entry) -> list[str]:
    return [question.fact for question in questions(judged(text, *entries))]


@pytest.mark.parametrize(
    ("text", "at", "enough"),
    [
        (USERS, "2023-06", "<700M"),
        ("{fact: group.monthly_active_users, at: month-before-release, above: 700M}", "2023-06", "<700M"),
        ("{fact: group.revenue, at: 2025, at_least: USD 10M}", "2025", "<USD 10M"),
        ("{fact: group.revenue, at: 2025, below: USD 10M}", "2025", ">USD 10M"),
        (
            "{fact: product.monthly_active_users, at: previous-month, above: 5M}",
            "2026-10",
            '2026-10..: "<5M"',
        ),
        ("{fact: group.revenue, at: previous-year, above: USD 10M}", "2025", '2025..: "<USD 10M"'),
        ("{fact: group.revenue, at: any-year, above: USD 1M}", "2025", '2025..: "<USD 1M"'),
        ("{fact: group.revenue, at: any-12-months, above: USD 1.5M}", "2025", '2025..: "<USD 1.5M"'),
        ("{fact: use.commercial}", "", "false"),
        ("{fact: use.commercial, is: false}", "", "true"),
        ("{fact: use.territories, includes: [EU, KR]}", "", "{excludes: [EU, KR]}"),
        ("{none: [{fact: use.territories, includes: [EU]}]}", "", "{includes: [EU]}"),
        ("{none: [{fact: use.acts, within: [internal]}]}", "", "[internal]"),
        ("{fact: use.acts, within: [internal]}", "", "a list with more than internal"),
        ("{fact: organization.type, is: company}", "", "anything but company"),
        (
            "{none: [{fact: organization.type, in: [academic, individual]}]}",
            "",
            "one of academic, individual",
        ),
        ("{none: [{fact: target.name, starts_with: Llama}]}", "", "a name that begins with Llama"),
        ("{none: [{fact: model.change_date, at_most: today}]}", "", "a day before today, or that day"),
        ("{fact: model.change_date, at_most: 2026-01-31}", "", "a day after 2026-01-31"),
    ],
)
def test_what_would_be_enough(text: str, at: str, enough: str) -> None:
    (question,) = questions(judged(text))
    assert (question.at, question.enough) == (at, enough)


def test_the_bound_that_is_enough_is_enough() -> None:
    """What the question offers settles it: the clause does not apply."""
    for text, at, bound in ((USERS, "2023-06", "<700M"), (USERS, "", "<700M")):
        assert questions(judged(text, record("group.monthly_active_users", bound, at))) == ()


@pytest.mark.parametrize(
    ("text", "entries", "facts"),
    [
        # a settled whole asks nothing
        (f"{{all: [{SERVES}, {USERS}]}}", [record("use.acts", whole("internal"))], []),
        (f"{{any: [{SERVES}, {USERS}]}}", [record("use.acts", whole("serve"))], []),
        # what is open is asked for, in the order of the condition
        (f"{{all: [{SERVES}, {USERS}]}}", [], ["use.acts", "group.monthly_active_users"]),
        (f"{{all: [{SERVES}, {USERS}]}}", [record("use.acts", whole("serve"))], ["group.monthly_active_users"]),
        (f"{{any: [{SERVES}, {USERS}]}}", [record("use.acts", whole("internal"))], ["group.monthly_active_users"]),
        # a choice that is made is not asked about again
        (
            f"{{all: [{USERS}], any: [{SERVES}, {{fact: use.payment}}]}}",
            [record("use.acts", whole("serve"))],
            ["group.monthly_active_users"],
        ),
        # an exception is asked for only when its case is certain
        (f"{{all: [{SERVES}], none: [{{fact: use.payment}}]}}", [], ["use.acts"]),
        (f"{{all: [{SERVES}], none: [{{fact: use.payment}}]}}", [record("use.acts", whole("serve"))], ["use.payment"]),
        (f"{{all: [{SERVES}], none: [{{fact: use.payment}}]}}", [record("use.acts", whole("internal"))], []),
        ("{none: [{fact: use.payment}]}", [], ["use.payment"]),
        # a fact is asked for once
        (f"{{any: [{USERS}, {USERS}]}}", [], ["group.monthly_active_users"]),
        # of readings the strictest
        (f"{{readings: [{SERVES}, {{fact: use.payment}}]}}", [], ["use.acts"]),
        (f"{{readings: [{SERVES}, {{fact: use.payment}}]}}", [record("use.acts", whole("serve")), record("use.payment", value=False)], []),
        # of unclear words the facts that may make them irrelevant
        ("{unclear: what it means, when: {fact: use.payment}}", [], ["use.payment"]),
        ("{unclear: what it means, when: {fact: use.payment}}", [record("use.payment", value=True)], []),
        # a set that is known in part
        ("{fact: use.territories, includes: [KR]}", [record("use.territories", partly(excludes=("EU",)))], ["use.territories"]),
    ],
)  # fmt: skip
def test_only_what_can_still_change_the_answer(text: str, entries: list[Entry], facts: list[str]) -> None:
    assert asked(text, *entries) == facts


def test_exceptions_of_a_clause_wait_for_it() -> None:
    lifted = with_exceptions(
        condition(USERS), (condition("{fact: use.received_as, is: integrated-product}"),)
    )
    unknown = questions(judge(lifted, situation()))
    assert [question.fact for question in unknown] == ["group.monthly_active_users"]
    over = questions(judge(lifted, situation(record("group.monthly_active_users", "820M", "2023-06"))))
    assert [(question.fact, question.enough) for question in over] == [
        ("use.received_as", "integrated-product")
    ]


def test_an_exception_is_worth_asking_for_when_only_the_text_stands_in_the_way() -> None:
    lifted = with_exceptions(Unclear("words", EVERY), (condition("{fact: use.payment}"),))
    assert [question.fact for question in questions(judge(lifted, situation()))] == ["use.payment"]


def test_a_missing_release_date_is_asked_for() -> None:
    text = condition("{fact: group.monthly_active_users, at: month-before-release, above: 700M}")
    (question,) = questions(judge(text, situation(released="")))
    assert (question.fact, question.at) == ("model.released", "")


def test_late_numbers_are_asked_for_all_the_same() -> None:
    text = "{fact: product.monthly_active_users, at: previous-month, above: 5M}"
    (question,) = questions(judged(text, record("product.monthly_active_users", "<5M", "2026-09")))
    assert (question.ignorance, question.enough) == ("late", '2026-10..: "<5M"')


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("{all: [{fact: use.payment}, {fact: use.commercial}]}", [True, True]),
        ("{any: [{fact: use.payment}, {fact: use.commercial}]}", [False, False]),
        ("{any: [{fact: use.payment}], all: [{fact: use.commercial}]}", [True, True]),
        ("{none: [{fact: use.payment}, {fact: use.commercial}]}", [True, True]),
        ("{none: [{all: [{fact: use.payment}, {fact: use.commercial}]}]}", [False, False]),
        ("{none: [{any: [{fact: use.payment}, {fact: use.commercial}]}]}", [True, True]),
        ("{none: [{none: [{fact: use.payment}, {fact: use.commercial}]}]}", [False, False]),
    ],
)
def test_whether_one_answer_is_enough(text: str, alone: list[bool]) -> None:
    assert [question.alone for question in questions(judged(text))] == alone
