"""Agreements with licensors still run."""

from __future__ import annotations

from license_gate.domain.policy import Agreement, Rule
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.agreements import current
from license_gate.evaluate.review import About, Draft, Review, finding


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for every agreement that has run out."""
    return [
        _expired(rule, review, agreement)
        for agreement in review.policy.agreements
        if not current(agreement.until, review.today)
    ]


def _expired(rule: Rule, review: Review, agreement: Agreement) -> Draft:
    why = f"agreement {agreement.id} ({agreement.reference}) ran until {agreement.until}, that day included"
    return Draft(
        finding(
            "LG503",
            rule,
            review,
            About(license=agreement.id),
            rule.level,
            f"agreement {agreement.id} with {agreement.licensor} ended on {agreement.until}",
            Explanation(why, "violated"),
            agreement.place,
            ("renew the agreement and record it, or remove the entry",),
            owner="legal",
        )
    )
