"""Numbers as people write them: 700_000_000, 700M, 700 million, USD 1M..10M, <700M.

Every reader returns the value or, as text, the sentence that tells what is wrong and what to write.
"""

from __future__ import annotations

import re

from license_gate.domain.quantity import INFINITY, Amount, Interval
from license_gate.domain.wording import shown
from license_gate.facts.currency import CURRENCIES

SCALES = {
    "": 1,
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "million": 10**6,
    "b": 10**9,
    "billion": 10**9,
}

_NUMBER = re.compile(r"(\d+(?:_\d+)*)(?:\.(\d+))?(?:([kMB])| +(thousand|million|billion))?", re.ASCII)
LONGEST = 60  # characters of a number with its scale and currency
_COMMAS = re.compile(r"\d{1,3}(,\d{3})+", re.ASCII)
_CURRENCY = re.compile(r"(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])")
_SIGN = re.compile(r"(?:\$|€|£|¥)")
_BOUND = re.compile(r"(<=|>=|<|>) *(.+)")


def parse_number(text: str) -> float | str:
    """A non-negative number without sign or currency; an int wherever it is whole."""
    text = text.strip()
    match = _NUMBER.fullmatch(text)
    if match is None or len(text) > LONGEST:
        return _not_a_number(text)
    whole, fraction = match[1].replace("_", ""), match[2] or ""
    scaled = int(whole + fraction) * SCALES[(match[3] or match[4] or "").lower()]
    divisor = int(10 ** len(fraction))
    return scaled // divisor if scaled % divisor == 0 else scaled / divisor


def parse_amount(text: str, *, money: bool) -> Amount | str:
    """The number that a term names: `700M`, or `USD 20M` where `money` is wanted."""
    split = _take_currency(text, money=money)
    if isinstance(split, str):
        return split
    number = parse_number(split[1])
    return number if isinstance(number, str) else Amount(number, split[0])


def parse_quantity(text: str, money: bool = False) -> Interval | str:  # noqa: FBT001, FBT002 (the type's own word)
    """What somebody records: a number, a bound (`<700M`) or a range (`1M..5M`), with its currency for money."""
    split = _take_currency(text, money=money)
    if isinstance(split, str):
        return split
    currency, rest = split
    bound = _BOUND.fullmatch(rest)
    if bound is not None:
        return _bound(bound[1], bound[2], currency)
    low, dots, high = rest.partition("..")
    return _range(low, high, currency) if dots else _exact(rest, currency)


def _exact(text: str, currency: str) -> Interval | str:
    number = parse_number(text)
    return number if isinstance(number, str) else Interval(number, number, currency=currency)


def _bound(sign: str, text: str, currency: str) -> Interval | str:
    number = parse_number(text)
    if isinstance(number, str):
        return number
    if sign in (">", ">="):
        return Interval(number, INFINITY, low_open=sign == ">", currency=currency)
    if number == 0 and sign == "<":
        return "nothing is less than 0: write 0 or <=0"
    return Interval(0, number, high_open=sign == "<", currency=currency)


def _range(low: str, high: str, currency: str) -> Interval | str:
    first, last = (parse_number(end) if end.strip() else "" for end in (low, high))
    for end in (first, last):
        if isinstance(end, str) and end:
            return end
    written = f"{currency} " if currency else ""
    if isinstance(last, str):
        return f"a range needs its upper end: write >={written}{low.strip()} or {written}{low.strip()}..N"
    if isinstance(first, str):
        return f"a range needs its lower end: write <={written}{high.strip()}"
    if first > last:
        return f"the range {low.strip()}..{high.strip()} runs backwards: write {high.strip()}..{low.strip()}"
    return Interval(first, last, currency=currency)


def _take_currency(text: str, *, money: bool) -> tuple[str, str] | str:
    """The currency (ISO 4217, '' for plain numbers) and the text without it."""
    codes = sorted(set(_CURRENCY.findall(text)))
    rest = _CURRENCY.sub("", text).strip()
    if not money:
        return f"this is a count: write it without {codes[0]}" if codes else ("", rest)
    if not codes:
        return _no_currency(text)
    if len(codes) > 1:
        return f"one amount, one currency: {' and '.join(codes)} stand side by side"
    if codes[0] not in CURRENCIES:
        return f"{codes[0]} is not a currency code of ISO 4217 (such as USD, EUR, CNY)"
    return codes[0], rest


def _no_currency(text: str) -> str:
    plain = _SIGN.sub("", text).strip()
    problem = parse_quantity(plain)
    if isinstance(problem, str):
        return problem
    return f"money needs its currency: write {_with_currency(plain)} (or another code of ISO 4217)"


def _with_currency(plain: str) -> str:
    bound = _BOUND.fullmatch(plain)
    return f"{bound[1]}USD {bound[2]}" if bound else f"USD {plain}"


def _not_a_number(text: str) -> str:
    commas = _COMMAS.search(text[:LONGEST])
    if commas is not None:
        digits = commas[0].replace(",", "")
        return f"{commas[0]} can be read in two ways: write {_friendly(digits)}"
    if re.fullmatch(r"\d+(\.\d+)? *[KmbGgTt]", text):
        return f"{shown(text)} has no scale that is known here: use k, M or B (thousand, million, billion)"
    return f"{shown(text) if text else 'an empty value'} is not a number: write it like 700_000_000, 700M or 700 million"


def _friendly(digits: str) -> str:
    grouped = f"{int(digits):_}"
    for scale, letter in ((10**9, "B"), (10**6, "M"), (10**3, "k")):
        if int(digits) >= scale and int(digits) % scale == 0:
            return f"{grouped} or {int(digits) // scale}{letter}"
    return grouped
