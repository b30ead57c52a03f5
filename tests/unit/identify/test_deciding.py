from __future__ import annotations

import pytest

from license_gate.identify.deciding import EXTRACTORS, find_all
from license_gate.identify.deciding.amounts import read_comparison, read_number
from license_gate.identify.plain import make_plain


def values(what: str, text: str) -> list[str]:
    return [value.text for value in find_all(make_plain(text))[what]]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("700 million", "700,000,000"),
        ("10,000,000", "10,000,000"),
        ("ten (10) million", "10,000,000"),
        ("one hundred and twenty", "120"),
        ("1.5 billion", "1,500,000,000"),
        ("seventy-five", "75"),
        ("3亿", "300,000,000"),
        ("100万", "1,000,000"),
        ("thirty (31)", "30 (31)"),
        ("two thousand five hundred", "2,500"),
    ],
)
def test_a_number_however_it_is_written(written: str, number: str) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("exceeds", "more than"),
        ("not exceed", "at most"),
        ("no less than", "at least"),
        ("fewer than", "less than"),
        ("greater than", "more than"),
        ("", ""),
    ],
)
def test_a_comparison_keeps_its_edge(written: str, meant: str) -> None:
    assert read_comparison(written) == meant


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("more than 3 million monthly active users in the preceding calendar month",
         "more than 3,000,000 monthly active users, preceding calendar month"),
        ("must not exceed 1 million visits per month", "at most 1,000,000 visits per month"),
        ("a MAU of at least 40,000", "at least 40,000"),
        ("日均用户活跃量\uff08DAU\uff09低于100万", "less than 1,000,000 dau"),
        ("used by the users of our site", ""),
    ],
)  # fmt: skip
def test_a_user_limit(text: str, value: str) -> None:
    found = values("user limit", text)
    assert [value in each for each in found] == [True] if value else found == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("generates more than USD $1,000,000 in annual revenue", "more than 1,000,000 USD, annual"),
        ("more than 20 million US dollars (or equivalent) in monthly revenue", "more than 20,000,000 USD, monthly"),
        ("revenue in the preceding calendar year exceeded RMB 1 billion",
         "more than 1,000,000,000 CNY, preceding calendar year"),
        ("at least \u20ac5.50", "at least 5.5 EUR"),
        ("100 million monthly active users, or 30 million US dollars in annual recurring revenue",
         "30,000,000 USD, annual recurring"),
    ],
)  # fmt: skip
def test_an_amount_of_money(text: str, value: str) -> None:
    assert values("amount of money", text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "released on June 27, 2025",
        "released 27 June 2025",
        "released 2025-06-27",
        "发布日期\uff1a2025年6月27日",
    ],
)
def test_a_date_however_it_is_written(text: str) -> None:
    assert values("date", text) == ["2025-06-27"]


def test_places_count_only_where_the_reach_of_the_license_is_told() -> None:
    assert values("territory", "worldwide, excluding the European\nUnion and South Korea") == [
        "worldwide",
        "European Union",
        "South Korea",
    ]
    assert values("territory", "our office in South Korea is open on Mondays") == []


def test_lines_to_display_keep_their_case() -> None:
    assert values("line to display", "prominently display \u201cKimi K2.5\u201d on the page") == ["Kimi K2.5"]
    assert values("line to display", 'add "Built with Heron" somewhere') == ["Built with Heron"]


def test_a_prefix_of_names() -> None:
    text = 'names include "Llama" at the front'
    assert values("name or notice", text) == ["Llama"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("to improve any other large language model (excluding Heron or works made of it)",
         "any other large language model, excluding heron or works made"),
        ("to improve any other AI model", "any other ai model"),
        ("to train a model that is competitive with Heron", "train"),
    ],
)  # fmt: skip
def test_which_models_may_not_be_trained(text: str, value: str) -> None:
    found = values("training of other models", text)
    assert len(found) == 1
    assert value in found[0] or value == "train"


def test_terms_on_outputs_name_the_rule() -> None:
    assert values("terms on outputs", "Outputs of the model may not be sold.") == ["outputs: may not"]


def test_purposes_are_one_however_they_are_spelled() -> None:
    text = "non-commercial, noncommercial and non commercial use, never commercial"
    assert values("purpose", text) == ["non-commercial"] * 3 + ["commercial"]


def test_law_and_court() -> None:
    text = "governed by the laws of the State of Bavaria without regard to others; the courts of Munich shall decide"
    assert values("law and courts", text) == ["law: state of bavaria", "court: munich"]


def test_versions_with_and_without_a_name() -> None:
    assert values("version", "Heron License version 2.1 for Llama 3.1 and FLUX.1") == [
        "version 2.1",
        "llama 3.1",
        "flux 1",
    ]


def test_a_number_with_a_meaning_is_no_bare_number_and_none_gets_lost() -> None:
    text = "After 30 days at most 7 copies, 4% more, and ten herons."
    assert values("span of time", text) == ["30 days"]
    assert values("percentage", text) == ["4 %"]
    assert values("number", text) == ["7", "10"]


def test_numbers_of_paragraphs_and_addresses_are_none() -> None:
    assert values("number", "1. One thing\n(2) see https://example.org/3/4\n b. no more than 10. End") == [
        "2",
        "10",
    ]


def test_each_kind_of_value_has_its_own_name() -> None:
    assert len({extractor.what for extractor in EXTRACTORS}) == len(EXTRACTORS) == 15


def test_every_value_has_its_place() -> None:
    text = "Anyone with more than 5 million users pays USD 20 within 30 days, except in Japan, outside the territory."
    plain = make_plain(text)
    for found in find_all(plain).values():
        for value in found:
            assert 0 <= value.start < value.end <= len(text)
