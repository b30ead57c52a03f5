"""Waivers and the baseline still run, and a lapse is loud."""

from __future__ import annotations

from license_gate.domain.policy import Rule, Waiver
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.agreements import current
from license_gate.evaluate.baseline import lapsed
from license_gate.evaluate.review import About, Draft, Review, finding


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for every waiver that has run out, and one for a baseline that excuses nothing."""
    expired = [
        _expired(rule, review, waiver)
        for waiver in review.policy.waivers
        if not current(waiver.until, review.today)
    ]
    return [*expired, *lapsed(rule, review)]


def _expired(rule: Rule, review: Review, waiver: Waiver) -> Draft:
    why = (
        f"waiver {waiver.id}, approved by {waiver.approved_by}, ran until {waiver.until}, that day included; "
        "it excuses nothing any more"
    )
    return Draft(
        finding(
            "LG501",
            rule,
            review,
            About(license=waiver.id),
            rule.level,
            f"waiver {waiver.id} for {waiver.rule} ended on {waiver.until}",
            Explanation(why, "violated"),
            waiver.place,
            ("renew it with a new approval, or remove it",),
            owner="compliance",
        )
    )
