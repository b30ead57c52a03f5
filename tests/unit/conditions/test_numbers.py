from __future__ import annotations

import pytest

from license_gate.conditions.numbers import parse_amount, parse_number, parse_quantity
from license_gate.domain.quantity import INFINITY, Amount, Interval


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("700000000", 700_000_000),
        ("700_000_000", 700_000_000),
        ("700M", 700_000_000),
        ("700 million", 700_000_000),
        ("1.5M", 1_500_000),
        ("10k", 10_000),
        ("10 thousand", 10_000),
        ("2B", 2_000_000_000),
        ("2 billion", 2_000_000_000),
        ("0.1k", 100),
        (" 5 ", 5),
        ("1.25", 1.25),
    ],
)
def test_a_number_has_many_spellings(text: str, number: float) -> None:
    assert parse_number(text) == number


def test_whole_numbers_stay_whole() -> None:
    assert isinstance(parse_number("0.3M"), int)
    assert isinstance(parse_number("9007199254740993"), int)


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("1,000,000", "write 1_000_000 or 1M"),
        ("700,000,000", "write 700_000_000 or 700M"),
        ("1,234", "write 1_234"),
        ("700K", "use k, M or B"),
        ("3T", "use k, M or B"),
        ("many", "'many' is not a number"),
        ("", "an empty value is not a number"),
        ("-5", "is not a number"),
        ("1e6", "is not a number"),
        ("\u0661\u0662", "is not a number"),
        ("9" * 61, "is not a number"),
        ("5\x1b[31m", "\\x1b"),
    ],
)
def test_what_is_no_number_says_what_to_write(text: str, advice: str) -> None:
    problem = parse_number(text)
    assert isinstance(problem, str)
    assert advice in problem
    assert problem.isprintable()


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("700M", Interval(700e6, 700e6)),
        ("<700M", Interval(0, 700e6, high_open=True)),
        ("<=700M", Interval(0, 700e6)),
        (">700M", Interval(700e6, INFINITY, low_open=True)),
        (">= 1_000", Interval(1000, INFINITY)),
        ("1M..5M", Interval(1e6, 5e6)),
        ("5..5", Interval(5, 5)),
        ("<=0", Interval(0, 0)),
    ],
)
def test_a_count_is_exact_a_bound_or_a_range(text: str, interval: Interval) -> None:
    assert parse_quantity(text) == interval


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("USD 20M", Interval(20e6, 20e6, currency="USD")),
        ("<USD 10M", Interval(0, 10e6, high_open=True, currency="USD")),
        ("USD <10M", Interval(0, 10e6, high_open=True, currency="USD")),
        ("EUR 3M..5M", Interval(3e6, 5e6, currency="EUR")),
        ("EUR 3M..EUR 5M", Interval(3e6, 5e6, currency="EUR")),
        (">EUR 50M", Interval(50e6, INFINITY, low_open=True, currency="EUR")),
        ("CNY 1B", Interval(1e9, 1e9, currency="CNY")),
    ],
)
def test_money_carries_its_currency(text: str, interval: Interval) -> None:
    assert parse_quantity(text, money=True) == interval


@pytest.mark.parametrize(
    ("text", "money", "advice"),
    [
        ("20M", True, "write USD 20M"),
        ("<20M", True, "write <USD 20M"),
        ("$20M", True, "write USD 20M"),
        ("USB 20M", True, "USB is not a currency code"),
        ("USD 1M..EUR 2M", True, "EUR and USD stand side by side"),
        ("USD 1,000,000", True, "write 1_000_000 or 1M"),
        ("$1,000,000", True, "write 1_000_000 or 1M"),
        ("USD 20M", False, "without USD"),
        ("5M..", False, "write >=5M"),
        ("USD 5M..", True, "write >=USD 5M"),
        ("..5M", False, "write <=5M"),
        ("5M..1M", False, "write 1M..5M"),
        ("<0", False, "nothing is less than 0"),
        ("<many", False, "'many' is not a number"),
        ("1M..many", False, "'many' is not a number"),
        ("\x1b..", False, "\\x1b"),
    ],
)
def test_a_bad_quantity_says_what_to_write(text: str, money: bool, advice: str) -> None:
    problem = parse_quantity(text, money)
    assert isinstance(problem, str)
    assert advice in problem
    assert problem.isprintable()


def test_the_number_of_a_term() -> None:
    assert parse_amount("700M", money=False) == Amount(700e6)
    assert parse_amount("USD 20M", money=True) == Amount(20e6, "USD")
    assert "currency" in str(parse_amount("20M", money=True))
    assert "not a number" in str(parse_amount("<700M", money=False))
