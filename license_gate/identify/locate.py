"""Where a few words of a license stand in somebody's copy of it."""

from __future__ import annotations

import re

from license_gate.identify.plain import make_plain
from license_gate.identify.words import split_words, word_places


class Copy:
    """Somebody's copy of a license, ready to be asked for many clauses."""

    __slots__ = ("_joined", "_places", "_plain")

    def __init__(self, text: str) -> None:
        self._plain = make_plain(text)
        self._places = word_places(self._plain.shown.lower())
        self._joined = f" {' '.join(word for word, _ in self._places)} "

    def line(self, locator: str) -> int | None:
        """The 1-based line where the words of `locator` begin; None where they are not there."""
        wanted = _words(locator)
        found = self._joined.find(f" {' '.join(wanted)} ") if wanted else -1
        return None if found < 0 else self._plain.line(self._places[self._joined.count(" ", 0, found)][1])


def locate(text: str, locator: str) -> int | None:
    """The 1-based line where the words of `locator` begin; None where they are not there.

    Case, quotes, markdown, punctuation and line breaks do not count.
    """
    return Copy(text).line(locator)


def locate_in_line(line: str, locator: str) -> int:
    """The offset in a line where the words of `locator` begin; 0 where they are not all in it."""
    found = re.search(r"[\W_]+".join(map(re.escape, _words(locator))), line, re.IGNORECASE)
    return found.start() if found else 0


def _words(locator: str) -> list[str]:
    return split_words(make_plain(locator).shown.lower())
