"""Which class of a text a place stands in, as far as that can be told without a syntax tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator


class Classes:
    """The classes of a text; found when the first place is asked for."""

    __slots__ = ("_find", "_heads", "_starts", "_text")

    def __init__(self, text: str, find: Callable[[str], Iterator[tuple[int, str]]]) -> None:
        self._text = text
        self._find = find  # where each class begins, and its name with what follows it
        self._starts: list[int] | None = None
        self._heads: list[str] = []

    def heads(self) -> list[str]:
        """The name of each class, with what its language says beside it."""
        if self._starts is None:
            found = list(self._find(self._text))
            self._starts = [start for start, _ in found]
            self._heads = [head for _, head in found]
        return self._heads

    def above(self, offset: int) -> str:
        """The last class that begins before a place, '' for none."""
        heads = self.heads()
        index = bisect_right(self._starts or [], offset) - 1
        return heads[index] if index >= 0 else ""
