"""All other numbers, so that none changes unnoticed."""

from __future__ import annotations

import re

from license_gate.identify.deciding.amounts import SPELLED, read_number
from license_gate.identify.found import Value
from license_gate.identify.plain import Plain
from license_gate.identify.words import without_numbering

WHAT = "number"
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)*[百千万亿]*|[一二三四五六七八九十]+[百千万亿]+")


def find(plain: Plain) -> list[Value]:
    """Such as `12`; numbers of paragraphs are none."""
    text = without_numbering(plain.text)
    found = [
        Value(each.group().strip(",."), each.start(), each.end())
        for each in _NUMBER.finditer(text)
        if not _inside_word(text, each.start(), each.end())
    ]
    spelled = [
        Value(read_number(each.group()), each.start(), each.end())
        for each in SPELLED.finditer(text)
        if each.group() not in ("one", "two")  # articles and pronouns more often than numbers
    ]
    return found + spelled


def _inside_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isascii() and (
        text[start - 1 : start].isalnum() or (text[end : end + 1].isalpha() and text[end : end + 1].isascii())
    )
