"""What one license claim is judged with: the ledger of its case, its trained models, its path."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple, Protocol

from license_gate.domain.expression import Expression, Named
from license_gate.domain.facts import Entry
from license_gate.domain.license import Cell, Edition
from license_gate.domain.manifest import Declaration, Product, Target
from license_gate.domain.place import Problem
from license_gate.domain.policy import Policy
from license_gate.domain.vocabulary import KnownModel, Vocabulary
from license_gate.evaluate.context import assumed, nothing_yet, settle
from license_gate.evaluate.inherit import carried
from license_gate.evaluate.rule_on import Scene
from license_gate.facts.case import CHANGING, TRAINING, Case, Tree, says_unsafe
from license_gate.facts.currency import Rates
from license_gate.facts.ledger import Ledger
from license_gate.resolve.lineage import OURS, Claim, Lineage, Source

_TEACHING = frozenset({"train-on-outputs", "distill-weights"})
_HANDING_ON = frozenset({"distribute", "embed", "serve"})
_LICENSES = frozenset({"distribution.license", "target.license"})
_SPEAKING = frozenset({"prohibits", "withholds", "requires", "ends"})


class Catalog(Protocol):
    """What evaluation asks of the catalog."""

    @property
    def words(self) -> Vocabulary:
        """The ids that exist."""

    def edition(self, name: str) -> Edition | None:
        """An edition by id."""

    def expression(self, text: str) -> Expression:
        """Resolve a license string."""

    def model(self, name: str) -> KnownModel | None:
        """A well-known model."""

    def cell(self, relation: str, column: str) -> Cell:
        """The cell of the inheritance table."""


class Bench(NamedTuple):
    """What a claim is judged with. Claims that cannot differ in any answer share one bench."""

    scene: Scene
    relations: tuple[str, ...]
    taught: bool  # our own training on what this model says


class Benches:
    """Builds benches, and remembers them: most models of a repository are judged alike."""

    __slots__ = (
        "_benches", "_catalog", "_editions", "_kinds", "_ledgers", "_organization", "_policy", "_today", "_trees", "problems",
    )  # fmt: skip

    def __init__(
        self,
        catalog: Catalog,
        policy: Policy,
        entries: tuple[Entry, ...],
        rates: Rates,
        today: date,
        trees: Mapping[str, Tree],
    ) -> None:
        self.problems: list[Problem] = []
        self._catalog = catalog
        self._policy = policy
        self._today = today
        self._trees = trees
        self._benches: dict[tuple[object, ...], Bench] = {}
        self._editions: dict[str, str] = {}
        self._kinds: dict[tuple[str, tuple[str, ...]], frozenset[str]] = {}
        self._ledgers: dict[tuple[str, tuple[Entry, ...]], Ledger] = {}
        self._organization = Ledger(self._named(entries), catalog.words.facts, rates, day=today.isoformat())

    def bench(
        self, declaration: Declaration, product: Product, lineage: Lineage, claim: Claim, *, named: bool
    ) -> Bench:
        """Everything that one claim is judged with; `named`: the model's own name plays a part."""
        path = claim.source.path
        taught = taught_by(declaration, claim)
        known = claim.source.known
        kinds = self._other_kinds(lineage, claim)
        unsafe = any(says_unsafe(step.model) for step in path)
        relations = _relations(claim)
        key = (
            product.name,
            declaration.uses,
            declaration.license,
            bool(declaration.bases),
            declaration.facts,
            declaration.targets,
            claim.source.facts,
            claim.text,
            known.pattern if known else "",
            relations,
            lineage.provider,
            kinds,
            unsafe,
            declaration.model if named or taught else "",
        )
        found = self._benches.get(key)
        if found is None:
            judged = _as_training(declaration, product) if taught else declaration
            case = self._case(judged, product, lineage)._replace(
                known=known,
                licensor=self._licensor(claim),
                kinds=kinds,
                unsafe=unsafe,
                name=declaration.model if named and _own(declaration) else "",
            )
            scene = self._scene(case, declaration, claim.source)
            found = self._benches[key] = Bench(scene, relations, taught)
        return found

    def ledger_of(self, declaration: Declaration, product: Product, lineage: Lineage) -> Ledger:
        """What is known of the use of a declared model, for the conditions of rules."""
        known = self._catalog.model(declaration.model)
        name = declaration.model if _own(declaration) else ""
        unsafe = says_unsafe(declaration.model)
        case = self._case(declaration, product, lineage)._replace(known=known, name=name, unsafe=unsafe)
        return settle(case, self._ledger(declaration, product, ()), self._catalog.words.facts).ledger

    def _scene(self, case: Case, declaration: Declaration, source: Source) -> Scene:
        types = self._catalog.words.facts
        known = settle(case, self._ledger(case.declaration, case.product, source.facts), types)
        self.problems += known.problems
        return Scene(
            known.ledger,
            tuple(self._target(case, target, known.ledger) for target in case.declaration.targets),
            self._today,
            source.known.released if source.known else "",
            self._policy.grace_days,
            types,
            _made_and_handed_on(case, declaration),
        )

    def cell(self, relation: str, column: str) -> Cell:
        """The cell of the inheritance table, unless the policy overrides it."""
        for named, over, cell in self._policy.inheritance:
            if (named, over) == (relation, column):
                return cell  # type: ignore[return-value]
        return self._catalog.cell(relation, column)

    def _case(self, declaration: Declaration, product: Product, lineage: Lineage) -> Case:
        return Case(
            declaration,
            product,
            nothing_yet,
            provider=lineage.provider,
            tree=self._trees.get(product.name, Tree()),
            today=self._today.isoformat(),
            license=self._edition_id(declaration.license),
        )

    def _ledger(self, declaration: Declaration, product: Product, brought: tuple[Entry, ...]) -> Ledger:
        """The ledger of one declaration in one product, with what the policy assumes."""
        nearer = tuple(entry for entry in brought if entry.fact.startswith("model."))
        key = (product.name, (*declaration.facts, *nearer))
        found = self._ledgers.get(key)
        if found is None:
            found = self._organization.with_entries(self._named(product.facts))
            found = found.with_entries(self._named((*declaration.facts, *nearer)))
            found = found.with_entries(assumed(found, self._policy.assume))
            self._ledgers[key] = found
        return found

    def _target(self, case: Case, target: Target, ledger: Ledger) -> tuple[str, Ledger]:
        """The ledger with the facts of one trained model."""
        seeing = case._replace(target=target, target_families=self._families(target))
        known = settle(seeing, ledger.with_entries(self._named(target.facts)), self._catalog.words.facts)
        self.problems += known.problems
        return target.model, known.ledger

    def _families(self, target: Target) -> frozenset[str] | None:
        """The families of a trained model's bases; None where one of them is not known."""
        if not target.bases:
            return None
        families: set[str] = set()
        for base in target.bases:
            known = self._catalog.model(base.model)
            if known is None:
                return None
            families.update(known.families)
        return frozenset(families)

    def _named(self, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        """Licenses that are recorded as facts, by the ids that conditions name them with."""
        return tuple(
            entry._replace(value=self._edition_id(entry.value) or entry.value)
            if entry.fact in _LICENSES and isinstance(entry.value, str)
            else entry
            for entry in entries
        )

    def _edition_id(self, text: str) -> str:
        """The id of the one edition that a license string names, else ''."""
        found = self._editions.get(text)
        if found is None:
            expression = self._catalog.expression(text) if text and text != OURS else None
            single = isinstance(expression, Named) and len(expression.editions) == 1
            found = expression.editions[0] if single and isinstance(expression, Named) else ""
            self._editions[text] = found
        return found

    def _licensor(self, claim: Claim) -> str:
        edition = self._catalog.edition(claim.text) or self._catalog.edition(self._edition_id(claim.text))
        return edition.licensor if edition else ""

    def _other_kinds(self, lineage: Lineage, claim: Claim) -> frozenset[str]:
        """The kinds of terms that the other licenses of the same model bring along."""
        if len(lineage.claims) == 1:
            return frozenset()
        own = self._edition_id(claim.text)
        others = [other for other in lineage.claims if self._edition_id(other.text) != own]
        return frozenset[str]().union(*(self._kinds_of(other) for other in others))

    def _kinds_of(self, claim: Claim) -> frozenset[str]:
        """The kinds of the terms that a claim brings along for certain."""
        relations = _relations(claim)
        found = self._kinds.get((claim.text, relations))
        if found is None:
            edition = self._catalog.edition(self._edition_id(claim.text))
            kinds = self._catalog.words.kinds
            found = self._kinds[claim.text, relations] = frozenset(
                clause.kind
                for clause in (edition.clauses if edition else ())
                if clause.effect in _SPEAKING
                and carried(clause, kinds[clause.kind], relations, self.cell) == "I"
            )
        return found


def taught_by(declaration: Declaration, claim: Claim) -> bool:
    """Whether a claim comes from a model that we trained our own declared model with."""
    path = claim.source.path
    return declaration.license == OURS and len(path) > 1 and path[1].relation in _TEACHING


def _relations(claim: Claim) -> tuple[str, ...]:
    return tuple(step.relation for step in claim.source.path[1:])


def _own(declaration: Declaration) -> bool:
    """Whether the declared name is that of a model made from others: what a changed copy will be called nobody knows."""
    return bool(declaration.bases) or declaration.license == OURS


def _made_and_handed_on(case: Case, declaration: Declaration) -> bool:
    acts = case.acts or frozenset()
    return bool(acts & CHANGING or declaration.license == OURS) and bool(acts & _HANDING_ON)


def _as_training(declaration: Declaration, product: Product) -> Declaration:
    """Our own model trained on a teacher's outputs, written as the use of the teacher that it is."""
    acts = declaration.uses if declaration.uses is not None else product.uses or ()
    facts = tuple(entry for entry in declaration.facts if entry.fact.startswith("target."))
    target = Target(declaration.model, declaration.bases, facts, declaration.place)
    training = acts if TRAINING.intersection(acts) else (*acts, "train-on-outputs")
    return declaration._replace(uses=tuple(training), targets=(target,))
