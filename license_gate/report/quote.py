"""The line in the user's file that a finding points at, with the name underlined."""

from __future__ import annotations

from license_gate.domain.place import Place
from license_gate.report.escape import terminal

_TAB = 4


def quote(line: str, where: Place, wanted: str, width: int) -> list[str]:
    """Two lines: the quoted one under its number, and carets under `wanted` or under what stands at the place."""
    line = line.rstrip("\r\n")
    start, end = _span(line, where.column - 1, wanted)
    margin = f"{where.line:>5} | "
    before, named, after = (
        terminal(part.expandtabs(_TAB)) for part in (line[:start], line[start:end], line[end:])
    )
    room = max(20, width - len(margin))
    shown = (before + named + after).rstrip()
    if len(shown) > room:
        shown = shown[: room - 3] + "..."
    carets = max(1, min(len(named), room - len(before)))
    below = " " * 5 + " | " + " " * len(before) + "^" * carets
    return [margin + shown, *([below] if len(before) < room else [])]


def _span(line: str, column: int, wanted: str) -> tuple[int, int]:
    for text in (wanted, wanted.partition(":")[2]):
        found = line.find(text, max(0, column)) if text else -1
        if found >= 0:
            return found, found + len(text)
    start = min(max(0, column), len(line))
    start += len(line[start:]) - len(line[start:].lstrip(" \t"))
    word = line[start:].split(" ", 1)[0]
    return start, start + len(word)
