"""The laws of the condition language, over random worlds, records and conditions."""

from __future__ import annotations

import random
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from license_gate.conditions.ask import questions
from license_gate.conditions.judge import Judgment, Situation, judge
from license_gate.domain.answers import Truth
from license_gate.domain.condition import Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.facts import Entry, Reading
from license_gate.domain.period import Period
from license_gate.facts.contradictions import contradictions
from license_gate.facts.ledger import Ledger
from tests.known import KINDS, TODAY
from tests.properties.worlds import SINCE, World, conditions, everything, holds, statements, worlds

TRUE, UNKNOWN, FALSE = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE
LAWS = settings(max_examples=150, deadline=None)


def judged(condition: Condition, entries: list[Entry]) -> Judgment:
    return judge(condition, Situation(Ledger(entries, KINDS), TODAY, "2024-07-01", SINCE))


@st.composite
def known_worlds(draw: st.DrawFn) -> tuple[World, list[Entry]]:
    """A world and a few true records of it."""
    world = draw(worlds())
    return world, draw(st.lists(statements(world), max_size=8))


@given(known_worlds(), conditions())
@LAWS
def test_what_is_concluded_is_true(known: tuple[World, list[Entry]], condition: Condition) -> None:
    """True and false are only said of what true records leave no doubt about."""
    world, entries = known
    truth = judged(condition, entries).truth
    assert truth is UNKNOWN or (truth is TRUE) == holds(condition, world)


@given(worlds(), conditions())
@settings(max_examples=60, deadline=None)
def test_who_knows_everything_gets_an_answer(world: World, condition: Condition) -> None:
    truth = judged(condition, everything(world)).truth
    assert truth is (TRUE if holds(condition, world) else FALSE)


@given(known_worlds(), conditions(), st.data())
@LAWS
def test_forgetting_only_leads_to_unknown(
    known: tuple[World, list[Entry]], condition: Condition, data: st.DataObject
) -> None:
    _, entries = known
    kept = data.draw(st.lists(st.sampled_from(entries), unique=True)) if entries else []
    less, more = judged(condition, kept).truth, judged(condition, entries).truth
    assert less in (UNKNOWN, more)


def strange(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """Conditions with readings and unclear words among them."""
    return st.one_of(
        st.lists(parts, min_size=2, max_size=3).map(lambda found: Readings(tuple(found))),
        parts.map(lambda part: Unclear("words", part)),
        st.lists(parts, min_size=1, max_size=2).map(lambda found: Group(all=tuple(found))),
        st.lists(parts, min_size=1, max_size=2).map(lambda found: Group(none=tuple(found))),
    )


@given(known_worlds(), st.recursive(conditions(), strange, max_leaves=4), st.data())
@LAWS
def test_learning_never_turns_yes_into_no(
    known: tuple[World, list[Entry]], condition: Condition, data: st.DataObject
) -> None:
    """Not even with readings, which alone may fall back from an answer to unknown."""
    _, entries = known
    kept = data.draw(st.lists(st.sampled_from(entries), unique=True)) if entries else []
    assert {judged(condition, kept).truth, judged(condition, entries).truth} != {TRUE, FALSE}


@given(known_worlds(), conditions(), st.randoms(use_true_random=False))
@LAWS
def test_order_does_not_matter(
    known: tuple[World, list[Entry]], condition: Condition, chance: random.Random
) -> None:
    _, entries = known
    mixed = list(entries)
    chance.shuffle(mixed)
    assert judged(condition, mixed).truth is judged(condition, entries).truth


@given(known_worlds(), conditions())
@LAWS
def test_layers_know_what_one_ledger_knows(known: tuple[World, list[Entry]], condition: Condition) -> None:
    """Facts of the group and the organization in a farther ledger, everything else in a nearer one."""
    _, entries = known
    farther = [entry for entry in entries if entry.fact.startswith(("group.", "organization."))]
    book = Ledger(farther, KINDS)
    judge(condition, Situation(book, TODAY, "2024-07-01", SINCE))
    nearer = book.with_entries(entry for entry in entries if entry not in farther)
    layered = Situation(nearer, TODAY, "2024-07-01", SINCE)
    assert judge(condition, layered).truth is judged(condition, entries).truth


@given(known_worlds())
@LAWS
def test_true_records_never_contradict_each_other(known: tuple[World, list[Entry]]) -> None:
    _, entries = known
    assert contradictions(entries, KINDS) == []


@given(known_worlds(), conditions())
@LAWS
def test_true_records_can_always_be_read(known: tuple[World, list[Entry]], condition: Condition) -> None:
    """A value is missing only where nothing is recorded that speaks of it."""
    _, entries = known
    for leaf in judgments(judged(condition, entries)):
        assert leaf.reading is not None
        assert leaf.reading.value is not None or leaf.reading.entries == ()


def judgments(judgment: Judgment) -> list[Judgment]:
    """The leaves of a judgment."""
    if isinstance(judgment.condition, Leaf):
        return [judgment]
    return [leaf for part in judgment.parts for leaf in judgments(part)]


# -- logic alone: leaves that are true, false or unknown by decree


class Decree:
    """Facts whose truth is laid down."""

    types = KINDS

    def __init__(self, truths: dict[str, Truth]) -> None:
        self.truths = truths

    def read(self, fact: str, at: Period | None = None, currency: str = "") -> Reading:
        """What the decree says; neither period nor currency matter."""
        del at, currency
        truth = self.truths[fact]
        return Reading(None if truth is UNKNOWN else truth is TRUE)


def decreed(condition: Condition, truths: dict[str, Truth]) -> Judgment:
    return judge(condition, Situation(Decree(truths), TODAY))


def letters(condition: Condition) -> list[str]:
    """The facts of a condition."""
    if isinstance(condition, Leaf):
        return [condition.fact]
    assert isinstance(condition, Group)
    return [fact for part in (*condition.all, *condition.any, *condition.none) for fact in letters(part)]


@st.composite
def read_once(draw: st.DrawFn) -> Condition:
    """A condition in which every fact stands once; then three-valued logic is exact."""
    shape = draw(st.recursive(st.just(Leaf("x", "holds", value=True)), _groups_of, max_leaves=5))
    count = iter(range(1000))

    def named(condition: Condition) -> Condition:
        if isinstance(condition, Leaf):
            return condition._replace(fact=f"fact.{next(count)}")
        assert isinstance(condition, Group)
        return Group(*(tuple(named(part) for part in parts) for parts in condition))

    return named(shape)


def _groups_of(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    few = st.lists(parts, max_size=2).map(tuple)
    return st.builds(Group, few, few, few)


def completions(truths: dict[str, Truth]) -> list[dict[str, Truth]]:
    """Every way in which what is unknown may be."""
    choices = [(truth,) if truth is not UNKNOWN else (TRUE, FALSE) for truth in truths.values()]
    return [dict(zip(truths, chosen, strict=True)) for chosen in product(*choices)]


@st.composite
def decrees(draw: st.DrawFn) -> tuple[Condition, dict[str, Truth]]:
    condition = draw(read_once())
    return condition, {fact: draw(st.sampled_from(list(Truth))) for fact in letters(condition)}


@given(decrees())
@LAWS
def test_logic_agrees_with_brute_force(decree: tuple[Condition, dict[str, Truth]]) -> None:
    """Unknown is said exactly where the unknown facts may still go either way."""
    condition, truths = decree
    possible = {decreed(condition, whole).truth for whole in completions(truths)}
    assert decreed(condition, truths).truth is (possible.pop() if len(possible) == 1 else UNKNOWN)


@given(decrees())
@LAWS
def test_a_question_can_change_the_answer(decree: tuple[Condition, dict[str, Truth]]) -> None:
    condition, truths = decree
    judgment = decreed(condition, truths)
    asked = [question.fact for question in questions(judgment)]
    assert bool(asked) == (judgment.truth is UNKNOWN)
    for fact in asked:
        assert truths[fact] is UNKNOWN
        assert any(
            decreed(condition, {**whole, fact: TRUE}).truth
            != decreed(condition, {**whole, fact: FALSE}).truth
            for whole in completions(truths)
        )


@given(decrees())
@LAWS
def test_who_answers_all_questions_gets_an_answer(decree: tuple[Condition, dict[str, Truth]]) -> None:
    """Asked again and again, only questions lead to an answer."""
    condition, truths = decree
    for _ in range(len(truths) + 1):
        judgment = decreed(condition, truths)
        for question in questions(judgment):
            truths = {**truths, question.fact: TRUE if question.enough == "true" else FALSE}
    assert decreed(condition, truths).truth is not UNKNOWN


@given(st.lists(st.sampled_from(list(Truth)), min_size=2, max_size=4))
def test_readings_follow_their_rule(truths: list[Truth]) -> None:
    parts = tuple(Leaf(f"fact.{number}", "holds", value=True) for number in range(len(truths)))
    decree = {leaf.fact: truth for leaf, truth in zip(parts, truths, strict=True)}
    strictest, *later = truths
    expected = UNKNOWN if strictest is TRUE and FALSE in later else strictest
    assert decreed(Readings(parts), decree).truth is expected
