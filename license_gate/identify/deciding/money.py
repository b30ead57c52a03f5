"""Limits on money: amount, currency, above or below, over what time."""

from __future__ import annotations

import re

from license_gate.identify.deciding.amounts import COMPARISON, NUMBER, read_comparison, read_number
from license_gate.identify.deciding.windows import search_near
from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "amount of money"
_SIGN = r"(?:(?:usd|us|u\.s\.|rmb|cny|eur|gbp|krw|cnh|hk)?\s*[$€£¥₩]|\b(?:usd|rmb|cny|eur|gbp|krw|euros?)\b|人民币)"
_NAME = (
    r"(?:united\s+states\s+|us\s+|u\.s\.\s+)?dollars|usd|euros?|eur|rmb|cny|yuan|pounds|gbp|won|krw|元|美元"
)
_AMOUNT = re.compile(
    rf"(?:(?P<compare>{COMPARISON})\s*)?"
    rf"(?:(?P<sign>{_SIGN})\s*(?P<first>{NUMBER})|(?P<second>{NUMBER})\s*(?P<name>{_NAME})\b)"
)
_MONEY = re.compile(r"[$€£¥₩元]|人民币|\b(?:dollars|usd|euros?|eur|rmb|cny|yuan|pounds|gbp|won|krw)\b")
_PERIOD = re.compile(
    r"annual(?:\s+recurring)?|yearly|per\s+(?:year|annum|month)|monthly(?!\s+active)|(?:preceding|previous)\s+(?:calendar\s+)?"
    r"(?:year|month)|(?:12|twelve)\s+months|calendar\s+(?:year|month)|fiscal\s+year|consecutive\s+\w+\s+months"
)
_ROOM = 80  # characters from the currency in which the amount may stand, or from that to its period
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₩": "KRW"}
_NAMES = {"rmb": "CNY", "cny": "CNY", "yuan": "CNY", "元": "CNY", "人民币": "CNY", "eur": "EUR", "gbp": "GBP",
          "pounds": "GBP", "krw": "KRW", "won": "KRW"}  # fmt: skip


def find(plain: Plain) -> list[Value]:
    """Such as `more than 20,000,000 USD, monthly`."""
    found = search_near(_AMOUNT, plain.text, _MONEY, _ROOM, _ROOM)
    return [Value(_tell(each, plain.text), each.start(), each.end()) for each in found]


def _tell(found: re.Match[str], text: str) -> str:
    number = read_number(found["first"] or found["second"])
    told = [read_comparison(found["compare"]), number, _currency(found["sign"] or found["name"])]
    period = _period(text, found.start(), found.end())
    return " ".join(word for word in told if word) + (f", {period}" if period else "")


def _currency(written: str) -> str:
    for key, code in (*_SYMBOLS.items(), *_NAMES.items()):
        if key in written:
            return code
    return "USD"


def _period(text: str, start: int, end: int) -> str:
    """The words on time that follow the amount in its sentence, else those just before it."""
    after = re.split(r"[.;]\s", text[end : end + _ROOM])[0]
    before = re.split(r"[.;]\s", text[max(0, start - _ROOM) : start])[-1]
    later, earlier = _PERIOD.search(after), list(_PERIOD.finditer(before))
    told = [*(each.group() for each in earlier[-1:]), *([later.group()] if later else [])]
    return " and ".join(" ".join(each.split()) for each in told)
