from __future__ import annotations

import pytest

from license_gate.domain.facts import SetValue, Value
from license_gate.facts.values import (
    combine,
    expand_set,
    figures,
    intersect_sets,
    say_quantity,
    say_value,
    short,
)
from tests.known import partly, quantity, whole


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (whole("a"), whole("a"), whole("a")),
        (whole("a"), whole("a", "b"), None),
        (whole("a", "b"), partly(("a",), ("c",)), whole("a", "b")),
        (whole("a"), partly(("b",)), None),
        (whole("a"), partly(excludes=("a",)), None),
        (partly(("a",)), partly(("b",), ("c",)), partly(("a", "b"), ("c",))),
        (partly(("a",)), partly(excludes=("a",)), None),
        (whole(), partly(excludes=("a",)), whole()),
        (whole(), partly(("a",)), None),
    ],
)
def test_two_records_of_a_set(first: SetValue, second: SetValue, both: SetValue | None) -> None:
    assert intersect_sets(first, second) == both
    assert intersect_sets(second, first) == both


@pytest.mark.parametrize(
    ("values", "whole_value"),
    [
        ([], None),
        ([True], True),
        ([True, True], True),
        ([True, False], None),
        (["a", "a"], "a"),
        (["a", "b", "b"], None),
        ([quantity("<5"), quantity(">3")], quantity("3..5")._replace(low_open=True, high_open=True)),
        ([quantity("<3"), quantity(">3")], None),
        ([True, "true"], None),
    ],
)
def test_what_records_come_to_together(values: list[Value], whole_value: Value | None) -> None:
    assert combine(values) == whole_value


def test_a_union_is_expanded_on_both_sides() -> None:
    expanded = expand_set(partly(("EU",), ("EEA",)), "2026-11-15")
    assert {"DE", "SE"} <= expanded.includes
    assert {"NO", "IS", "LI"} <= expanded.excludes


def test_numbers_are_said_in_full() -> None:
    assert figures(700_000_000) == "700,000,000"
    assert figures(20e6, "USD") == "USD 20,000,000"
    assert figures(1.25) == "1.25"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (700_000_000, "700M"), (1_500_000, "1.5M"), (10_000_000_000, "10B"), (950, "950"),
        (700_000_001, "700_000_001"), (1_050, "1_050"), (0, "0"), (100_000, "100k"), (1.5, "1.5"),
    ],
)  # fmt: skip
def test_numbers_are_written_short(number: float, text: str) -> None:
    assert short(number) == text
    assert quantity(short(number)).low == number


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("USD 20M", "USD 20,000,000"),
        ("<USD 10M", "less than USD 10,000,000"),
        ("<=USD 10M", "at most USD 10,000,000"),
        (">USD 10M", "more than USD 10,000,000"),
        (">=USD 10M", "at least USD 10,000,000"),
        ("USD 1M..5M", "USD 1,000,000 to 5,000,000"),
    ],
)
def test_a_quantity_in_words(text: str, words: str) -> None:
    assert say_quantity(quantity(text, money=True)) == words


def test_a_half_open_range_is_said_with_both_ends() -> None:
    both = quantity("1M..5M")._replace(low_open=True, high_open=True)
    assert say_quantity(both) == "more than 1,000,000 and less than 5,000,000"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"), (False, "no"), ("company", "company"), (whole("b", "a"), "a, b"), (whole(), "none"),
        (partly(("a",), ("b", "c")), "includes a; excludes b, c"), (partly(), "not recorded"),
        (quantity("5"), "5"),
    ],
)  # fmt: skip
def test_any_value_in_words(value: Value, words: str) -> None:
    assert say_value(value) == words
