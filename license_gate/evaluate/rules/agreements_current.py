"""Agreements with licensors still run."""

from __future__ import annotations

from license_gate.domain.policy import Rule
from license_gate.domain.verdict import Explanation, Finding
from license_gate.evaluate.agreements import current
from license_gate.evaluate.review import Draft, Review, finding_id, in_force


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for every agreement that has run out."""
    return [
        Draft(
            Finding(
                id=finding_id("LG503", rule.name, "", "", agreement.id),
                code="LG503",
                rule=rule.name,
                product="",
                model="",
                answer="violated",
                level=in_force(rule, rule.level, review.today),
                title=f"agreement {agreement.id} with {agreement.licensor} ended on {agreement.until}",
                owner=rule.contact or "legal",
                clause=None,
                path=(),
                question=None,
                explanation=Explanation(
                    f"agreement {agreement.id} ({agreement.reference}) ran until {agreement.until}, that day included",
                    "violated",
                ),
                locations=(agreement.place, rule.place),
                remedy=("renew the agreement and record it, or remove the entry",),
            )
        )
        for agreement in review.policy.agreements
        if not current(agreement.until, review.today)
    ]
