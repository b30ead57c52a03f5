"""Every clause can be answered all three ways: its own condition yields the facts that show it.

For each leaf a few records are made up on both sides of what it asks, and combined until the clause's case was
seen to hold, not to hold and to be unknown. A condition that can never hold, or always does, is a slip of its
author.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from license_gate.catalog.lookup import load_catalog
from license_gate.conditions.judge import judge
from license_gate.conditions.situation import Situation
from license_gate.domain.answers import Answer, Truth
from license_gate.domain.condition import EVERY, Condition, Leaf, Readings, Unclear, leaves
from license_gate.domain.facts import Entry, FactType, SetValue, Value
from license_gate.domain.license import Edition, Kind
from license_gate.domain.quantity import INFINITY, Amount, Interval
from license_gate.evaluate.rule_on import Scene, Term, rule_on, terms
from license_gate.facts.ledger import Ledger

CATALOG = load_catalog()
WORDS = CATALOG.words
TODAY = dt.date(2026, 11, 15)
MOST = 20_000  # combinations tried for one clause
SPEAKING = ("prohibits", "withholds", "ends", "requires")
INHABITANT = {"EU": "DE", "EEA": "NO"}
ELSEWHERE = {"countries": "BR", "set": "something-else", "enum": "something-else", "text": "zzz"}
ANSWERS: frozenset[Answer] = frozenset({"violated", "unknown", "satisfied"})

# Answers that a kind never comes to besides the rule below, and why that is right.
NEVER: dict[str, tuple[set[Answer], str]] = {
    "output-use": (
        {"violated", "unknown"},
        "the catalog's clauses are promises without a condition: general terms",
    ),
    "content-filter": ({"unknown"}, "the one text that asks for it asks without a condition"),
    "high-risk-use": (
        {"violated"},
        "the one text that asks for safeguards names none that could be found missing",
    ),
}


def records(kind: FactType, asked: Iterable[Leaf]) -> list[Entry | None]:
    """Nothing, and a value on each side of what every leaf asks of this fact."""
    found = list(asked)
    values: list[Value] = [value for leaf in found for value in around(kind, leaf)]
    if kind.kind == "set":
        words = [str(word) for leaf in found if isinstance(leaf.value, tuple) for word in leaf.value]
        values += [
            SetValue(frozenset(words)),
            SetValue(frozenset(words[:1]), frozenset(words[1:]), complete=False),
        ]
    return [None, *(Entry(kind.name, value) for value in dict.fromkeys(values))]


def around(kind: FactType, leaf: Leaf) -> list[Value]:
    if kind.kind == "bool":
        return [True, False]
    if kind.kind == "date":
        return ["2000-01-01", "2999-01-01"]
    if isinstance(leaf.value, Amount):
        number, currency = leaf.value.number, leaf.value.currency
        return [Interval(0, number / 4, currency=currency), Interval(number * 4, INFINITY, currency=currency)]
    named = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    words: list[str] = [INHABITANT.get(str(word), str(word)) for word in named]
    if kind.kind in ("set", "countries"):
        other = ELSEWHERE[kind.kind]
        none = [SetValue()] if not kind.refuses_empty else []
        return [
            SetValue(frozenset({words[0]})),
            SetValue(frozenset({words[0], other})),
            SetValue(frozenset({other})),
            *none,
        ]
    return [words[0], ELSEWHERE[kind.kind]]


def ledgers(term: Term) -> Iterator[Ledger]:
    """Every combination of the records of a clause's facts, the emptiest first."""
    asked: dict[str, list[Leaf]] = {}
    for leaf in (*leaves(term.when), *(leaves(term.clause.met) if term.clause.met else ())):
        asked.setdefault(leaf.fact, []).append(leaf)
    choices = [records(WORDS.facts[fact], found) for fact, found in asked.items()]
    for combination in islice(product(*choices), MOST):
        entries = [entry for entry in combination if entry is not None]
        yield Ledger(entries, WORDS.facts, CATALOG.rates, day=TODAY.isoformat())


def situation(ledger: Ledger, edition: Edition) -> Situation:
    return Situation(ledger, TODAY, released=edition.released or edition.date, since=edition.date)


def truths(condition: Condition, term: Term, edition: Edition) -> set[Truth]:
    seen: set[Truth] = set()
    for ledger in ledgers(term):
        seen.add(judge(condition, situation(ledger, edition)).truth)
        if len(seen) == len(Truth):
            break
    return seen


def answers(term: Term, edition: Edition) -> set[Answer]:
    seen: set[Answer] = set()
    for ledger in ledgers(term):
        scene = Scene(ledger, (), TODAY, edition.released or edition.date, None, WORDS.facts, False)
        seen.update(ruling.decision.answer for ruling in rule_on(edition, term, "I", scene))
        if seen == ANSWERS:
            break
    return seen


@lru_cache(maxsize=1)
def judged_terms() -> tuple[tuple[Edition, Term], ...]:
    """Every clause of the catalog that the gate judges by facts."""
    editions = [CATALOG.edition(summary.id) for summary in CATALOG.editions()]
    return tuple(
        (edition, term)
        for edition in editions
        if edition is not None
        for term in terms(edition, WORDS.kinds)
        if term.kind.judged in ("facts", "both") and term.clause.effect in SPEAKING
    )


def name_of(edition: Edition, term: Term) -> str:
    return f"{edition.id}#{term.clause.id}"


def is_unclear(condition: Condition) -> bool:
    if isinstance(condition, Unclear):
        return True
    if isinstance(condition, Leaf):
        return False
    parts = (
        condition.parts
        if isinstance(condition, Readings)
        else (*condition.all, *condition.any, *condition.none)
    )
    return any(is_unclear(part) for part in parts)


def expected_truths(condition: Condition) -> set[Truth]:
    """Words that are not plain never come to a yes; a case that always holds is asked of nobody."""
    return set(Truth) - ({Truth.TRUE} if is_unclear(condition) else set())


def expected_answers(kind: Kind) -> set[Answer]:
    """Terms on events and conduct that nobody is asked for are general terms as long as nothing is recorded.

    Where every text is unclear on the point, nobody is ever told that it is violated.
    """
    unasked: set[Answer] = {"unknown"} if kind.unknown == "standing" else set()
    plain = any(term.kind.id == kind.id and not is_unclear(term.when) for _, term in judged_terms())
    untold: set[Answer] = set() if plain else {"violated"}
    return set(ANSWERS) - unasked - untold - NEVER.get(kind.id, (set(), ""))[0]


def test_every_case_can_hold_not_hold_and_be_unknown() -> None:
    missing = {}
    for edition, term in judged_terms():
        lacking = expected_truths(term.when) - truths(term.when, term, edition)
        if lacking and term.when != EVERY:
            missing[name_of(edition, term)] = sorted(truth.name for truth in lacking)
    assert missing == {}


def test_every_duty_can_be_fulfilled_not_fulfilled_and_open() -> None:
    missing = {}
    for edition, term in judged_terms():
        if term.clause.met is not None:
            lacking = expected_truths(term.clause.met) - truths(term.clause.met, term, edition)
            if lacking:
                missing[name_of(edition, term)] = sorted(truth.name for truth in lacking)
    assert missing == {}


def test_every_judged_kind_has_a_violated_a_satisfied_and_an_unknown_case() -> None:
    seen: dict[str, set[Answer]] = {}
    for edition, term in judged_terms():
        found = seen.setdefault(term.kind.id, set())
        if found != ANSWERS:
            found |= answers(term, edition)
    wanted = {kind: expected_answers(WORDS.kinds[kind]) for kind in seen}
    assert {
        kind: found & (wanted[kind] | set(NEVER.get(kind, (set(), ""))[0])) for kind, found in seen.items()
    } == wanted
