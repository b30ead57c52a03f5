"""Where something stands in a file, and what is wrong there."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position in a text file; `line` and `column` count from 1, `file` is relative to the repository."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("", 0, 0)


class Problem(NamedTuple):
    """One thing wrong with a document: what, where, and in `message` also what to do next."""

    place: Place
    message: str
    code: str = "LG900"
