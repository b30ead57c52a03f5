"""What a developer cannot settle: left to CI, where the gate closes on it."""

from __future__ import annotations

from license_gate.domain.verdict import Explanation, FactEvidence, Finding, Verdict

DEVELOPER = "developer"


def leave_to_ci(verdict: Verdict) -> Verdict:
    """The verdict with every finding marked that closes the gate and only somebody else can answer."""
    marked = [each._replace(left=_is_left(each, verdict)) for each in verdict.findings]
    return verdict._replace(
        findings=tuple(sorted(marked, key=lambda each: each.excused)),
        run=verdict.run._replace(leave_to_ci=True),
    )


def _is_left(finding: Finding, verdict: Verdict) -> bool:
    if finding.answer != "unknown" or finding.level != "fail" or finding.excused:
        return False
    return DEVELOPER not in answerers(finding, verdict)


def answerers(finding: Finding, verdict: Verdict) -> tuple[str, ...]:
    """Who can answer: the owners of the facts that are asked for, else the owner of the finding."""
    if finding.question is not None:
        return (verdict.questions[finding.question].owner,)
    missing = {(item.fact, item.period) for item in _evidence(finding.explanation) if not item.value}
    owners = [each.owner for each in verdict.questions if (each.fact, each.at) in missing]
    return tuple(dict.fromkeys(owners)) or (finding.owner,)


def _evidence(explanation: Explanation) -> list[FactEvidence]:
    found: list[FactEvidence] = []
    stack = [explanation]
    while stack:
        node = stack.pop()
        found += node.evidence
        stack += node.because
    return found
