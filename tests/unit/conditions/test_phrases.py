from __future__ import annotations

import pytest

from license_gate.conditions.phrases import sentence
from tests.known import condition


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{}", "always"),
        ("{fact: use.commercial}", "use.commercial is true"),
        ("{fact: use.commercial, is: false}", "use.commercial is false"),
        (
            "{fact: group.monthly_active_users, at: 2023-06, above: 700M}",
            "group.monthly_active_users in 2023-06 is above 700,000,000",
        ),
        (
            "{fact: group.revenue, at: any-12-months, at_least: USD 20M}",
            "group.revenue in any twelve consecutive months is at least USD 20,000,000",
        ),
        (
            "{fact: organization.type, in: [academic, company]}",
            "organization.type is one of academic, company",
        ),
        ("{fact: use.acts, includes: [serve, embed]}", "use.acts includes serve or embed"),
        ("{fact: use.acts, within: [serve, embed]}", "use.acts is limited to serve, embed"),
        ("{fact: target.name, starts_with: Llama}", "target.name begins with Llama"),
        ("{fact: model.change_date, at_most: today}", "model.change_date is at most today"),
        (
            "{all: [{fact: use.commercial}, {fact: use.payment}]}",
            "use.commercial is true and use.payment is true",
        ),
        (
            "{all: [{fact: use.commercial}], none: [{fact: use.payment}]}",
            "use.commercial is true, unless use.payment is true",
        ),
        ("{none: [{fact: use.payment}]}", "unless use.payment is true"),
        (
            "{all: [{fact: use.commercial}], any: [{fact: use.payment}, {fact: use.acts, includes: serve}]}",
            "use.commercial is true and (use.payment is true or use.acts includes serve)",
        ),
        (
            "{any: [{all: [{fact: use.commercial}, {fact: use.payment}]}, {fact: use.payment, is: false}]}",
            "(use.commercial is true and use.payment is true) or use.payment is false",
        ),
        (
            "{unclear: what it means, when: {fact: use.payment}}",
            "perhaps use.payment is true (the text is unclear: what it means)",
        ),
        (
            "{readings: [{fact: use.commercial}, {fact: use.payment}]}",
            "use.commercial is true (read strictly), or only use.payment is true (read otherwise)",
        ),
    ],
)
def test_a_condition_in_plain_words(text: str, words: str) -> None:
    assert sentence(condition(text)) == words
