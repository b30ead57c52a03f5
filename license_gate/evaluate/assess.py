"""A declaration, its lineage and what is known -> an assessment: which terms bind and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from license_gate.domain.answers import OUTCOMES, worst
from license_gate.domain.expression import Both, Either, Expression, Named
from license_gate.domain.facts import Entry
from license_gate.domain.license import Edition
from license_gate.domain.manifest import Declaration, Product
from license_gate.domain.place import Problem
from license_gate.domain.policy import Policy
from license_gate.evaluate.agreements import answered
from license_gate.evaluate.assessment import Assessment, Branch, Part, Ruling, branch_of
from license_gate.evaluate.bench import Bench, Benches, Catalog
from license_gate.evaluate.inherit import carried
from license_gate.evaluate.openness import openness
from license_gate.evaluate.rule_on import Term, rule_on, terms
from license_gate.facts.case import Tree
from license_gate.facts.currency import Rates
from license_gate.resolve.lineage import Claim, Lineage

_NAME = "distribution.name"


class Setting(NamedTuple):
    """What stays the same over a whole run."""

    catalog: Catalog
    policy: Policy
    entries: tuple[Entry, ...]  # of facts.yaml
    rates: Rates
    today: date
    trees: Mapping[str, Tree] = {}  # by product


class Seat(NamedTuple):
    """One claim about one declaration in one product."""

    declaration: Declaration
    product: Product
    lineage: Lineage
    claim: Claim


class Script(NamedTuple):
    """An edition's clauses, ready to be judged; those that look at the model's own name stand apart."""

    terms: tuple[Term, ...]
    on_name: tuple[Term, ...]


class Assessor:
    """Assesses declarations in one setting; remembers what two of them have in common."""

    __slots__ = ("_benches", "_branches", "_scripts", "setting")

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._benches = Benches(
            setting.catalog, setting.policy, setting.entries, setting.rates, setting.today, setting.trees
        )
        self._scripts: dict[str, Script] = {}
        self._branches: dict[tuple[str, int], Branch] = {}

    @property
    def problems(self) -> list[Problem]:
        """Records that contradict what the gate takes from elsewhere."""
        return self._benches.problems

    def assess(self, declaration: Declaration, product: Product, lineage: Lineage) -> Assessment:
        """What the terms of one declared model come to in one product."""
        acts = declaration.uses if declaration.uses is not None else product.uses
        parts = tuple(
            Part(claim, self._branch(Seat(declaration, product, lineage, claim))) for claim in lineage.claims
        )
        outcome = worst([part.branch.outcome for part in parts])
        if lineage.hinted_family:
            outcome = worst([outcome, "undecided"])
        known = self.setting.catalog.model(declaration.model)
        return Assessment(
            declaration,
            product,
            lineage,
            parts,
            outcome,
            openness(lineage, parts, known),
            acts or (),
            partial(self._benches.ledger_of, declaration, product, lineage),
        )

    def _branch(self, seat: Seat) -> Branch:
        expression = seat.claim.expression
        if expression is None:
            return Branch(outcome="undecided", unknown=("",))
        return self._expression(expression, seat)

    def _expression(self, expression: Expression, seat: Seat) -> Branch:
        if isinstance(expression, Named):
            return self._named(expression, seat)
        branches = [self._expression(part, seat) for part in expression.parts]
        if isinstance(expression, Both):
            return _together(branches)
        return self._either(expression, branches, seat.claim)

    def _either(self, expression: Either, branches: list[Branch], claim: Claim) -> Branch:
        for choice in self.setting.policy.choices:
            if choice.model == claim.source.model and choice.given == claim.text:
                for part, branch in zip(expression.parts, branches, strict=True):
                    if isinstance(part, Named) and part.text.lower() == choice.choose.lower():
                        return branch
        best = min(branches, key=lambda branch: OUTCOMES.index(branch.outcome))
        return best._replace(unchosen=claim.text)

    def _named(self, named: Named, seat: Seat) -> Branch:
        found = [self.setting.catalog.edition(name) for name in named.editions]
        editions = [edition for edition in found if edition is not None and edition.verified]
        if not editions or len(editions) < len(found):
            return Branch(outcome="undecided", unknown=(named.text,))
        branches = [self._edition(edition, seat) for edition in editions]
        if len(branches) == 1:
            return branches[0]
        outcomes = {branch.outcome for branch in branches}
        if len(outcomes) == 1:
            return branches[0]._replace(same=named.editions)
        pairs = zip(editions, branches, strict=True)
        candidates = tuple((edition.id, branch.outcome) for edition, branch in pairs)
        return Branch(tuple(editions), (), "undecided", candidates=candidates)

    def _edition(self, edition: Edition, seat: Seat) -> Branch:
        script = self._script(edition)
        shared = self._judged(edition, script.terms, self._benches.bench(*seat, named=False))
        if not script.on_name:
            return shared
        own = self._judged(edition, script.on_name, self._benches.bench(*seat, named=True))
        return branch_of((edition,), (*shared.rulings, *own.rulings))

    def _judged(self, edition: Edition, prepared: tuple[Term, ...], bench: Bench) -> Branch:
        known = self._branches.get((edition.id, id(bench)))
        if known is None:
            rulings = [
                answered(ruling, self.setting.policy.agreements, self.setting.today)
                for term in prepared
                for ruling in self._rule(edition, term, bench)
            ]
            known = self._branches[edition.id, id(bench)] = branch_of((edition,), tuple(rulings))
        return known

    def _rule(self, edition: Edition, term: Term, bench: Bench) -> list[Ruling]:
        # Our own training is the first step: what the clause says of trained models judges it, not the table.
        relations = bench.relations[1:] if term.on_target and bench.taught else bench.relations
        cell = carried(term.clause, term.kind, relations, self._benches.cell)
        return [] if cell == "N" else rule_on(edition, term, cell, bench.scene)

    def _script(self, edition: Edition) -> Script:
        found = self._scripts.get(edition.id)
        if found is None:
            prepared = terms(edition, self.setting.catalog.words.kinds)
            found = self._scripts[edition.id] = Script(
                tuple(term for term in prepared if _NAME not in term.facts),
                tuple(term for term in prepared if _NAME in term.facts),
            )
        return found


def _together(branches: list[Branch]) -> Branch:
    """AND: everything binds."""
    joined = branch_of(
        tuple(edition for branch in branches for edition in branch.editions),
        tuple(ruling for branch in branches for ruling in branch.rulings),
    )
    return joined._replace(
        outcome=worst([branch.outcome for branch in branches]),
        unknown=tuple(name for branch in branches for name in branch.unknown),
        candidates=tuple(pair for branch in branches for pair in branch.candidates),
        unchosen=next((branch.unchosen for branch in branches if branch.unchosen), ""),
        same=tuple(name for branch in branches for name in branch.same),
    )
