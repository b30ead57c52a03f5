"""A string literal of Python code."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """A string literal; `start` and `end` enclose all of it, `inner` is where its text begins."""

    start: int
    end: int
    inner: int
    text: str
