"""How the readers of this package word a problem."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 60  # characters of a document's own text that a message repeats
LISTED = 12  # choices that a message may list


def shown(text: str) -> str:
    """Text of a document in quotes: cut to a line's length, with everything unprintable escaped."""
    cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
    return "'" + "".join(_printable(character) for character in cut) + "'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'X'?` for the nearest known word; else the choices, if they are few; else ''."""
    import difflib

    words = list(known)
    folded = {_fold(other): other for other in words}
    near = difflib.get_close_matches(_fold(word[:LONGEST]), folded, n=1, cutoff=0.6)
    if near:
        return f"; did you mean '{folded[near[0]]}'?"
    return f"; it is one of: {', '.join(sorted(words))}" if 0 < len(words) <= LISTED else ""


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")
