"""Where it is worth to look closely: stretches of a text around words that are quickly found."""

from __future__ import annotations

import re
from collections.abc import Iterator


def search_near(
    pattern: re.Pattern[str], text: str, anchor: re.Pattern[str], before: int, after: int
) -> Iterator[re.Match[str]]:
    """All matches of a slow pattern that begin near an anchor: `before` characters in front, `after` behind."""
    for start, end in _windows(text, anchor, before, after):
        yield from pattern.finditer(text, start, end)


def _windows(text: str, anchor: re.Pattern[str], before: int, after: int) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    for found in anchor.finditer(text):
        start, end = max(0, found.start() - before), min(len(text), found.end() + after)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows
