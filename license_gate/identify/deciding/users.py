"""Limits on users and visits: how many, of what kind, counted over what time."""

from __future__ import annotations

import re

from license_gate.identify.deciding.amounts import COMPARISON, NUMBER, read_comparison, read_number
from license_gate.identify.deciding.windows import search_near
from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "user limit"
_LIMIT = re.compile(
    rf"(?:(?P<compare>{COMPARISON})\s*)?(?P<number>{NUMBER})\s*"
    r"(?P<unit>(?:registered\s+|monthly\s+|daily\s+|annual\s+|weekly\s+|unique\s+|active\s+|end[\s-]*)*"
    r"(?:users|visits|maus?\b|daus?\b|customers|subscribers)(?:\s+per\s+\w+)?|月活|日活|人次访问|用户)"
)
_COUNT = re.compile(
    rf"(?P<unit>(?:mau|dau|daily\s+active\s+users|monthly\s+active\s+users)[^.;,]{{0,12}}?)"
    rf"(?P<compare>{COMPARISON})\s*(?P<number>{NUMBER})"
)
_PERIOD = re.compile(
    r"(?:preceding|previous|prior)\s+(?:calendar\s+)?(?:month|year|quarter)|per\s+(?:month|day|year)|自然月|每月"
)
_UNIT = re.compile(r"users|visits|mau\b|maus\b|dau\b|daus\b|customers|subscribers|月活|日活|人次|用户")
_ROOM = 80  # characters from the unit in which its number may begin, or from the number to its period
_TAIL = 16  # a unit may go on: visits per month


def find(plain: Plain) -> list[Value]:
    """Such as `more than 700,000,000 monthly active users, preceding calendar month`."""
    found = [
        *search_near(_LIMIT, plain.text, _UNIT, _ROOM, _TAIL),
        *search_near(_COUNT, plain.text, _UNIT, 0, _ROOM),
    ]
    return [Value(_tell(each, plain.text), each.start("number"), each.end()) for each in found]


def _tell(found: re.Match[str], text: str) -> str:
    period = _PERIOD.search(text, found.end(), found.end() + _ROOM)
    words = [read_comparison(found["compare"]), read_number(found["number"]), found["unit"]]
    told = " ".join(" ".join(word.strip(" ()") for word in words if word).split())
    return f"{told}, {' '.join(period.group().split())}" if period else told
