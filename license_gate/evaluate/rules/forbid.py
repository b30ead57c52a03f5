"""``forbid``: what a selector matches may not be used."""

from __future__ import annotations

from license_gate.conditions.ask import questions
from license_gate.conditions.explain import explain
from license_gate.conditions.judge import Judgment, judge
from license_gate.conditions.situation import Situation
from license_gate.domain.answers import Truth
from license_gate.domain.policy import Rule
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.assessment import Assessment, Part
from license_gate.evaluate.review import About, Draft, Review, finding
from license_gate.evaluate.selecting import matches
from license_gate.evaluate.wording import product_words

CODE = "LG401"


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for each model and license that the selector matches while `when` may hold."""
    drafts: dict[str, Draft] = {}
    for assessment in review.assessments:
        for part in assessment.parts or (None,):
            if rule.selector and matches(rule.selector, assessment, part):
                for draft in judged(rule, review, assessment, part, CODE, "is forbidden"):
                    drafts.setdefault(draft.finding.id, draft)
    return list(drafts.values())


def judged(
    rule: Rule, review: Review, assessment: Assessment, part: Part | None, code: str, verb: str
) -> list[Draft]:
    """The finding on one model and claim, unless the rule's `when` is known not to hold."""
    judgment = _when(rule, review, assessment)
    if judgment is not None and judgment.truth is Truth.FALSE:
        return []
    open_ = judgment is not None and judgment.truth is Truth.UNKNOWN
    license_id = _license(part)
    model, product = assessment.declaration.model, assessment.product.name
    what = f"{model} ({license_id})" if license_id else model
    may = verb.replace("is", "may be", 1) if open_ else verb
    draft = finding(
        code,
        rule,
        review,
        About(product, model, license_id),
        review.policy.unknown_level("fact") if open_ else rule.level,
        f"{what} {may} in {product_words(product)} by your policy ({rule.name})",
        _explanation(rule, review, judgment),
        assessment.declaration.place,
        () if rule.fix else ("choose another model, or ask for a waiver",),
        owner="compliance",
        path=part.claim.source.path if part else (),
    )
    return [Draft(draft, questions(judgment) if judgment is not None and open_ else ())]


def _when(rule: Rule, review: Review, assessment: Assessment) -> Judgment | None:
    """The rule's own condition, judged on the facts of the model; None where it has none."""
    if rule.when is None:
        return None
    today = review.today
    return judge(
        rule.when,
        Situation(assessment.ledger(), today, since=today.isoformat(), grace_days=review.policy.grace_days),
    )


def _explanation(rule: Rule, review: Review, judgment: Judgment | None) -> Explanation:
    statement = f"your policy's rule {rule.name}" + (f": {rule.because}" if rule.because else "")
    open_ = judgment is not None and judgment.truth is Truth.UNKNOWN
    because = (explain(judgment, review.voice),) if judgment is not None else ()
    return Explanation(statement, "unknown" if open_ else "violated", (), because)


def _license(part: Part | None) -> str:
    if part is None:
        return ""
    return " AND ".join(edition.id for edition in part.branch.editions) or part.claim.text
