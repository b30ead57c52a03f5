from __future__ import annotations

from license_gate.domain.quantity import Interval
from license_gate.facts.currency import CURRENCIES, convert
from tests.known import period, quantity

RATES = {("EUR", 2025): Interval(1.0, 1.25), ("CNY", 0): Interval(0.1, 0.2)}


def test_the_usual_currencies_are_known() -> None:
    assert {"USD", "EUR", "CNY", "GBP", "JPY", "KRW", "INR"} <= CURRENCIES
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES)


def test_money_is_converted_at_every_rate_of_the_year() -> None:
    euros = quantity("EUR 4M..8M", money=True)
    assert convert(euros, "USD", period("2025"), RATES) == quantity("USD 4M..10M", money=True)
    assert convert(euros, "USD", period("2024"), RATES) is None
    assert convert(euros, "USD", period("2025.."), RATES) is None


def test_open_ends_stay_open() -> None:
    assert convert(quantity("<EUR 4M", money=True), "USD", period("2025"), RATES) == quantity(
        "<USD 5M", money=True
    )


def test_a_rate_for_all_other_years() -> None:
    yuan = quantity("CNY 10M", money=True)
    assert convert(yuan, "USD", period("1999"), RATES) == quantity("USD 1M..2M", money=True)


def test_zero_is_zero_everywhere() -> None:
    assert convert(Interval(0, 0), "KRW", period("2025"), {}) == Interval(0, 0, currency="KRW")
