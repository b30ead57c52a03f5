"""How problems of documents are worded: one style for every reader."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from license_gate.domain.place import Place, Problem

LONGEST = 80  # characters of a document's own text that a message repeats
LISTED = 14  # choices that a message may list


class Notes(NamedTuple):
    """Collects the problems of one document; `quiet` ones never repeat what the document says."""

    problems: list[Problem]
    quiet: bool = False

    def add(self, place: Place, message: str) -> None:
        """Report one problem."""
        self.problems.append(Problem(place, message))

    def wrong(self, place: Place, text: str, message: str) -> None:
        """Report a value: its text, unless it is confidential, and what is wrong with it."""
        self.add(place, f"this value {message}" if self.quiet else f"{shown(text)} {message}")

    def unknown(self, place: Place, what: str, text: str, known: Collection[str]) -> None:
        """Report a word that is not one of `known`, with the nearest that is."""
        if self.quiet:
            self.add(place, f"unknown {what}{_one_of(known)}")
        else:
            self.add(place, f"unknown {what} {shown(text)}{_suggestion(nearest(text, known), known)}")

    def unknown_key(self, place: Place, what: str, text: str, known: Collection[str]) -> str:
        """Report a key that is not one of `known`; returns the one that is suggested, or ''."""
        written = "" if self.quiet else f" {shown(text)}"
        near = nearest(text, known)
        self.add(place, f"unknown {what}{written}{_suggestion(near, known)}")
        return near


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


def _suggestion(near: str, known: Collection[str]) -> str:
    return f"; did you mean '{near}'?" if near else _one_of(known)


def _one_of(known: Collection[str]) -> str:
    return f"; it is one of: {', '.join(known)}" if 0 < len(known) <= LISTED else ""


def nearest(text: str, known: Collection[str]) -> str:
    """The one of `known` that is most like `text`, or ''."""
    import difflib

    folded = {word.lower(): word for word in known}
    near = difflib.get_close_matches(text[:LONGEST].lower(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else ""
