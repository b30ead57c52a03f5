"""Small worlds in which everything is true or false, and true statements about them.

A world gives every fact its real value in every month of three years. Statements are records that are true
there: bounds, ranges, parts of sets. What the gate concludes from any of them must hold in the world.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from hypothesis import strategies as st

from license_gate.domain.condition import Condition, Group, Leaf
from license_gate.domain.facts import Entry, SetValue
from license_gate.domain.period import ALWAYS, Period
from license_gate.domain.quantity import INFINITY, Amount, Interval
from tests.known import KINDS, TODAY

FIRST = 2024 * 12
MONTHS = 36
LAST = FIRST + MONTHS - 1
NOW = TODAY.year * 12 + TODAY.month - 1
SINCE = "2025-03-01"
ACTS = ("internal", "serve", "embed", "distribute", "finetune", "distill")
LEVELS = ("group.monthly_active_users", "organization.monthly_active_users", "product.monthly_active_users", "product.monthly_visits")  # fmt: skip
FLOWS = ("group.revenue", "consolidated.revenue", "organization.revenue", "product.revenue")
BOOLS = ("use.commercial", "use.payment")
CURRENCY = {True: "USD", False: ""}


class World(NamedTuple):
    """The real values: of each fact over time one number a month, of the others one value."""

    months: Mapping[str, tuple[int, ...]]
    flags: Mapping[str, bool]
    acts: frozenset[str]

    def total(self, fact: str, first: int, last: int) -> int:
        """What a flow comes to; nothing is earned outside the three years."""
        return sum(
            self.months[fact][count - FIRST] for count in range(max(first, FIRST), min(last, LAST) + 1)
        )

    def highest(self, fact: str, first: int, last: int) -> int:
        """The highest month of a level, 0 outside the three years."""
        return max((self.months[fact][count - FIRST] for count in range(first, last + 1) if FIRST <= count <= LAST), default=0)  # fmt: skip

    def lowest(self, fact: str, first: int, last: int) -> int:
        """The lowest month of a level, 0 outside the three years."""
        inside = [self.months[fact][count - FIRST] for count in range(max(first, FIRST), min(last, LAST) + 1)]
        return 0 if first < FIRST or last > LAST else min(inside)


_NUMBERS = st.lists(st.integers(0, 3), min_size=MONTHS, max_size=MONTHS)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A world in which a product is part of its company, and a company part of its group."""
    product, rest, sisters, idle = (draw(_NUMBERS) for _ in range(4))
    organization = tuple(map(sum, zip(product, rest, strict=True)))
    group = tuple(map(sum, zip(organization, sisters, strict=True)))
    visits = tuple(map(sum, zip(product, idle, strict=True)))
    months = {
        **dict(zip(LEVELS, (group, organization, tuple(product), visits), strict=True)),
        **dict(zip(FLOWS, (group, tuple(sisters), organization, tuple(product)), strict=True)),
    }
    flags = {fact: draw(st.booleans()) for fact in BOOLS}
    return World(months, flags, draw(st.frozensets(st.sampled_from(ACTS), min_size=1)))


# -- true statements


def statements(world: World) -> st.SearchStrategy[Entry]:
    """Records that are true in a world."""
    return st.one_of(_quantities(world), _bare(world), _flags(world), _sets(world))


@st.composite
def _quantities(draw: st.DrawFn, world: World) -> Entry:
    fact = draw(st.sampled_from(LEVELS + FLOWS))
    first = draw(st.integers(FIRST, LAST))
    length = draw(st.sampled_from((1, 1, 3, 6, 12, 18)))
    last = min(first + length - 1, LAST)
    if draw(st.integers(0, 5)) == 0:
        return _lasting(draw, world, fact, first)
    if fact in FLOWS:
        low = high = world.total(fact, first, last)
    else:
        low, high = world.lowest(fact, first, last), world.highest(fact, first, last)
    return Entry(fact, _around(draw, fact, low, high), Period(first, last))


def _lasting(draw: st.DrawFn, world: World, fact: str, first: int) -> Entry:
    """A record on a range without end: of a flow it speaks of every twelve months."""
    if fact in LEVELS:
        low, high = 0, world.highest(fact, first, LAST)
    else:
        totals = [world.total(fact, start, start + 11) for start in range(first, LAST + 1)]
        low, high = 0, max(totals)
    return Entry(fact, _around(draw, fact, low, high), Period(first, None))


@st.composite
def _bare(draw: st.DrawFn, world: World) -> Entry:
    fact = draw(st.sampled_from(LEVELS + FLOWS))
    if fact in LEVELS:
        high = world.highest(fact, FIRST, LAST)
    else:
        high = max(world.total(fact, start, start + 11) for start in range(FIRST - 11, LAST + 1))
    bound = Interval(0, high + draw(st.integers(0, 2)), currency=CURRENCY[fact in FLOWS])
    return Entry(fact, bound, ALWAYS, bare=True)


def _around(draw: st.DrawFn, fact: str, low: int, high: int) -> Interval:
    """An interval that holds all of low..high, with ends that may be open where they are not touched."""
    below, above = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    bottom = max(0, low - below)
    top: float = high + above if draw(st.integers(0, 4)) else INFINITY
    low_open = bottom < low and draw(st.booleans())
    high_open = high < top < INFINITY and draw(st.booleans())
    return Interval(bottom, top, low_open, high_open, CURRENCY[fact in FLOWS])


@st.composite
def _flags(draw: st.DrawFn, world: World) -> Entry:
    fact = draw(st.sampled_from(BOOLS))
    return Entry(fact, world.flags[fact])


@st.composite
def _sets(draw: st.DrawFn, world: World) -> Entry:
    if draw(st.booleans()):
        return Entry("use.acts", SetValue(world.acts))
    includes = draw(st.frozensets(st.sampled_from(sorted(world.acts))))
    outside = sorted(set(ACTS) - world.acts)
    excludes = draw(st.frozensets(st.sampled_from(outside))) if outside else frozenset[str]()
    return Entry("use.acts", SetValue(includes, excludes, complete=False))


def everything(world: World) -> list[Entry]:
    """All there is to know of a world: every month exactly, and nothing before or after it."""
    entries = [Entry(fact, flag) for fact, flag in world.flags.items()]
    entries.append(Entry("use.acts", SetValue(world.acts)))
    for fact, numbers in world.months.items():
        currency = CURRENCY[fact in FLOWS]
        entries += [
            Entry(fact, Interval(number, number, currency=currency), Period(FIRST + offset, FIRST + offset))
            for offset, number in enumerate(numbers)
        ]
    return entries


# -- conditions, and what they are in a world

_POINTS = ("2024-06", "2025-12", "2026-10", "2025", "2026")
_MONTHS = ("2024-06", "2025-12", "2026-10", "previous-month", "any-month")
_YEARS = (*_POINTS, "previous-month", "previous-year", "any-month", "any-year", "any-12-months")
_ORDER = ("above", "at_least", "below", "at_most")


@st.composite
def leaves(draw: st.DrawFn) -> Leaf:
    """A comparison with one fact."""
    kind = draw(st.sampled_from(("level", "flow", "bool", "set")))
    if kind == "bool":
        fact, wanted = draw(st.sampled_from(BOOLS)), draw(st.booleans())
        return Leaf(fact, "holds" if wanted else "is", wanted)
    if kind == "set":
        words = tuple(draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=4, unique=True)))
        return Leaf("use.acts", draw(st.sampled_from(("includes", "within"))), words)
    flow = kind == "flow"
    at = draw(st.sampled_from(_YEARS if flow else _MONTHS))
    limit = draw(st.integers(0, 60 if flow else 9))
    operator = draw(st.sampled_from(_ORDER))
    fact = draw(st.sampled_from(FLOWS if flow else LEVELS))
    return Leaf(fact, operator, Amount(limit, CURRENCY[flow]), at)  # type: ignore[arg-type]


def conditions() -> st.SearchStrategy[Condition]:
    """Trees of `all`, `any` and `none` over leaves."""
    return st.recursive(leaves(), _groups, max_leaves=6)


def _groups(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    few = st.lists(parts, max_size=2).map(tuple)
    return st.builds(Group, few, few, few)


def holds(condition: Condition, world: World) -> bool:
    """Whether a condition is true in a world."""
    if isinstance(condition, Leaf):
        return _leaf_holds(condition, world)
    assert isinstance(condition, Group)
    return (
        all(holds(part, world) for part in condition.all)
        and (not condition.any or any(holds(part, world) for part in condition.any))
        and not any(holds(part, world) for part in condition.none)
    )


def _leaf_holds(leaf: Leaf, world: World) -> bool:
    if leaf.fact in BOOLS:
        return world.flags[leaf.fact] is leaf.value
    if leaf.fact == "use.acts":
        words = leaf.value
        assert isinstance(words, tuple)
        return bool(world.acts & set(words)) if leaf.operator == "includes" else world.acts <= set(words)
    assert isinstance(leaf.value, Amount)
    limit = leaf.value.number
    return any(
        _compared(leaf.operator, _measured(leaf.fact, first, last, world), limit)
        for first, last in _meant(leaf.at)
    )


def _compared(operator: str, number: int, limit: float) -> bool:
    return {
        "above": number > limit,
        "at_least": number >= limit,
        "below": number < limit,
        "at_most": number <= limit,
    }[operator]


def _measured(fact: str, first: int, last: int, world: World) -> int:
    return world.total(fact, first, last) if fact in FLOWS else world.highest(fact, first, last)


def _meant(at: str) -> list[tuple[int, int]]:
    """The periods that `at` names, counted by hand: TODAY is in 2026-11, SINCE in 2025-03."""
    spans = {
        "previous-month": [(NOW - 1, NOW - 1)],
        "previous-year": [(2025 * 12, 2025 * 12 + 11)],
        "any-month": [(count, count) for count in range(2025 * 12 + 2, NOW + 1)],
        "any-year": [(year * 12, year * 12 + 11) for year in (2025, 2026)],
        "any-12-months": [(start, start + 11) for start in range(2025 * 12, 2026 * 12 + 1)],
    }
    if at in spans:
        return spans[at]
    year, _, number = at.partition("-")
    first = int(year) * 12 + (int(number) - 1 if number else 0)
    return [(first, first if number else first + 11)]


assert set(LEVELS + FLOWS + BOOLS) <= set(KINDS)
