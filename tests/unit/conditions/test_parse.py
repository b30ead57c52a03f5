from __future__ import annotations

import pytest

from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.quantity import Amount
from tests.known import condition, read

USERS = Leaf("group.monthly_active_users", "above", Amount(700_000_000), "2023-06")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{}", EVERY),
        ("{fact: group.monthly_active_users, at: 2023-06, above: 700M}", USERS),
        (
            "{fact: group.revenue, at: any-12-months, at_least: USD 20M}",
            Leaf("group.revenue", "at_least", Amount(20_000_000, "USD"), "any-12-months"),
        ),
        ("{fact: use.commercial}", Leaf("use.commercial", "holds", value=True)),
        ("{fact: use.commercial, is: false}", Leaf("use.commercial", "is", value=False)),
        ("{fact: use.commercial, in: [true]}", Leaf("use.commercial", "in", ("true",))),
        ("{fact: organization.type, is: company}", Leaf("organization.type", "is", "company")),
        (
            "{fact: organization.type, in: [company, academic]}",
            Leaf("organization.type", "in", ("company", "academic")),
        ),
        ("{fact: use.acts, includes: serve}", Leaf("use.acts", "includes", ("serve",))),
        ("{fact: use.acts, within: [serve, embed]}", Leaf("use.acts", "within", ("serve", "embed"))),
        (
            "{fact: organization.seat, includes: [NO, EU]}",
            Leaf("organization.seat", "includes", ("NO", "EU")),
        ),
        ("{fact: target.name, starts_with: Llama}", Leaf("target.name", "starts_with", "Llama")),
        ("{fact: model.change_date, at_most: today}", Leaf("model.change_date", "at_most", "today")),
        ("{fact: model.change_date, above: 2026-01-31}", Leaf("model.change_date", "above", "2026-01-31")),
        (
            "{fact: organization.registrations, includes: llama2}",
            Leaf("organization.registrations", "includes", ("llama2",)),
        ),
        ("{fact: lineage.kinds, includes: user-limit}", Leaf("lineage.kinds", "includes", ("user-limit",))),
        (
            "{fact: distribution.displays, includes: Built with Llama}",
            Leaf("distribution.displays", "includes", ("Built with Llama",)),
        ),
        (
            "{all: [{fact: use.commercial}], any: [{fact: use.payment}, {}], none: [{fact: use.payment}]}",
            Group(
                (Leaf("use.commercial", "holds", value=True),),
                (Leaf("use.payment", "holds", value=True), EVERY),
                (Leaf("use.payment", "holds", value=True),),
            ),
        ),
        ("{none: {fact: use.payment}}", Group(none=(Leaf("use.payment", "holds", value=True),))),
        ("{unclear: what active means, when: {}}", Unclear("what active means", EVERY)),
        (
            "{readings: [{fact: use.commercial}, {fact: use.payment}]}",
            Readings((Leaf("use.commercial", "holds", value=True), Leaf("use.payment", "holds", value=True))),
        ),
    ],
)
def test_what_conditions_say(text: str, expected: Condition) -> None:
    assert condition(text) == expected


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("commercial", 1, "a condition is a mapping"),
        ("[{fact: use.commercial}]", 1, "a condition is a mapping"),
        ("{fact: use.comercial}", 8, "unknown fact 'use.comercial'; did you mean 'use.commercial'?"),
        ("{fact: groups.revenue}", 8, "did you mean 'group.revenue'?"),
        ("{fact: [use.commercial]}", 8, "'fact' is one name"),
        (
            "{fact: use.commercial, include: x}",
            24,
            "unknown key 'include' in a condition; did you mean 'includes'?",
        ),
        ("{above: 3}", 1, "add 'fact:'"),
        ("{at: 2023-06}", 1, "add 'fact:'"),
        ("{fact: organization.type}", 1, "not a yes-or-no fact"),
        ("{fact: use.commercial, above: 3}", 24, "'above' does not apply, use one of is, in"),
        ("{fact: use.acts, is: serve}", 18, "'is' does not apply, use one of includes, within"),
        ("{fact: organization.type, starts_with: c}", 27, "use one of is, in"),
        ("{fact: use.commercial, is: true, in: [true]}", 34, "one comparison for each condition"),
        ("{fact: use.commercial, is: [true]}", 28, "'is' takes one value"),
        ("{fact: use.commercial, is: yes}", 28, "true or false, not 'yes'"),
        ("{fact: group.monthly_active_users, above: 1}", 1, "say when, with at: 2023-06"),
        ("{fact: group.revenue, above: USD 1}", 1, "say when, with at: previous-year"),
        ("{fact: use.commercial, at: 2023-06}", 28, "has no periods: leave out 'at'"),
        ("{fact: group.revenue, at: last-year, above: USD 1}", 27, "'last-year' is not a period"),
        ("{fact: group.revenue, at: previous_year, above: USD 1}", 27, "did you mean 'previous-year'?"),
        ("{fact: group.revenue, at: [2025], above: USD 1}", 27, "'at' is one period"),
        ("{fact: group.revenue, at: 2024..2025, above: USD 1}", 27, "is not a period"),
        ("{fact: group.monthly_active_users, at: 2025-13, above: 1}", 40, "'2025-13' is not a period"),
        ("{fact: group.monthly_active_users, at: 2025, above: '1,000'}", 53, "write 1_000 or 1k"),
        ("{fact: group.monthly_active_users, at: 2025, above: <1M}", 53, "is not a number"),
        ("{fact: group.revenue, at: 2025, above: 20M}", 40, "money needs its currency: write USD 20M"),
        ("{fact: organization.type, is: firm}", 31, "it is one of: individual, company, academic"),
        ("{fact: use.acts, includes: [serve, destil]}", 36, "did you mean 'distill'?"),
        ("{fact: use.acts, includes: []}", 28, "'includes' is compared with nothing"),
        ("{fact: use.acts, includes: [[serve]]}", 29, "plain values"),
        ("{fact: organization.registrations, includes: lama2}", 46, "did you mean 'llama2'?"),
        ("{fact: lineage.kinds, includes: user-limits}", 33, "did you mean 'user-limit'?"),
        ("{fact: organization.seat, includes: [UK]}", 38, "did you mean 'GB'?"),
        ("{fact: organization.seat, includes: [de]}", 38, "did you mean 'DE'?"),
        ("{fact: organization.seat, includes: Germany}", 37, "not a country code"),
        ("{fact: model.change_date, at_most: tomorrow}", 36, "write it like 2026-11-24 or 'today'"),
        ("{fact: model.change_date, at_most: 2026-02-30}", 36, "not a day of the calendar"),
        ("{fact: target.name, starts_with: ''}", 34, "compared with nothing"),
        ("{all: []}", 7, "'all' is empty"),
        ("{none: []}", 8, "'none' is empty"),
        ("{any: soon}", 7, "takes a list of conditions"),
        ("{all: [{}], fact: use.commercial}", 2, "'all' cannot stand beside 'fact'"),
        ("{readings: [{}]}", 12, "two conditions or more, the strictest first"),
        ("{readings: {}}", 12, "two conditions or more"),
        ("{readings: [{}, {}], any: [{}]}", 22, "'any' cannot stand beside 'readings'"),
        ("{unclear: what active means}", 11, "'unclear' needs 'when:'"),
        ("{unclear: '', when: {}}", 11, "says in a sentence"),
        ("{when: {}}", 1, "'when' stands beside 'unclear: TEXT' only"),
        ("{unclear: x, when: {}, all: [{}]}", 24, "'all' cannot stand beside 'unclear'"),
        ('{fact: "use\\e[31m"}', 8, "unknown fact 'use\\x1b[31m'"),
    ],
)
def test_a_problem_stands_where_it_is(text: str, column: int, message: str) -> None:
    found, problems = read(text)
    assert found is None
    assert [message in problem.message for problem in problems] == [True], problems
    assert (problems[0].place.line, problems[0].place.column) == (1, column)
    assert problems[0].message.isprintable()


def test_all_problems_are_told_at_once() -> None:
    _, problems = read(
        "all:\n  - {fact: use.comercial}\n  - {fact: use.acts, includes: [swerve]}\n  - {above: 3}\n"
    )
    assert [problem.place.line for problem in problems] == [2, 3, 4]
