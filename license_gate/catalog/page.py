"""The lines of a catalog page: wrapped, labelled, and safe to print whatever an entry holds."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

WIDTH = 110
LABEL = 10
EFFECTS = {
    "prohibits": "forbidden",
    "withholds": "needs a license of its own",
    "ends": "ends the rights",
    "requires": "duty",
    "permits": "permission",
    "reserves": "kept by the licensor",
    "defines": "meaning",
    "disclaims": "not promised",
}
PARAMETERS = {
    "display": "show",
    "where": "where",
    "file": "file",
    "text": "line",
    "prefix": "begins with",
    "policy_url": "policy",
    "ask": "obtain",
}


def row(label: str, text: str, width: int, indent: int = 2) -> list[str]:
    """`  label     text`, wrapped under itself."""
    return fill(text, width, f"{' ' * indent}{label:<{LABEL - 1}} ", " " * (indent + LABEL))


def listed(title: str, texts: Iterable[str], width: int) -> list[str]:
    """A heading and its lines; nothing where there are none."""
    lines = [line for text in texts for line in fill(text, width, "  ", "    ")]
    return [title.upper(), *lines] if lines else []


def fill(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Wrapped text; what cannot be seen is shown as an escape, for an organization's own entries are files."""
    return wrap(
        printable(text),
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def printable(text: str) -> str:
    """The text with everything that cannot be seen escaped."""
    return "".join(
        mark if mark.isprintable() else " " if mark.isspace() else repr(mark)[1:-1] for mark in text
    )


def capital(text: str) -> str:
    """The text with a capital letter in front."""
    return text[:1].upper() + text[1:]


def label_of(parameter: str) -> str:
    """How a page labels a parameter of a clause."""
    return PARAMETERS.get(parameter, parameter.replace("_", " "))
