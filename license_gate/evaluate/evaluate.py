"""Lineage x policy x facts x today -> verdict. Pure: the same input always gives the same verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fnmatch import fnmatchcase
from functools import partial
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from license_gate.conditions.explain import Voice
from license_gate.domain.answers import LEVELS, Level
from license_gate.domain.baseline import Baseline
from license_gate.domain.facts import Entry
from license_gate.domain.manifest import Declaration, Manifest, Product
from license_gate.domain.period import ALWAYS
from license_gate.domain.policy import Policy, Rule
from license_gate.domain.reference import Scan
from license_gate.domain.text import LicenseText
from license_gate.domain.verdict import Finding, RecordedFact, Run, Verdict
from license_gate.errors import DocumentError
from license_gate.evaluate.alternatives import Alternatives
from license_gate.evaluate.assess import Assessor, Setting
from license_gate.evaluate.assessment import Assessment
from license_gate.evaluate.baseline import excuse, stale
from license_gate.evaluate.bench import Catalog
from license_gate.evaluate.fields import attestations
from license_gate.evaluate.fields import findings as fields_not_stated
from license_gate.evaluate.models import model_verdict
from license_gate.evaluate.questions import rank
from license_gate.evaluate.review import Draft, Review, RuleKind
from license_gate.evaluate.unsure import unsure
from license_gate.evaluate.waivers import waive
from license_gate.facts.case import Tree
from license_gate.facts.currency import Rates
from license_gate.resolve.lineage import Registry, trace

TERMS = "within-license-terms"
WAIVERS = "waivers-current"
BUILT_IN: Mapping[str, Level] = {
    TERMS: "fail",
    "license-known": "fail",
    "upstream-honest": "fail",
    "references-declared": "fail",
    WAIVERS: "fail",
    "agreements-current": "fail",
    "lock-current": "fail",
}


class Knowledge(Catalog, Registry, Protocol):
    """The catalog as evaluation and lineage see it."""

    @property
    def version(self) -> str:
        """Which catalog it is."""

    @property
    def rates(self) -> Rates:
        """What currencies were worth."""


class Inputs(NamedTuple):
    """Everything a verdict follows from."""

    manifest: Manifest
    policy: Policy
    catalog: Knowledge
    entries: tuple[Entry, ...]  # what the organization recorded
    facts_file: str
    confidential: bool
    today: date
    run: Run
    rates: Rates
    found: Callable[[], Scan] = (
        Scan  # what the tree uses; asked as late as can be, for it may still be looked for
    )
    trees: Mapping[str, Tree] = {}
    baseline: Baseline | None = None
    texts: Mapping[str, tuple[LicenseText, ...]] = {}  # beside weights, by declared model


def evaluate(inputs: Inputs) -> Verdict:
    """The verdict.

    Raises:
        DocumentError: a recorded fact contradicts what the gate derives as identical.
    """
    review = _review(inputs)
    assessments = review.assessments
    models = tuple(model_verdict(assessment) for assessment in assessments)
    ranked = rank(_drafts(review, inputs.run.repository), review)
    revisions = {
        (each.declaration.model, each.product.name): each.declaration.revision for each in assessments
    }
    findings = waive(ranked.findings, inputs.policy.waivers, inputs.today, revisions)
    findings = excuse(findings, inputs.baseline, inputs.policy, inputs.today)
    if any(inputs.texts.values()):
        from license_gate.evaluate.quotes import with_quotes  # few repositories keep weights

        findings = with_quotes(findings, inputs.texts, inputs.catalog)
    scan = inputs.found()
    return Verdict(
        run=inputs.run._replace(facts=_used(inputs)),
        models=models,
        findings=tuple(sorted(findings, key=_order)),
        questions=ranked.questions,
        attestations=attestations(assessments),
        skipped=(*unsure(scan, inputs.manifest), *scan.skipped),
        references=scan.references,
    )


def _review(inputs: Inputs) -> Review:
    alternatives = Alternatives(inputs.manifest, partial(_passes, inputs))
    return Review(
        assess_all(inputs),
        inputs.manifest,
        inputs.policy,
        inputs.catalog,
        inputs.found,
        inputs.today,
        Voice(confidential=inputs.confidential),
        inputs.facts_file,
        alternatives.to,
        inputs.baseline,
    )


def _passes(inputs: Inputs, manifest: Manifest) -> bool:
    """Whether the policy lets the models of another manifest through, in the same situation."""
    review = _review(inputs._replace(manifest=manifest, found=Scan))
    drafts = _drafts(review._replace(instead=_nobody), inputs.run.repository)
    fails = [draft for draft in drafts if draft.finding.level == "fail" and draft.finding.model]
    return not fails


def _nobody(_assessment: Assessment) -> str:
    return ""


def assess_all(inputs: Inputs) -> tuple[Assessment, ...]:
    """Every declared model in every product that it is for."""
    assessor = Assessor(
        Setting(inputs.catalog, inputs.policy, inputs.entries, inputs.rates, inputs.today, inputs.trees)
    )
    manifest = inputs.manifest
    declared = {declaration.model: declaration for declaration in manifest.models}
    families = inputs.catalog.words.families
    lineages = {
        id(declaration): trace(declaration, declared, inputs.catalog, families, inputs.texts)
        for declaration in manifest.models
    }
    found = tuple(
        assessor.assess(declaration, product, lineages[id(declaration)])
        for declaration in manifest.models
        for product in products_of(declaration, manifest)
    )
    if assessor.problems:
        raise DocumentError(list(dict.fromkeys(assessor.problems)))
    return found


def products_of(declaration: Declaration, manifest: Manifest) -> list[Product]:
    """The products that a declaration is for: those it names, else all."""
    named = declaration.products
    return [product for product in manifest.products if not named or product.name in named]


def _drafts(review: Review, repository: str) -> list[Draft]:
    drafts: list[Draft] = []
    rules = _in_scope(review.policy, repository)
    for rule in rules:
        drafts += _kind(rule).check(rule, review)
        if rule.name == TERMS:
            drafts += fields_not_stated(rule, review)
    return drafts + [draft for rule in rules if rule.name == WAIVERS for draft in stale(rule, review, drafts)]


def _in_scope(policy: Policy, repository: str) -> list[Rule]:
    """The policy's rules and, at their strictest, the built-in ones that it does not mention."""
    named = {rule.name for rule in policy.rules}
    silent = [Rule(name, level, policy.place) for name, level in BUILT_IN.items() if name not in named]
    return [
        rule
        for rule in (*policy.rules, *silent)
        if not rule.repositories or any(fnmatchcase(repository, glob) for glob in rule.repositories)
    ]


def _kind(rule: Rule) -> RuleKind:
    """The module of a rule's kind; documents have already refused names that do not exist."""
    name = rule.form or rule.name.replace("-", "_")
    return cast("RuleKind", import_module(f"license_gate.evaluate.rules.{name}"))


def _used(inputs: Inputs) -> tuple[RecordedFact, ...]:
    return tuple(
        RecordedFact(entry.fact, "" if entry.period == ALWAYS else str(entry.period), entry.by, entry.on)
        for entry in inputs.entries
    )


def _order(finding: Finding) -> tuple[bool, int, str, str, str, str]:
    """Closing findings first, then by level, code and name."""
    return (
        bool(finding.waived_by),
        -LEVELS.index(finding.level),
        finding.code,
        finding.product,
        finding.model,
        finding.id,
    )
