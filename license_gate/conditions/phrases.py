"""Conditions in plain words: for `licenses show`, `policy show` and the sentences of an explanation."""

from __future__ import annotations

from collections.abc import Iterable

from license_gate.domain.condition import Condition, Group, Leaf, Operand, Readings, Unclear
from license_gate.domain.quantity import Amount
from license_gate.facts.values import figures

_WHEN = {
    "month-before-release": "in the month before the model's release",
    "previous-month": "in the last complete month",
    "previous-year": "in the last complete calendar year",
    "any-month": "in any month",
    "any-year": "in any calendar year",
    "any-12-months": "in any twelve consecutive months",
}

_COMPARED = {
    "above": "above {}",
    "at_least": "at least {}",
    "below": "below {}",
    "at_most": "at most {}",
    "is": "{}",
    "in": "one of {}",
    "holds": "{}",
}


def enumerated(names: Iterable[str]) -> str:
    """`a, b and c`, each name once."""
    *others, last = dict.fromkeys(names)
    return f"{', '.join(others)} and {last}" if others else last


def sentence(condition: Condition) -> str:
    """A condition as one sentence without its full stop: `group.revenue in any calendar year is above ...`."""
    if isinstance(condition, Leaf):
        return _leaf(condition)
    if isinstance(condition, Unclear):
        return f"perhaps {_nested(condition.when)} (the text is unclear: {condition.text})"
    if isinstance(condition, Readings):
        strictest, *others = (_nested(part) for part in condition.parts)
        return f"{strictest} (read strictly), or only {' or '.join(others)} (read otherwise)"
    return _group(condition)


def compared(leaf: Leaf) -> str:
    """What a leaf compares its fact with: `above 700,000,000`, `one of academic, nonprofit`."""
    return _COMPARED[leaf.operator].format(listed(leaf.value))


def listed(value: Operand, joint: str = ", ") -> str:
    """The value of a term in words; several words are joined."""
    if isinstance(value, Amount):
        return figures(value.number, value.currency)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else joint.join(value)


def period_words(at: str) -> str:
    """The period of a leaf in words: `in the last complete month`, `in 2024-03`; '' where it has none."""
    return (_WHEN.get(at) or f"in {at}") if at else ""


def _leaf(leaf: Leaf) -> str:
    when = f" {period_words(leaf.at)}" if leaf.at else ""
    return f"{leaf.fact}{when} {_predicate(leaf)}"


def _predicate(leaf: Leaf) -> str:
    if leaf.operator == "includes":
        return f"includes {listed(leaf.value, ' or ')}"
    if leaf.operator == "within":
        return f"is limited to {listed(leaf.value)}"
    if leaf.operator == "starts_with":
        return f"begins with {listed(leaf.value)}"
    return f"is {compared(leaf)}"


def _group(group: Group) -> str:
    parts = [_nested(part) for part in group.all]
    if group.any:
        choice = " or ".join(_nested(part) for part in group.any)
        parts.append(f"({choice})" if parts and len(group.any) > 1 else choice)
    case = " and ".join(parts)
    exceptions = " or ".join(_nested(part) for part in group.none)
    if not exceptions:
        return case or "always"
    return f"{case}, unless {exceptions}" if case else f"unless {exceptions}"


def _nested(condition: Condition) -> str:
    """A part of a larger sentence, in parentheses where it would otherwise run into its neighbors."""
    if isinstance(condition, Group) and len((*condition.all, *condition.any, *condition.none)) > 1:
        return f"({_group(condition)})"
    return sentence(condition)
