"""Strings and comments of Python code, found in one pass without a syntax tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""\#[^\n]*
    |(?P<prefix>\b[rbfuRBFU]{1,2})?(?:
      \"\"\"(?P<three>(?:[^"\\]|\\.|"(?!""))*)(?:\"\"\"|\Z)
     |'''(?P<tick>(?:[^'\\]|\\.|'(?!''))*)(?:'''|\Z)
     |"(?P<double>(?:[^"\\\n]|\\.)*)(?:"|$)
     |'(?P<single>(?:[^'\\\n]|\\.)*)(?:'|$))""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_OPENERS = "([{,=+%|&\\"


class Token(NamedTuple):
    """A string literal or a comment; `start` and `end` enclose all of it, `inner` is where its text begins."""

    start: int
    end: int
    inner: int
    text: str
    formatted: bool  # an f-string
    prose: bool  # a comment or a docstring


def lex(text: str) -> Iterator[Token]:
    """All strings and comments in their order."""
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        if group is None:
            yield Token(
                match.start(), match.end(), match.start() + 1, match[0][1:], formatted=False, prose=True
            )
            continue
        content = (
            match["single"] if group == "single" else match["double"] if group == "double" else match[group]
        )
        inner = match.start(group)
        formatted = "f" in (match["prefix"] or "").lower()
        prose = group in ("three", "tick") and _is_statement(text, match.start())
        yield Token(match.start(), match.end(), inner, content, formatted, prose)


def _is_statement(text: str, start: int) -> bool:
    """Whether a string in triple quotes stands alone: a docstring, or a comment written as a string."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        return False
    before = text[max(0, line - 200) : line].rstrip()
    return not before or before[-1] not in _OPENERS
