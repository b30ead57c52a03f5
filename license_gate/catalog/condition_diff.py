"""How one case differs from another, in plain words: period, number, population, words, parts."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.conditions.phrases import compared, listed, period_words, sentence
from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Operand, Readings, Unclear
from license_gate.domain.quantity import Amount

PARTS = {
    "all": ("no longer asks that", "asks as well that"),
    "any": ("no longer where", "also where"),
    "none": ("no longer spares the case that", "spares the case that"),
}
THIS = "this license"


class Change(NamedTuple):
    """One difference: what it is of, and the two sides; '' on one side where a part came or went."""

    what: str
    before: str
    after: str


def settled(condition: Condition, released: str, own: str = "") -> Condition:
    """The condition as it stands for one edition: the month before its release, and its own id as `this license`."""
    if isinstance(condition, Leaf):
        frozen = condition.at == "month-before-release" and len(released) >= len("2024-04")
        at = _month_before(released) if frozen else condition.at
        return condition._replace(at=at, value=_without(own, condition.value))
    if isinstance(condition, Unclear):
        return condition._replace(when=settled(condition.when, released, own))
    if isinstance(condition, Readings):
        return Readings(tuple(settled(part, released, own) for part in condition.parts))
    return Group(*(tuple(settled(part, released, own) for part in parts) for parts in condition))


def differences(before: Condition, after: Condition) -> list[Change]:
    """What changed between two conditions; empty where they are the same."""
    if before == after:
        return []
    if isinstance(before, Leaf) and isinstance(after, Leaf):
        return _leaf(before, after)
    if isinstance(before, (Leaf, Group)) and isinstance(after, (Leaf, Group)):
        found = _parts(_group(before), _group(after))
        if found is not None:
            return found
    if isinstance(before, Unclear) and isinstance(after, Unclear) and before.text == after.text:
        return differences(before.when, after.when)
    if isinstance(before, Readings) and isinstance(after, Readings) and len(before.parts) == len(after.parts):
        pairs = zip(before.parts, after.parts, strict=True)
        return list(dict.fromkeys(change for pair in pairs for change in differences(*pair)))
    return [Change("when", said(before), said(after))]


def said(condition: Condition) -> str:
    """A condition as a sentence; without one: always."""
    return "always" if condition == EVERY else sentence(condition)


def _group(condition: Leaf | Group) -> Group:
    return Group((condition,)) if isinstance(condition, Leaf) else condition


def _parts(before: Group, after: Group) -> list[Change] | None:
    """Differences part by part; None where hardly anything is shared, so that both are better said in full."""
    shared = [part for old, new in zip(before, after, strict=True) for part in old if part in new]
    found: list[Change] = []
    for name, old, new in zip(Group._fields, before, after, strict=True):
        gone = [part for part in old if part not in new]
        come = [part for part in new if part not in old]
        pairs = [pair for pair in zip(gone, come, strict=False) if _akin(*pair)]
        if gone and come and len(pairs) == len(gone) == len(come):
            found += [change for pair in pairs for change in differences(*pair)]
        elif (gone or come) and (not shared or (name == "any" and not _plain(gone + come))):
            return None
        else:
            lost, won = PARTS[name]
            found += [Change(lost, sentence(part), "") for part in gone]
            found += [Change(won, "", sentence(part)) for part in come]
    return found


def _plain(parts: list[Condition]) -> bool:
    return all(isinstance(part, Leaf) for part in parts)


def _akin(before: Condition, after: Condition) -> bool:
    """Whether one part took the place of the other."""
    if isinstance(before, Leaf) and isinstance(after, Leaf):
        return before.fact == after.fact or (bool(before.at) and bool(after.at))
    return type(before) is type(after)


def _leaf(before: Leaf, after: Leaf) -> list[Change]:
    """One comparison against another; said in full where they ask different things altogether."""
    numbers = isinstance(before.value, Amount) and isinstance(after.value, Amount)
    if before.fact != after.fact and not numbers:
        return [Change("when", sentence(before), sentence(after))]
    found = []
    if before.fact != after.fact:
        found.append(Change("counted", before.fact, after.fact))
    if before.at != after.at:
        found.append(Change("period", period_words(before.at), period_words(after.at)))
    if (before.operator, before.value) == (after.operator, after.value):
        return found
    if numbers:
        return [*found, Change("limit", compared(before), compared(after))]
    old, new = _named(before), _named(after)
    if before.operator != after.operator or not (old and new):
        return [*found, Change("when", sentence(before), sentence(after))]
    return [*found, *_words(before, old, new)]


def _named(leaf: Leaf) -> tuple[str, ...]:
    """The words that a leaf lists; () where it compares with something else."""
    return leaf.value if isinstance(leaf.value, tuple) and not isinstance(leaf.value, Amount) else ()


def _words(leaf: Leaf, before: tuple[str, ...], after: tuple[str, ...]) -> list[Change]:
    gone = tuple(word for word in before if word not in after)
    come = tuple(word for word in after if word not in before)
    lost = [Change(f"{leaf.fact} no longer lists", listed(gone), "")] if gone else []
    return [*lost, *([Change(f"{leaf.fact} lists as well", "", listed(come))] if come else [])]


def _without(own: str, value: Operand) -> Operand:
    if isinstance(value, tuple) and not isinstance(value, Amount):
        return tuple(THIS if word == own else word for word in value)
    return THIS if own and value == own else value


def _month_before(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02}"
