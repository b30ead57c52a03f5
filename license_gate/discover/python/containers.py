"""Which variable a list or a table of Python code is set to."""

from __future__ import annotations

import re
from bisect import bisect_right

from license_gate.discover.source import line_before

# `NAMES = [` at the end of a line: what a list or table of several lines belongs to. The pattern begins with
# what is rare, so that a text without such lines costs next to nothing.
_OPENING = re.compile(r"=[ \t]*[\w.]*[\[({]+[ \t]*(?:#[^\n]*)?\n")
_CLOSING = re.compile(r"^([ \t]*)[)\]}]", re.MULTILINE)
_NEAR = 4000
_NAME = re.compile(r"[ \t]*(?:self\.)?([A-Za-z_]\w*)[ \t]*(?::[^=\n]+)?$")


class Containers:
    """The lists and tables of a text; read when the first string in one is judged."""

    __slots__ = ("_closings", "_ends", "_names", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._names: list[str] = []
        self._ends: dict[int, int] = {}
        self._closings: dict[str, list[int]] = {}  # by their indent

    def before(self, offset: int) -> str:
        """The variable of the last list or table that begins before an offset."""
        index = self._index(offset)
        return self._names[index] if index >= 0 else ""

    def around(self, offset: int) -> int:
        """Which list or table, counted from 0, holds an offset; -1 for none."""
        index = self._index(offset)
        if index >= 0 and index not in self._ends:
            self._ends[index] = self._end(index)
        return index if index >= 0 and offset < self._ends[index] else -1

    def _end(self, index: int) -> int:
        """Where a line begins with a closing bracket and the indent of the line that opened."""
        start = (self._starts or [0])[index]
        line = line_before(self._text, start)
        indent = line[: len(line) - len(line.lstrip())]
        near = [self._text.find(f"\n{indent}{bracket}", start, start + _NEAR) for bracket in ")]}"]
        return min(end for end in near if end >= 0) if max(near) >= 0 else self._far(indent, start)

    def _far(self, indent: str, start: int) -> int:
        """The same for a long table; all closing brackets are read once, however many tables there are."""
        if not self._closings:
            self._closings = {"": []}
            for match in _CLOSING.finditer(self._text):
                self._closings.setdefault(match[1], []).append(match.start())
        closings = self._closings.get(indent, [])
        following = bisect_right(closings, start)
        return closings[following] if following < len(closings) else len(self._text)

    def _index(self, offset: int) -> int:
        if self._starts is None:
            self._starts = []
            for match in _OPENING.finditer(self._text):
                line = line_before(self._text, match.start())
                name = _NAME.match(line)
                if name:
                    self._starts.append(match.start())
                    self._names.append(name[1])
        return bisect_right(self._starts, offset) - 1
