"""Every `readings` of the catalog lists the strictest first: where another one holds, the strictest does too."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.conditions.judge import judge
from license_gate.conditions.situation import Situation
from license_gate.domain.answers import Truth
from license_gate.domain.condition import Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.facts import Entry, SetValue, Value
from license_gate.domain.quantity import Amount, Interval
from license_gate.facts.contradictions import contradictions
from license_gate.facts.ledger import Ledger

CATALOG = load_catalog()
SAMPLES = 200


def parts(condition: Condition) -> Iterator[Condition]:
    """A condition and everything inside it."""
    yield condition
    inner: tuple[Condition, ...] = ()
    if isinstance(condition, Group):
        inner = (*condition.all, *condition.any, *condition.none)
    elif isinstance(condition, Readings):
        inner = condition.parts
    elif isinstance(condition, Unclear):
        inner = (condition.when,)
    for part in inner:
        yield from parts(part)


def readings() -> Iterator[tuple[str, Readings]]:
    for summary in CATALOG.editions():
        edition = CATALOG.edition(summary.id)
        for clause in edition.clauses if edition else ():
            for part in parts(clause.when):
                if isinstance(part, Readings):
                    yield f"{summary.id}#{clause.id}", part


def sample(leaf: Leaf, chance: random.Random) -> Value | None:
    """A value near what the leaf compares with, or none."""
    if chance.random() < 0.2:
        return None
    kind = CATALOG.words.facts[leaf.fact]
    if isinstance(leaf.value, Amount):
        number = leaf.value.number + chance.choice((-leaf.value.number, -1, 0, 1, leaf.value.number))
        return Interval(number, number, currency=leaf.value.currency)
    if kind.kind == "bool":
        return chance.random() < 0.5
    words = (*(leaf.value if isinstance(leaf.value, tuple) else (str(leaf.value),)), "something-else")
    if kind.kind in ("set", "countries"):
        return SetValue(frozenset(word for word in words if chance.random() < 0.5))
    return str(chance.choice(words))


def ledgers(found: Readings) -> Iterator[Ledger]:
    """Consistent facts of every sort about what the readings look at."""
    chance = random.Random(20261124)  # noqa: S311 (samples, not secrets)
    looked_at = [part for part in parts(found) if isinstance(part, Leaf)]
    for _ in range(SAMPLES):
        values = {leaf.fact: sample(leaf, chance) for leaf in looked_at}
        entries = [Entry(fact, value) for fact, value in values.items() if value is not None]
        if not contradictions(entries, CATALOG.words.facts):
            yield Ledger(entries, CATALOG.words.facts)


@pytest.mark.parametrize(("where", "found"), [pytest.param(*pair, id=pair[0]) for pair in readings()])
def test_the_strictest_reading_comes_first(where: str, found: Readings) -> None:
    strictest, *others = found.parts
    for ledger in ledgers(found):
        situation = Situation(ledger, dt.date(2026, 11, 24), "2024-06-01", "2024-06-01")
        if judge(strictest, situation).truth is Truth.FALSE:
            assert all(judge(other, situation).truth is not Truth.TRUE for other in others), where


def test_the_catalog_has_readings() -> None:
    assert [where for where, _ in readings()]
