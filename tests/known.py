"""Facts and records in one line each, for the tests of conditions and facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from license_gate.conditions.judge import Judgment, judge
from license_gate.conditions.numbers import parse_quantity
from license_gate.conditions.parse import parse
from license_gate.conditions.periods import parse_period_key
from license_gate.conditions.situation import Situation
from license_gate.documents.yaml_tree import compose
from license_gate.domain.condition import Condition
from license_gate.domain.facts import Entry, FactKind, FactType, SetValue, Value
from license_gate.domain.license import Kind
from license_gate.domain.period import ALWAYS, Period
from license_gate.domain.place import NOWHERE, Place, Problem
from license_gate.domain.quantity import Interval
from license_gate.domain.vocabulary import Vocabulary
from license_gate.facts.currency import Rates
from license_gate.facts.ledger import Ledger

TODAY = dt.date(2026, 11, 15)


def _kind(
    name: str, kind: FactKind, *bounded_by: str, values: tuple[str, ...] = (), of: str = ""
) -> FactType:
    return FactType(
        name, kind, "legal", "", "", "always", values, of, money=kind == "flow", bounded_by=bounded_by
    )


KINDS: Mapping[str, FactType] = {
    kind.name: kind
    for kind in (
        _kind("group.monthly_active_users", "level"),
        _kind("group.largest_member_monthly_active_users", "level", "group.monthly_active_users"),
        _kind("group.daily_active_users", "level", "group.monthly_active_users"),
        _kind("organization.monthly_active_users", "level", "group.monthly_active_users"),
        _kind("product.monthly_visits", "level"),
        _kind(
            "product.monthly_active_users",
            "level",
            "organization.monthly_active_users",
            "product.monthly_visits",
        ),
        _kind("product.recurring_revenue", "level")._replace(money=True),
        _kind("group.revenue", "flow"),
        _kind("consolidated.revenue", "flow", "group.revenue"),
        _kind("group.largest_member_revenue", "flow", "group.revenue"),
        _kind("organization.revenue", "flow", "group.revenue"),
        _kind("product.revenue", "flow", "organization.revenue"),
        _kind("organization.founded", "date"),
        _kind("model.change_date", "date"),
        _kind("organization.type", "enum", values=("individual", "company", "academic")),
        _kind("organization.seat", "countries"),
        _kind("organization.registrations", "set", of="licenses"),
        _kind("use.territories", "countries"),
        _kind("use.acts", "set", values=("internal", "serve", "embed", "distribute", "finetune", "distill")),
        _kind("use.commercial", "bool"),
        _kind("use.payment", "bool"),
        _kind("use.received_as", "enum", values=("weights", "integrated-product")),
        _kind("target.name", "text"),
        _kind("target.license", "text"),
        _kind("distribution.displays", "set"),
        _kind("lineage.kinds", "set", of="kinds"),
    )
}

WORDS = Vocabulary(
    facts=KINDS,
    kinds={
        "user-limit": Kind(
            "user-limit", "LG301", "user limit", "", "withholds", "undecided", "fail", "facts", "", ""
        )
    },
    editions=frozenset({"llama2", "apache-2.0"}),
    licensors={"meta": "Meta"},
    families={"llama2": "Llama 2"},
    relations={},
    columns=frozenset(),
)


def quantity(text: str, *, money: bool = False) -> Interval:
    """A quantity as documents write it."""
    parsed = parse_quantity(text, money)
    assert isinstance(parsed, Interval), parsed
    return parsed


def period(text: str) -> Period:
    """A key of a series."""
    parsed = parse_period_key(text)
    assert parsed is not None, text
    return parsed


def whole(*words: str) -> SetValue:
    """A complete list."""
    return SetValue(frozenset(words))


def partly(includes: tuple[str, ...] = (), excludes: tuple[str, ...] = ()) -> SetValue:
    """A list as far as it is known."""
    return SetValue(frozenset(includes), frozenset(excludes), complete=False)


def record(fact: str, value: Value | str, at: str = "", *, line: int = 0) -> Entry:
    """One record of facts.yaml; quantities are written as there."""
    place = Place("facts.yaml", line, 3) if line else NOWHERE
    kind = KINDS[fact]
    if kind.timed and isinstance(value, str):
        value = quantity(value, money=kind.money)
    return Entry(fact, value, period(at) if at else ALWAYS, place, bare=kind.timed and not at)


def ledger(*entries: Entry, rates: Rates | None = None) -> Ledger:
    """A ledger over the facts of this module."""
    return Ledger(entries, KINDS, rates)


def situation(
    *entries: Entry,
    today: dt.date = TODAY,
    released: str = "2023-07-18",
    since: str = "2025-03-01",
    grace_days: int | None = None,
    rates: Rates | None = None,
) -> Situation:
    """A situation over the facts of this module."""
    return Situation(ledger(*entries, rates=rates), today, released, since, grace_days)


def read(text: str) -> tuple[Condition | None, list[Problem]]:
    """A condition from YAML, with its problems."""
    problems: list[Problem] = []
    node = compose(text.encode(), "when.yaml", problems)
    assert node is not None, problems
    return parse(node, WORDS, problems), problems


def condition(text: str) -> Condition:
    """A condition from YAML that has no problems."""
    found, problems = read(text)
    assert found is not None, problems
    return found


def judged(text: str, *entries: Entry) -> Judgment:
    """A condition from YAML, judged on records."""
    return judge(condition(text), situation(*entries))
