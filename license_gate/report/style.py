"""How a report is to look; everything that `render` needs besides the verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from license_gate.domain.place import Place
from license_gate.domain.verdict import Verdict

Lines = Callable[[Place], str | None]


def no_lines(_place: Place) -> str | None:
    """Knows no file: nothing is quoted."""
    return None


class Style(NamedTuple):
    """The look of a report.

    `width`: columns to wrap at. `verbose`: notes too, and no caps. `line`: the text of the user's file at a
    place, without its line end, from what the caller has read already. `exit_zero`: the process ends with 0
    whatever the verdict, and the report says so.
    """

    color: bool = False
    width: int = 110
    verbose: bool = False
    line: Lines = no_lines
    exit_zero: bool = False

    def exit_code(self, verdict: Verdict) -> int:
        """The exit code of the process that prints this report."""
        return 0 if self.exit_zero else verdict.exit_code


def lines_of(files: Mapping[str, Sequence[str]]) -> Lines:
    """Quotes from files that are in memory: path as in `Place.file` -> lines without their ends."""

    def line(place: Place) -> str | None:
        lines = files.get(place.file, ())
        return lines[place.line - 1] if 1 <= place.line <= len(lines) else None

    return line


class Render(Protocol):
    """What a report format is."""

    def __call__(self, verdict: Verdict, style: Style, /) -> str:
        """The whole report, with a line end after its last line."""
