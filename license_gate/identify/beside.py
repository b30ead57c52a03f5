"""Sentences next to a license text that say more than it does: a paragraph added at the end of MIT."""

from __future__ import annotations

import re

from license_gate.domain.text import Difference
from license_gate.identify.plain import Plain
from license_gate.identify.words import Words

WHAT = "text beside the license"
_DUTY = re.compile(
    r"\b(?:must|shall|may\s+not|may\s+only|not\s+(?:permitted|allowed|authorized|use)|prohibited|forbidden|required?"
    r"|unless|solely|subject\s+to|restrict\w*|agree)\b|不得|禁止|必须"
)
_SUBJECT = re.compile(
    r"\b(?:licen[cs]\w*|software|models?|weights|commercial\w*|outputs?|derivatives?|users|revenue|materials|works?)\b"
    r"|模型|商业|许可"
)
_END = re.compile(r"[.;](?=\s)|。|\s{3,}")
_QUOTED = 10  # words that are shown
_FEWEST = 5  # words of a sentence


def find_beside(
    plain: Plain, words: Words, before: int, first: int, last: int, after: int
) -> list[Difference]:
    """One difference for the words from `before` to `first` and one for those from `last` to `after`."""
    found = [_first(plain, words, before, first - 1), _first(plain, words, last + 1, after)]
    return [each for each in found if each is not None]


def _first(plain: Plain, words: Words, start: int, end: int) -> Difference | None:
    """The first sentence of a stretch that puts a duty on somebody."""
    if end < start:
        return None
    at, stop = words.offsets[start], words.offsets[end] + len(words.words[end])
    for sentence in _split(plain.text, at, stop):
        text = plain.text[sentence[0] : sentence[1]]
        if len(text.split()) >= _FEWEST and _DUTY.search(text) and _SUBJECT.search(text):
            shown = " ".join(plain.shown[sentence[0] : sentence[1]].split()[:_QUOTED])
            skipped = len(text) - len(text.lstrip())
            return Difference(WHAT, (), (shown,), plain.line(sentence[0] + skipped))
    return None


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    ends = [found.end() for found in _END.finditer(text, start, end)]
    return list(zip([start, *ends], [*ends, end], strict=True))
