"""Read what a fact is compared with: which comparisons its type allows, and the value's form and words."""

from __future__ import annotations

import re

from license_gate.conditions.numbers import parse_amount
from license_gate.domain.condition import Operand, Operator
from license_gate.domain.facts import FactKind, FactType
from license_gate.domain.place import Problem
from license_gate.domain.tree import Node, Pair, Scalar, Sequence
from license_gate.domain.vocabulary import Vocabulary
from license_gate.domain.wording import did_you_mean, shown
from license_gate.facts.countries import COUNTRIES, MISTAKEN, UNIONS

ORDER: tuple[Operator, ...] = ("above", "at_least", "below", "at_most")
OPERATORS: dict[str, Operator] = {
    operator: operator for operator in (*ORDER, "is", "in", "includes", "within", "starts_with")
}

ALLOWED: dict[FactKind, tuple[Operator, ...]] = {
    "level": ORDER,
    "flow": ORDER,
    "date": ORDER,
    "bool": ("is", "in"),
    "enum": ("is", "in"),
    "text": ("is", "in", "starts_with"),
    "set": ("includes", "within"),
    "countries": ("includes", "within"),
}

_PLAIN: dict[FactKind, str] = {
    "level": "a number over time",
    "flow": "an amount over time",
    "date": "a day",
    "bool": "a yes-or-no fact",
    "enum": "one of several words",
    "text": "a text",
    "set": "a list",
    "countries": "a list of countries",
}


def parse_operand(kind: FactType, test: Pair, words: Vocabulary, problems: list[Problem]) -> Operand | None:
    """The value of one comparison (`above: 700M`), or None with at least one more problem."""
    operator = OPERATORS[test.key.text]
    if operator not in ALLOWED[kind.kind]:
        allowed = ", ".join(ALLOWED[kind.kind])
        problems.append(
            Problem(
                test.key.place,
                f"{kind.name} is {_PLAIN[kind.kind]}: '{operator}' does not apply, use one of {allowed}",
            )
        )
        return None
    if operator in ("in", "includes", "within"):
        return _list(kind, test, words, problems)
    return _single(kind, test, words, problems)


def _single(kind: FactType, test: Pair, words: Vocabulary, problems: list[Problem]) -> Operand | None:
    if not isinstance(test.value, Scalar):
        problems.append(Problem(test.value.place, f"'{test.key.text}' takes one value"))
        return None
    return _value(kind, test.value, words, problems)


def _list(kind: FactType, test: Pair, words: Vocabulary, problems: list[Problem]) -> Operand | None:
    items: tuple[Node, ...] = test.value.items if isinstance(test.value, Sequence) else (test.value,)
    before = len(problems)
    if not items:
        problems.append(Problem(test.value.place, f"'{test.key.text}' is compared with nothing: list values"))
    values = [_listed(kind, item, words, problems) for item in items]
    return tuple(values) if len(problems) == before else None


def _listed(kind: FactType, item: Node, words: Vocabulary, problems: list[Problem]) -> str:
    if not isinstance(item, Scalar):
        problems.append(Problem(item.place, "a list of plain values is expected here"))
        return ""
    value = _value(kind, item, words, problems)
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _value(kind: FactType, scalar: Scalar, words: Vocabulary, problems: list[Problem]) -> Operand | None:
    """One scalar, read as the fact's type wants it."""
    if kind.kind in ("level", "flow"):
        amount = parse_amount(scalar.text, money=kind.money)
        if isinstance(amount, str):
            problems.append(Problem(scalar.place, amount))
            return None
        return amount
    problem = _check_word(kind, scalar.text, words)
    if problem:
        problems.append(Problem(scalar.place, problem))
        return None
    return scalar.text == "true" if kind.kind == "bool" else scalar.text


def _check_word(kind: FactType, text: str, words: Vocabulary) -> str:
    """What is wrong with one word as a value of a fact without time ('' = nothing)."""
    if kind.kind == "bool":
        return "" if text in ("true", "false") else f"{kind.name} is true or false, not {shown(text)}"
    if kind.kind == "date":
        return _check_day(text)
    if kind.kind == "countries":
        return _check_country(text)
    known = words.values_of(kind)
    if known and text not in known:
        return f"unknown value {shown(text)} of {kind.name}{did_you_mean(text, known)}"
    return "" if text.strip() else f"{kind.name} is compared with nothing"


def _check_day(text: str) -> str:
    if text == "today":
        return ""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        import datetime as dt

        try:
            dt.date.fromisoformat(text)
        except ValueError as error:
            return f"{text} is not a day of the calendar ({error})"
        return ""
    return f"{shown(text)} is not a day: write it like 2026-11-24 or 'today'"


def _check_country(text: str) -> str:
    if text in COUNTRIES or text in UNIONS:
        return ""
    meant = MISTAKEN.get(text.upper()) or (text.upper() if text.upper() in COUNTRIES | UNIONS else "")
    hint = f"; did you mean '{meant}'?" if meant else ""
    return f"{shown(text)} is not a country code of ISO 3166-1, EU or EEA{hint}"
