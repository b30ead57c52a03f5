"""The baseline: which findings it excuses, and what is said when it excuses nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from license_gate.domain.baseline import BASELINE, Baseline, Debt
from license_gate.domain.policy import Policy, Rule
from license_gate.domain.verdict import Explanation, Finding
from license_gate.evaluate.agreements import current
from license_gate.evaluate.review import About, Draft, Review, finding

# A lapse must stay loud: no exception excuses that another one has ended.
NEVER = frozenset({"LG102", "LG501", "LG503", "LG505", "LG507"})


def excuse(
    findings: tuple[Finding, ...], baseline: Baseline | None, policy: Policy, today: date
) -> tuple[Finding, ...]:
    """The findings, those of a baseline that holds marked as excused by it."""
    if baseline is None or not current(baseline.until, today) or too_long(baseline.until, policy, today):
        return findings
    known = {debt.id: debt for debt in baseline.findings}
    return tuple(_excused(each, known) for each in findings)


def _excused(found: Finding, known: dict[str, Debt]) -> Finding:
    if found.waived_by or found.level != "fail" or found.code in NEVER:
        return found
    debts = [known[name] for name in (found.id, *found.formerly) if name in known]
    # Somebody agreed not to know for a while; what has turned out to be a violation was never agreed to.
    agreed = any(debt.answer in (found.answer, "violated") for debt in debts)
    return found._replace(waived_by=BASELINE) if agreed else found


def too_long(until: str, policy: Policy, today: date) -> bool:
    """Whether the policy forbids a baseline that still runs until a day (ISO)."""
    longest = policy.longest_baseline
    return longest is not None and (longest == 0 or (date.fromisoformat(until) - today).days > longest)


def limit(policy: Policy) -> str:
    """What a policy says of baselines, as the end of a sentence."""
    days = policy.longest_baseline
    if days is None:
        return "sets no limit to a baseline"
    return f"allows a baseline of at most {days} days" if days else "forbids a baseline"


def lapsed(rule: Rule, review: Review) -> list[Draft]:
    """A finding where the baseline has run out, or the policy does not allow it."""
    baseline = review.baseline
    if baseline is None:
        return []
    if not current(baseline.until, review.today):
        return [_expired(rule, review, baseline)]
    if too_long(baseline.until, review.policy, review.today):
        return [_forbidden(rule, review, baseline)]
    return []


def _expired(rule: Rule, review: Review, baseline: Baseline) -> Draft:
    why = f"the baseline ran until {baseline.until}, that day included; it excuses nothing any more"
    title = f"the baseline of {_count(baseline.findings)} ended on {baseline.until}"
    remedy = (
        f"settle what it lists and remove {baseline.file}, or get another date approved and write it there"
    )
    return _draft("LG505", rule, review, baseline, title, why, remedy)


def _forbidden(rule: Rule, review: Review, baseline: Baseline) -> Draft:
    why = f"the policy {limit(review.policy)}; this one runs until {baseline.until} and excuses nothing"
    title = f"the baseline is not allowed: the policy {limit(review.policy)}"
    remedy = f"write a nearer day under until:, or remove {baseline.file}"
    if not review.policy.longest_baseline:
        remedy = f"remove {baseline.file}"
    return _draft("LG507", rule, review, baseline, title, why, remedy)


def stale(rule: Rule, review: Review, drafts: Iterable[Draft]) -> list[Draft]:
    """A note on the entries that no finding of today fits."""
    if review.baseline is None:
        return []
    gone = left_over(review.baseline, [draft.finding for draft in drafts])
    if not gone:
        return []
    verb = "occurs" if len(gone) == 1 else "occur"
    made = _draft(
        "LG506",
        rule,
        review,
        review.baseline._replace(until_place=gone[0].place),
        f"{_count(gone)} of the baseline no longer {verb}",
        "what a baseline lists and is settled could come back unseen",
        "license-gate baseline --prune",
    )
    notes = tuple(f"{debt.id} {debt.rule} {debt.model}".strip() for debt in gone)
    return [Draft(made.finding._replace(level="note", notes=notes))]


def left_over(baseline: Baseline, findings: Iterable[Finding]) -> list[Debt]:
    """The entries that no finding fits."""
    today = {name for each in findings for name in (each.id, *each.formerly)}
    return [debt for debt in baseline.findings if debt.id not in today]


def _count(debts: Iterable[Debt]) -> str:
    number = len(list(debts))
    return f"{number} finding" if number == 1 else f"{number} findings"


def _draft(
    code: str, rule: Rule, review: Review, baseline: Baseline, title: str, why: str, remedy: str
) -> Draft:
    return Draft(
        finding(
            code,
            rule,
            review,
            About(),
            rule.level,
            title,
            Explanation(why, "violated"),
            baseline.until_place,
            (remedy,),
            owner="compliance",
        )
    )
