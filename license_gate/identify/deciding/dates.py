"""Dates: of the edition, of the release that a limit looks back from."""

from __future__ import annotations

import re

from license_gate.identify.deciding.windows import search_near
from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "date"
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in _MONTHS)
_DATE = re.compile(
    rf"\b(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>(?:19|20)\d\d)\b"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH}),?\s+(?P<y2>(?:19|20)\d\d)\b"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    r"|(?P<y4>(?:19|20)\d\d)\s*年\s*(?P<m4>\d{1,2})\s*月\s*(?P<d4>\d{1,2})\s*日"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ROOM = 30  # characters of a month and a day


def find(plain: Plain) -> list[Value]:
    """Such as `2025-06-27`."""
    found = search_near(_DATE, plain.text, _YEAR, _ROOM, _ROOM)
    return [Value(_tell(each), each.start(), each.end()) for each in found]


def _tell(found: re.Match[str]) -> str:
    form = next(number for number in "1234" if found[f"y{number}"])
    month = found[f"m{form}"]
    number = int(month) if month.isdigit() else _number(month)
    return f"{found[f'y{form}']}-{number:02}-{int(found[f'd{form}']):02}"


def _number(month: str) -> int:
    return 1 + next(index for index, name in enumerate(_MONTHS) if name[:3] == month[:3])
