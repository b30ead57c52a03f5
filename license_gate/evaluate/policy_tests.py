"""A policy's own tests: each situation is judged like a small repository."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from license_gate.domain.manifest import Declaration, Manifest, Product
from license_gate.domain.policy import Given, Policy, PolicyTest
from license_gate.domain.verdict import Run
from license_gate.evaluate.evaluate import Inputs, Knowledge, assess_all, evaluate

_MODEL = "acme/model"  # stands for any model where a test names only a license


class Failing(NamedTuple):
    """One expectation that is not fulfilled."""

    test: PolicyTest
    what: str
    expected: str
    got: str


def run_tests(policy: Policy, catalog: Knowledge, today: date) -> list[Failing]:
    """Every expectation of the policy's tests that is not fulfilled."""
    return [failing for test in policy.tests for failing in run_test(test, policy, catalog, today)]


def run_test(test: PolicyTest, policy: Policy, catalog: Knowledge, today: date) -> list[Failing]:
    """The expectations of one test that are not fulfilled."""
    inputs = situation(test.given, policy, catalog, today)
    verdict = evaluate(inputs)
    outcome = verdict.models[0].outcome
    deciding = {
        name
        for assessment in assess_all(inputs)
        for _, ruling in assessment.rulings()
        if ruling.decision.outcome == assessment.outcome
        for name in (ruling.clause.id, ruling.kind.id, f"{ruling.edition.id}#{ruling.clause.id}")
    }
    codes = {finding.code for finding in verdict.findings}
    expect = test.expect
    return [
        *_unless(test, "outcome", expect.outcome, outcome, fits=expect.outcome == outcome),
        *_unless(test, "clause", expect.clause, _listed(deciding), fits=expect.clause in deciding),
        *_unless(
            test, "exit_code", expect.exit_code, verdict.exit_code, fits=expect.exit_code == verdict.exit_code
        ),
        *_unless(test, "codes", expect.codes, _listed(codes), fits=_fit(expect.codes, codes)),
    ]


def situation(given: Given, policy: Policy, catalog: Knowledge, today: date) -> Inputs:
    """The inputs of a verdict on one declared model."""
    product = Product(given.product or "default")
    declaration = Declaration(
        given.model or _MODEL,
        policy.place,
        license=given.license,
        uses=given.uses,
        bases=given.bases,
        targets=given.targets,
        from_scratch=not given.model,
    )
    day = date.fromisoformat(given.today) if given.today else today
    return Inputs(
        Manifest(policy.file, products=(product,), models=(declaration,)),
        policy,
        catalog,
        given.facts,
        "facts.yaml",
        confidential=False,
        today=day,
        run=Run("license-gate", catalog.version, day.isoformat()),
        rates=catalog.rates,
    )


def _unless(test: PolicyTest, what: str, expected: object, got: object, *, fits: bool) -> list[Failing]:
    if expected is None or fits:
        return []
    shown = _listed(expected) if isinstance(expected, tuple) else str(expected)
    return [Failing(test, what, shown or "none", str(got) or "none")]


def _fit(expected: tuple[str, ...] | None, codes: set[str]) -> bool:
    """All expected codes are there; an empty list wants none."""
    if expected is None:
        return True
    return set(expected) <= codes if expected else not codes


def _listed(names: Iterable[object]) -> str:
    return ", ".join(sorted(str(name) for name in names))
