"""Variables of shell scripts, images and makefiles, put in where a command uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_MOST = 48  # values
_DEEPEST = 4
_STEPS = 200  # variables that are put into one word
# Compiled where a variable is used: most scripts that name a model use none.
_USE = r"\$(?:\{(\w+)(?::?[-=]([^{}]*))?\}|\((\w+)\)|(\w+))"
_SET = r"""^[ \t]*(?:export[ \t]+|readonly[ \t]+|local[ \t]+|ENV[ \t]+|ARG[ \t]+)?(\w+)[ \t]*[:?]?=[ \t]*["']?([^\s"'()#;]+)"""
_LISTED = r"""^[ \t]*(?:declare[ \t]+-a[ \t]+)?(\w+)\+?=\(([^()]{0,4000})\)|\bfor[ \t]+(\w+)[ \t]+in[ \t]+((?:[^\n;\\]|\\\r?\n){0,4000})"""
_EACH = r"\$\{(\w+)\[[@*]\]\}"  # all elements of an array


class Variables:
    """What the variables of a text are set to; read when the first one is used."""

    __slots__ = ("_filled", "_left", "_text", "_values")

    def __init__(self, text: str) -> None:
        self._text = text
        self._filled: dict[str, list[str]] = {}
        self._left = 0
        self._values: dict[str, list[str]] | None = None

    def fill(self, written: str) -> list[str]:
        """What a word can be with its variables put in; none where one of them is not known."""
        if "$" not in written:
            return [written]
        if written not in self._filled:
            self._left = _STEPS
            self._filled[written] = list(dict.fromkeys(islice(self._fill(written, 0), _MOST)))
        return self._filled[written]

    def _fill(self, written: str, depth: int) -> Iterator[str]:
        use = re.search(_USE, written)
        if use is None:
            yield written
            return
        self._left -= 1
        if depth >= _DEEPEST or self._left < 0:
            return
        name = use[1] or use[3] or use[4]
        for value in self._known().get(name, [])[:_MOST] or ([use[2]] if use[2] else []):
            yield from self._fill(written[: use.start()] + value + written[use.end() :], depth + 1)

    def _known(self) -> dict[str, list[str]]:
        if self._values is None:
            self._values = {}
            for match in re.finditer(_SET, self._text, re.MULTILINE):
                self._values.setdefault(match[1], []).append(match[2])
            for match in re.finditer(_LISTED, self._text, re.MULTILINE):
                name, words = (match[1], match[2]) if match[1] else (match[3], match[4])
                array = re.search(_EACH, words)
                listed = self._values.get(array[1], []) if array else _words(words)
                self._values.setdefault(name, []).extend(listed)
        return self._values


def _words(text: str) -> list[str]:
    return [word.strip("\"'") for word in text.replace("\\", " ").split()][:_MOST]
