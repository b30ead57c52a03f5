"""License strings as people write them -> editions: exact names first, then OR, AND and WITH."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from license_gate.domain.expression import Both, Either, Expression, Named

Names = Callable[
    [str], "tuple[str, ...] | None"
]  # a folded name -> the editions it may mean, None: unknown name

MAX_LENGTH = 1000  # no license string of a person is longer; parsing takes time


def fold(text: str) -> str:
    """A name as it is compared: case, quotes and white space do not count."""
    return " ".join(text.replace('"', " ").split()).lower()


def read_expression(text: str, names: Names) -> Expression:
    """What a license string means.

    A string that is a known name means that name, whatever words are in it. One that holds operators is
    taken apart; one that cannot be is a name that nobody knows. Unknown is never permissive.
    """
    known = names(fold(text))
    if known is not None:
        return Named(text, known)
    if not _has_operators(text):
        return Named(text)
    tree = _parse(text)
    return Named(text) if tree is None else _build(tree, text, names)


def _has_operators(text: str) -> bool:
    words = text.replace("(", " ( ").replace(")", " ) ").split()
    return len(text) <= MAX_LENGTH and any(
        word in ("OR", "AND", "WITH", "or", "and", "with", "(") for word in words
    )


def _parse(text: str) -> Any | None:  # noqa: ANN401 (a tree of the license-expression package, which is untyped)
    from license_expression import (  # type: ignore[import-untyped]
        ExpressionError,
        ExpressionParseError,
        Licensing,
    )

    try:
        return Licensing().parse(text)
    except (ExpressionError, ExpressionParseError, RecursionError):
        return None
    except (AssertionError, IndexError, AttributeError, TypeError, ValueError):
        return None  # the parser's own slips on texts such as "()": a name that nobody knows


def _build(tree: Any, text: str, names: Names) -> Expression:  # noqa: ANN401 (the same)
    operator = getattr(tree, "operator", "").strip()
    if operator in ("OR", "AND"):
        parts = tuple(_build(part, str(part), names) for part in tree.args)
        return Either(parts) if operator == "OR" else Both(parts)
    written = str(tree) or text
    return Named(written, names(fold(written)) or ())
