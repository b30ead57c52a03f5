"""Copies of a text as people leave them behind: rewrapped, without markdown, torn, with other quotes."""

from __future__ import annotations

import random
import re
import textwrap
import zlib
from collections.abc import Callable

_CURLY = str.maketrans(
    {'"': "\u201d", "'": "\u2019", "\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"}
)


def rewrap(text: str) -> str:
    """Every paragraph at 60 columns."""
    return "\n\n".join(textwrap.fill(part, 60, break_long_words=False) for part in re.split(r"\n\s*\n", text))


def strip_markdown(text: str) -> str:
    """Headings, emphasis, quotes, bullets and links as bare words."""
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?m)^\s*(?:#+|>|[-*•])\s+", "", text)
    return re.sub(r"(?<!\w)_|_(?!\w)", "", re.sub(r"[*`\\]", "", text))


def shout_title(text: str) -> str:
    """The first line that is not blank in capitals."""
    head, mark, rest = text.lstrip("\ufeff\n\r ").partition("\n")
    return head.upper() + mark + rest


def tear(text: str) -> str:
    """A copy from which one line in ten is gone, always the same ones."""
    lines = text.splitlines(keepends=True)
    chance = random.Random(zlib.crc32(text.encode()))  # noqa: S311 (a seeded choice of lines)
    gone = set(chance.sample(range(len(lines)), len(lines) // 10))
    return "".join(line for number, line in enumerate(lines) if number not in gone)


def turn_quotes(text: str) -> str:
    """Straight quotes curly, curly ones straight."""
    return text.translate(_CURLY)


def keep(text: str) -> str:
    """The text as it is."""
    return text


COPIES: dict[str, Callable[[str], str]] = {
    "as published": keep,
    "rewrapped": rewrap,
    "without markdown": strip_markdown,
    "title in capitals": shout_title,
    "one line in ten gone": tear,
    "other quotes": turn_quotes,
}
