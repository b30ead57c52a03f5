"""Spans of time: days to cure a breach, months that are counted."""

from __future__ import annotations

import re

from license_gate.identify.deciding.amounts import NUMBER, read_number
from license_gate.identify.deciding.windows import search_near
from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "span of time"
_SPAN = re.compile(
    rf"(?P<number>{NUMBER})(?:[\s-]*(?P<kind>business|calendar|consecutive|working))?[\s-]*"
    r"(?P<unit>hour|day|week|month|year)s?\b"
)
_UNIT = re.compile(r"hour|day|week|month|year")
_ROOM = 50  # characters in which the number may begin


def find(plain: Plain) -> list[Value]:
    """Such as `30 business days`."""
    found = search_near(_SPAN, plain.text, _UNIT, _ROOM, 2)
    return [Value(_tell(each), each.start(), each.end()) for each in found]


def _tell(found: re.Match[str]) -> str:
    words = (read_number(found["number"]), found["kind"], f"{found['unit']}s")
    return " ".join(word for word in words if word)
