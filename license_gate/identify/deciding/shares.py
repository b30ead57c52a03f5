"""Percentages: royalties, ownership that makes control."""

from __future__ import annotations

import re

from license_gate.identify.deciding.amounts import NUMBER, read_number
from license_gate.identify.deciding.windows import search_near
from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "percentage"
_SHARE = re.compile(rf"(?P<number>{NUMBER})\s*(?:%|per\s?cent\b|percent\b)")
_SIGN = re.compile(r"%|percent|per cent")
_ROOM = 30  # characters of a number, and of the word percent


def find(plain: Plain) -> list[Value]:
    """Such as `50 %`."""
    found = search_near(_SHARE, plain.text, _SIGN, _ROOM, _ROOM)
    return [Value(f"{read_number(each['number'])} %", each.start(), each.end()) for each in found]
