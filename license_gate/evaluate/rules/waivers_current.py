"""Waivers still run, and a lapse is loud."""

from __future__ import annotations

from license_gate.domain.policy import Rule, Waiver
from license_gate.domain.verdict import Explanation, Finding
from license_gate.evaluate.agreements import current
from license_gate.evaluate.review import Draft, Review, finding_id, in_force


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for every waiver that has run out."""
    return [
        _expired(rule, review, waiver)
        for waiver in review.policy.waivers
        if not current(waiver.until, review.today)
    ]


def _expired(rule: Rule, review: Review, waiver: Waiver) -> Draft:
    return Draft(
        Finding(
            id=finding_id("LG501", rule.name, "", "", waiver.id),
            code="LG501",
            rule=rule.name,
            product="",
            model="",
            answer="violated",
            level=in_force(rule, rule.level, review.today),
            title=f"waiver {waiver.id} for {waiver.rule} ended on {waiver.until}",
            owner=rule.contact or "compliance",
            clause=None,
            path=(),
            question=None,
            explanation=Explanation(
                f"waiver {waiver.id}, approved by {waiver.approved_by}, ran until {waiver.until}, that day included; "
                "it excuses nothing any more",
                "violated",
            ),
            locations=(waiver.place, rule.place),
            remedy=("renew it with a new approval, or remove it",),
        )
    )
