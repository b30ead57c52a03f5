"""Which variable a list or a table of Python code is set to."""

from __future__ import annotations

import re
from bisect import bisect_right

# `NAMES = [`, `names: list[str] = {`: what a long list or table belongs to.
_CONTAINER = re.compile(
    r"^[ \t]*(?:self\.)?([A-Za-z_]\w*)[ \t]*(?::[^=\n]+)?=[ \t]*(?:[\w.]+)?[\[({]", re.MULTILINE
)


class Containers:
    """The lists and tables of a text; read when the first string in one is judged."""

    __slots__ = ("_names", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._names: list[str] = []

    def before(self, offset: int) -> str:
        """The variable of the last list or table that begins before an offset."""
        if self._starts is None:
            found = list(_CONTAINER.finditer(self._text))
            self._starts = [match.start() for match in found]
            self._names = [match[1] for match in found]
        index = bisect_right(self._starts, offset) - 1
        return self._names[index] if index >= 0 else ""
