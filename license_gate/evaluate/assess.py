"""A declaration, its lineage and what is known -> an assessment: which terms bind and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from license_gate.domain.answers import OUTCOMES, worst
from license_gate.domain.expression import Both, Either, Expression, Named
from license_gate.domain.facts import Entry
from license_gate.domain.license import Edition
from license_gate.domain.manifest import Declaration, Product
from license_gate.domain.place import Problem
from license_gate.domain.policy import Policy
from license_gate.evaluate.agreements import answered
from license_gate.evaluate.assessment import Assessment, Branch, Part, Ruling
from license_gate.evaluate.bench import Bench, Benches, Catalog
from license_gate.evaluate.inherit import carried
from license_gate.evaluate.openness import openness
from license_gate.evaluate.rule_on import Term, rule_on, terms
from license_gate.facts.case import Tree
from license_gate.facts.currency import Rates
from license_gate.resolve.lineage import Claim, Lineage


class Setting(NamedTuple):
    """What stays the same over a whole run."""

    catalog: Catalog
    policy: Policy
    entries: tuple[Entry, ...]  # of facts.yaml
    rates: Rates
    today: date
    trees: Mapping[str, Tree] = {}  # by product


class Assessor:
    """Assesses declarations in one setting; remembers what two of them have in common."""

    __slots__ = ("_benches", "_branches", "_terms", "setting")

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._benches = Benches(
            setting.catalog, setting.policy, setting.entries, setting.rates, setting.today, setting.trees
        )
        self._terms: dict[str, tuple[Term, ...]] = {}
        self._branches: dict[tuple[object, ...], Branch] = {}

    @property
    def problems(self) -> list[Problem]:
        """Records that contradict what the gate takes from elsewhere."""
        return self._benches.problems

    def assess(self, declaration: Declaration, product: Product, lineage: Lineage) -> Assessment:
        """What the terms of one declared model come to in one product."""
        acts = declaration.uses if declaration.uses is not None else product.uses
        parts = tuple(
            Part(claim, self._branch(declaration, product, lineage, claim)) for claim in lineage.claims
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
            self._benches.ledger_of(declaration, product, lineage),
        )

    def _branch(self, declaration: Declaration, product: Product, lineage: Lineage, claim: Claim) -> Branch:
        if claim.expression is None:
            return Branch(outcome="undecided", unknown=("",))
        bench = self._benches.bench(declaration, product, lineage, claim)
        return self._expression(claim.expression, bench)

    def _expression(self, expression: Expression, bench: Bench) -> Branch:
        if isinstance(expression, Named):
            return self._named(expression, bench)
        branches = [self._expression(part, bench) for part in expression.parts]
        if isinstance(expression, Both):
            return _together(branches)
        return self._either(expression, branches, bench)

    def _either(self, expression: Either, branches: list[Branch], bench: Bench) -> Branch:
        for choice in self.setting.policy.choices:
            if choice.model == bench.model and choice.given == bench.written:
                chosen = [
                    branch
                    for part, branch in zip(expression.parts, branches, strict=True)
                    if isinstance(part, Named) and part.text.lower() == choice.choose.lower()
                ]
                if chosen:
                    return chosen[0]
        best = min(branches, key=lambda branch: OUTCOMES.index(branch.outcome))
        return best._replace(unchosen=bench.written)

    def _named(self, named: Named, bench: Bench) -> Branch:
        found = [self.setting.catalog.edition(name) for name in named.editions]
        editions = [edition for edition in found if edition is not None and edition.verified]
        if not editions or len(editions) < len(found):
            return Branch(outcome="undecided", unknown=(named.text,))
        branches = [self._edition(edition, bench) for edition in editions]
        if len(branches) == 1:
            return branches[0]
        outcomes = {branch.outcome for branch in branches}
        if len(outcomes) == 1:
            return branches[0]._replace(same=named.editions)
        pairs = zip(editions, branches, strict=True)
        candidates = tuple((edition.id, branch.outcome) for edition, branch in pairs)
        return Branch(tuple(editions), (), "undecided", candidates=candidates)

    def _edition(self, edition: Edition, bench: Bench) -> Branch:
        prepared = self._prepared(edition)
        facts = frozenset[str]().union(*(term.facts for term in prepared))
        key = (edition.id, bench.key, tuple(item for item in bench.derived if item[0] in facts))
        known = self._branches.get(key)
        if known is None:
            rulings = [
                answered(ruling, self.setting.policy.agreements, self.setting.today)
                for term in prepared
                for ruling in self._rule(edition, term, bench)
            ]
            outcome = worst([ruling.decision.outcome for ruling in rulings])
            known = self._branches[key] = Branch((edition,), tuple(rulings), outcome)
        return known

    def _rule(self, edition: Edition, term: Term, bench: Bench) -> list[Ruling]:
        relations = bench.relations
        if term.on_target and bench.taught:
            relations = relations[
                1:
            ]  # the first step is our own training, judged by what the clause says of it
        cell = carried(term.clause, term.kind, relations, self._benches.cell)
        return [] if cell == "N" else rule_on(edition, term, cell, bench.scene)

    def _prepared(self, edition: Edition) -> tuple[Term, ...]:
        found = self._terms.get(edition.id)
        if found is None:
            found = self._terms[edition.id] = terms(edition, self.setting.catalog.words.kinds)
        return found


def _together(branches: list[Branch]) -> Branch:
    return Branch(
        tuple(edition for branch in branches for edition in branch.editions),
        tuple(ruling for branch in branches for ruling in branch.rulings),
        worst([branch.outcome for branch in branches]),
        tuple(name for branch in branches for name in branch.unknown),
        tuple(pair for branch in branches for pair in branch.candidates),
        next((branch.unchosen for branch in branches if branch.unchosen), ""),
        tuple(name for branch in branches for name in branch.same),
    )
