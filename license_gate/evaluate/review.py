"""What rules look at, and what they hand back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol

from license_gate.conditions.ask import Asked
from license_gate.conditions.explain import Voice
from license_gate.domain.answers import Level
from license_gate.domain.baseline import Baseline
from license_gate.domain.manifest import Declaration, Manifest
from license_gate.domain.place import Place
from license_gate.domain.policy import Policy, Rule
from license_gate.domain.reference import Scan
from license_gate.domain.verdict import ClauseName, Explanation, Finding, Step
from license_gate.evaluate.assessment import Assessment, Ruling
from license_gate.evaluate.bench import Catalog
from license_gate.evaluate.codes import CODES
from license_gate.hashing import sha256

ACTS = "use.acts"  # written as `uses:`, never among facts
_OF_ONE_MODEL = ("model", "target", "lineage")


class Review(NamedTuple):
    """Everything that is known when the rules are asked."""

    assessments: tuple[Assessment, ...]
    manifest: Manifest
    policy: Policy
    catalog: Catalog
    found: Callable[[], Scan]  # what the tree uses
    today: date
    voice: Voice
    facts_file: str  # where facts of the organization are recorded
    instead: Callable[[Assessment], str]  # a model that could stand in for an assessed one, or ''
    baseline: Baseline | None = None

    def recorded_in(self, fact: str) -> str:
        """The file for a fact: what developers know, and what is true of one model, stands in the manifest."""
        known = self.catalog.words.facts[fact]
        declared = known.owner == "developer" or known.scope in _OF_ONE_MODEL
        return self.manifest.file if declared else self.facts_file


class Draft(NamedTuple):
    """A finding before the questions are ranked, with what could settle it."""

    finding: Finding
    asked: tuple[Asked, ...] = ()


class RuleKind(Protocol):
    """The shape of a module in rules/: one function."""

    def check(self, rule: Rule, review: Review) -> list[Draft]:
        """The findings of one rule."""


def finding_id(code: str, rule: str, product: str, model: str, license_id: str = "", clause: str = "") -> str:
    """A stable name: made from what a finding is about, never from lines or order."""
    about = (code, rule, product, model, license_id, clause)
    return f"{code}-{sha256(repr(about).encode()).hexdigest()[:10]}"


class About(NamedTuple):
    """What a finding that means no single clause is about; its id is made from this."""

    product: str = ""
    model: str = ""
    license: str = ""
    detail: str = ""


def finding(
    code: str,
    rule: Rule,
    review: Review,
    about: About,
    level: Level,
    title: str,
    explanation: Explanation,
    place: Place,
    remedy: tuple[str, ...],
    *,
    owner: str,
    path: tuple[Step, ...] = (),
    notes: tuple[str, ...] = (),
) -> Finding:
    """A finding of a rule that looks at more than one clause; the rule's own fix comes first."""
    return Finding(
        id=finding_id(code, rule.name, about.product, about.model, about.license, about.detail),
        code=code,
        rule=rule.name,
        product=about.product,
        model=about.model,
        answer=explanation.answer,
        level=in_force(rule, level, review.today),
        title=title,
        owner=rule.contact or owner,
        clause=None,
        path=path,
        question=None,
        explanation=explanation,
        locations=(place, rule.place),
        remedy=(*((rule.fix,) if rule.fix else ()), *remedy),
        notes=notes,
        name="" if rule.form else CODES[code].name,
    )


def license_place(declaration: Declaration) -> Place:
    """Where a declaration names its license, else where it begins."""
    return declaration.license_place if declaration.license_place.line else declaration.place


def clause_name(ruling: Ruling) -> ClauseName:
    """What a report prints of the clause behind a ruling."""
    edition, clause = ruling.edition, ruling.clause
    url = edition.urls[0] if edition.urls else ""
    theirs = "" if edition.source == "catalog" else f" (your own entry, {edition.source})"
    return ClauseName(
        edition.id, clause.id, clause.kind, clause.section, url, edition.name + theirs, clause.says
    )


def in_force(rule: Rule, level: Level, today: date) -> Level:
    """The level of a rule on a day: before its `from:` it only warns."""
    early = rule.since and today.isoformat() < rule.since
    return "warn" if early and level == "fail" else level
