"""An edition's clauses -> rulings, in one situation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from license_gate.conditions.ask import questions
from license_gate.conditions.judge import Judgment, judge, with_exceptions
from license_gate.conditions.situation import Situation
from license_gate.domain.answers import Truth
from license_gate.domain.condition import Condition, leaves
from license_gate.domain.facts import FactType
from license_gate.domain.license import Cell, Clause, Edition, Kind
from license_gate.evaluate.assessment import Ruling
from license_gate.evaluate.decide import Missing, Why, decide, soften
from license_gate.facts.ledger import Ledger

FIELDS_OF_USE = "use.fields"


class Term(NamedTuple):
    """A clause ready to be judged: with the exceptions that take it away, and the facts it looks at."""

    clause: Clause
    kind: Kind
    when: Condition
    facts: frozenset[str]

    @property
    def on_target(self) -> bool:
        """Whether it is judged once for every trained model."""
        return any(fact.startswith("target.") for fact in self.facts)


class Scene(NamedTuple):
    """Where an edition is judged: what is known of the model and of each model trained with it."""

    ledger: Ledger
    targets: tuple[tuple[str, Ledger], ...]  # name of the trained model, ledger with its facts
    today: date
    released: str
    grace_days: int | None
    types: Mapping[str, FactType]
    made_and_handed_on: bool


def terms(edition: Edition, kinds: Mapping[str, Kind]) -> tuple[Term, ...]:
    """The clauses of an edition as terms."""
    exceptions: dict[str, list[Condition]] = {}
    for clause in edition.clauses:
        for lifted in clause.lifts:
            exceptions.setdefault(lifted, []).append(clause.when)
    return tuple(
        _term(clause, kinds[clause.kind], tuple(exceptions.get(clause.id, ()))) for clause in edition.clauses
    )


def _term(clause: Clause, kind: Kind, exceptions: tuple[Condition, ...]) -> Term:
    when = with_exceptions(clause.when, exceptions)
    facts = mentioned(when) | (mentioned(clause.met) if clause.met else frozenset())
    return Term(clause, kind, when, facts)


def mentioned(condition: Condition) -> frozenset[str]:
    """The facts that a condition looks at."""
    return frozenset(leaf.fact for leaf in leaves(condition))


def rule_on(edition: Edition, term: Term, cell: Cell, scene: Scene) -> list[Ruling]:
    """The rulings on one term: one, or one for each trained model where it looks at those."""
    if not (term.on_target and scene.targets):
        return [_rule(edition, term, cell, scene, scene.ledger, "")]
    return [_rule(edition, term, cell, scene, ledger, name) for name, ledger in scene.targets]


def _rule(edition: Edition, term: Term, cell: Cell, scene: Scene, ledger: Ledger, target: str) -> Ruling:
    situation = Situation(
        ledger,
        scene.today,
        released=scene.released or edition.released,
        since=edition.date,
        grace_days=scene.grace_days,
    )
    when = judge(term.when, situation)
    met = judge(term.clause.met, situation) if term.clause.met else None
    truth, why = soften(cell, when.truth, _why(when), made_and_handed_on=scene.made_and_handed_on)
    decision = decide(
        term.clause.effect,
        term.kind,
        truth,
        met.truth if met else None,
        why,
        _missing(when, term.kind, scene.types),
    )
    return Ruling(edition, term.clause, term.kind, cell, decision, when, met, target)


def _why(judgment: Judgment) -> Why:
    return judgment.ignorance or "fact"


def _missing(when: Judgment, kind: Kind, types: Mapping[str, FactType]) -> Missing:
    """What somebody could record to settle it; conduct and events nobody is asked for."""
    if kind.unknown != "attest" or when.truth is not Truth.UNKNOWN:
        return "fact"
    asked = {question.fact for question in questions(when)}
    if FIELDS_OF_USE in asked:
        return "fields"
    return "fact" if any(types[fact].asked != "never" for fact in asked) else "nothing"
