"""How a problem repeats what a document says, and which word it takes to be meant."""

from __future__ import annotations

from collections.abc import Collection

LONGEST = 80  # characters of a document's own text that a message repeats
LISTED = 14  # choices that a message may list


def shown(text: str) -> str:
    """Text of a document in quotes, escaped."""
    return f"'{escaped(text)}'"


def escaped(text: str) -> str:
    """Text of a document, cut to a line's length, with everything unprintable escaped."""
    cut = text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."
    return "".join(_printable(character) for character in cut)


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def did_you_mean(text: str, known: Collection[str]) -> str:
    """`; did you mean 'X'?` for the nearest known word; else the choices, if they are few; else ''."""
    near = nearest(text, known)
    return f"; did you mean '{near}'?" if near else one_of(known)


def one_of(known: Collection[str]) -> str:
    """`; it is one of: a, b`, or '' where there are too many."""
    return f"; it is one of: {', '.join(known)}" if 0 < len(known) <= LISTED else ""


def nearest(text: str, known: Collection[str]) -> str:
    """The one of `known` that is most like `text`, or ''."""
    import difflib

    folded = {_fold(word): word for word in known}
    near = difflib.get_close_matches(_fold(text[:LONGEST]), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else ""


def _fold(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
