"""Which variable a list or a table of Python code is set to."""

from __future__ import annotations

import re
from bisect import bisect_right

# `NAMES = [` at the end of a line: what a list or table of several lines belongs to. The pattern begins with
# what is rare, so that a text without such lines costs next to nothing.
_OPENING = re.compile(r"=[ \t]*[\w.]*[\[({]+[ \t]*(?:#[^\n]*)?\n")
_NAME = re.compile(r"[ \t]*(?:self\.)?([A-Za-z_]\w*)[ \t]*(?::[^=\n]+)?$")


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
            self._starts = []
            for match in _OPENING.finditer(self._text):
                line = self._text[self._text.rfind("\n", 0, match.start()) + 1 : match.start()]
                name = _NAME.match(line)
                if name:
                    self._starts.append(match.start())
                    self._names.append(name[1])
        index = bisect_right(self._starts, offset) - 1
        return self._names[index] if index >= 0 else ""
