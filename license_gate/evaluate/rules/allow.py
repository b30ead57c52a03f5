"""``allow``: everything that binds a model must match the selector."""

from __future__ import annotations

from license_gate.domain.policy import Rule
from license_gate.evaluate.review import Draft, Review
from license_gate.evaluate.rules.forbid import judged
from license_gate.evaluate.selecting import matches

CODE = "LG402"


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for each model and license that the selector does not match while `when` may hold."""
    drafts: dict[str, Draft] = {}
    for assessment in review.assessments:
        for part in assessment.parts or (None,):
            if rule.selector and not matches(rule.selector, assessment, part):
                for draft in judged(rule, review, assessment, part, CODE, "is not allowed"):
                    drafts.setdefault(draft.finding.id, draft)
    return list(drafts.values())
