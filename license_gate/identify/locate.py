"""Where a few words of a license stand in somebody's copy of it."""

from __future__ import annotations

from license_gate.identify.plain import make_plain
from license_gate.identify.words import split_words, word_places


def locate(text: str, locator: str) -> int | None:
    """The 1-based line where the words of `locator` begin; None where they are not there.

    Case, quotes, markdown, punctuation and line breaks do not count.
    """
    wanted = split_words(make_plain(locator).shown.lower())
    if not wanted:
        return None
    plain = make_plain(text)
    places = word_places(plain.shown.lower())
    joined = f" {' '.join(word for word, _ in places)} "
    found = joined.find(f" {' '.join(wanted)} ")
    return None if found < 0 else plain.line(places[joined.count(" ", 0, found)][1])
