"""Money in several currencies: codes, and comparison through an interval of rates per year."""

from __future__ import annotations

from collections.abc import Mapping

from license_gate.domain.period import Period
from license_gate.domain.quantity import Interval

# ISO 4217 list one, active codes of countries and unions (without metals, funds and testing codes).
_ISO_4217 = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD "
    "CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP "
    "GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD "
    "KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN "
    "NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP "
    "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES "
    "VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG"
)
CURRENCIES = frozenset(_ISO_4217.split())

Rates = Mapping[tuple[str, int], Interval]
"""(currency, year) -> US dollars for one unit: the lowest and the highest of the year, widened.

(currency, 0) holds for every year that has no entry of its own.
"""


def convert(money: Interval, currency: str, period: Period, rates: Rates) -> Interval | None:
    """The same money in another currency at every rate of the period's years; None without a rate.

    Zero is zero in every currency, so a value without a currency (0 before the organization existed)
    needs no rate.
    """
    if money.currency in ("", currency):
        return money._replace(currency=currency)
    into_dollars = _rate(money.currency, period, rates)
    from_dollars = _rate(currency, period, rates)
    if into_dollars is None or from_dollars is None:
        return None
    low = money.low * into_dollars.low / from_dollars.high
    high = money.high * into_dollars.high / from_dollars.low
    return Interval(low, high, money.low_open, money.high_open, currency)


def _rate(currency: str, period: Period, rates: Rates) -> Interval | None:
    """The hull of the rates of all years that the period touches."""
    if currency == "USD":
        return Interval(1, 1)
    if period.first is None or period.last is None:
        return None
    other = rates.get((currency, 0))
    years = [rates.get((currency, year), other) for year in range(period.first // 12, period.last // 12 + 1)]
    known = [rate for rate in years if rate is not None]
    if len(known) < len(years):
        return None
    return Interval(min(rate.low for rate in known), max(rate.high for rate in known))
