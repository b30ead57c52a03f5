"""The condition language as trees. `parse` builds them, `judge` reads them; see docs/conditions.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from license_gate.domain.quantity import Amount

Operator = Literal[
    "above", "at_least", "below", "at_most", "is", "in", "includes", "within", "starts_with", "holds"
]
Operand = bool | str | Amount | tuple[str, ...]


class Leaf(NamedTuple):
    """One question to one fact. `at` is the period as written ('' for facts without time)."""

    fact: str
    operator: Operator
    value: Operand
    at: str = ""


class Group(NamedTuple):
    """All of `all` hold, one of `any` holds (if there is any), none of `none` holds. Empty: always."""

    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()
    none: tuple[Condition, ...] = ()


class Unclear(NamedTuple):
    """The text does not say plainly whether `when` is the case; `text`: which words, in our own words."""

    text: str
    when: Condition


class Readings(NamedTuple):
    """Ways to read one text, the strictest first; every later one implies it."""

    parts: tuple[Condition, ...]


Condition = Leaf | Group | Unclear | Readings

EVERY = Group()


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Every question that a condition asks, in the order in which it is written."""
    if isinstance(condition, Leaf):
        yield condition
        return
    if isinstance(condition, Unclear):
        parts: tuple[Condition, ...] = (condition.when,)
    elif isinstance(condition, Readings):
        parts = condition.parts
    else:
        parts = (*condition.all, *condition.any, *condition.none)
    for part in parts:
        yield from leaves(part)
