"""A file as detectors see it: its bytes, its text on demand, and places in it."""

from __future__ import annotations

import re
from collections.abc import Callable

from license_gate.domain.reference import Certainty, Reference, ReferenceKind, Skipped

Found = Reference | Skipped
_MARK = "\ufeff"  # of the order of bytes, at the beginning of a file
_BEGINNING = 4096  # bytes: how the lines of a file end is seen there
_RECORDED = re.compile(r"(?:^|/)(?:\w*recordings|\w*cassettes|__snapshots__)/")
_FAR = 4000
_TEST = re.compile(
    r"(?:^|/)(?:tests?|testing|__tests__|fixtures|conftest\.py|test_[^/]*\.\w+|[^/]*_test\.\w+"
    r"|[^/]*\.(?:test|spec)\.\w+)(?:/|$)",
    re.IGNORECASE,
)


class Lines:
    """Places in a text; mostly they are asked for in their order, so lines are counted from the last one on."""

    __slots__ = ("_begin", "_line", "_offset", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._offset = 0
        self._begin = 0  # of the line of the offset
        self._line = 1

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character."""
        first, last = min(self._offset, offset), max(self._offset, offset)
        between = self._text.count("\n", first, last)
        if between:
            self._line += between if offset > self._offset else -between
            self._begin = self._text.rfind("\n", 0, offset) + 1
        self._offset = offset
        return self._line, offset - self._begin + 1


def begin_of_line(text: str, offset: int) -> int:
    """Where the line of a place begins, as far as anybody looks: lines of bundles are as long as their file."""
    first = max(0, offset - _FAR)
    return max(first, text.rfind("\n", first, offset) + 1)


def line_before(text: str, offset: int) -> str:
    """What stands before a place on its line."""
    return text[begin_of_line(text, offset) : offset]


class Source:
    """One file of the tree; `read_other` gives another file of it, or None."""

    __slots__ = ("_held", "_lines", "_test", "_text", "data", "path", "read_other")

    def __init__(self, path: str, data: bytes, read_other: Callable[[str], bytes | None]) -> None:
        self.path = path
        self.data = data
        self.read_other = read_other
        self._test: bool | None = None
        self._held: dict[bytes, bool] = {}
        self._text: str | None = None
        self._lines: Lines | None = None

    @property
    def test(self) -> bool:
        """Whether the file is one of the tests."""
        if self._test is None:
            self._test = _TEST.search(self.path) is not None
        return self._test

    @property
    def text(self) -> str:
        """The decoded file with lines that end in one way: UTF-8, else Latin-1, which reads any bytes."""
        if self._text is None:
            data = self.data
            if b"\r\n" in data[:_BEGINNING]:
                data = data.replace(b"\r\n", b"\n")
            try:
                self._text = data.decode().removeprefix(_MARK)
            except UnicodeDecodeError:
                self._text = data.decode("latin-1")
        return self._text

    def holds(self, word: bytes) -> bool:
        """Whether a word stands in the file; asked of it once, in bytes, which are searched twice as fast as text."""
        known = self._held.get(word)
        if known is None:
            known = self._held[word] = word in self.data
        return known

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character of `text`."""
        if self._lines is None:
            self._lines = Lines(self.text)
        return self._lines.place(offset)

    def refer(
        self,
        model: str,
        written: str,
        place: tuple[int, int],
        detector: str,
        kind: ReferenceKind,
        certainty: Certainty = "exact",
    ) -> Reference:
        """A reference in this file; in a test it is of kind `test`, whatever it would be elsewhere.

        What others answered once, and was recorded for tests, is used by nobody here.
        """
        if _RECORDED.search(self.path):
            kind = "mention"
        if kind != "mention":
            kind = "test" if self.test else "data" if model.startswith("dataset:") else kind
        return Reference(model, written, self.path, place[0], place[1], detector, certainty, kind)

    def skip(self, line: int, reason: str) -> Skipped:
        """Something at a line of this file that cannot be told."""
        return Skipped(f"{self.path}:{line}", reason)
