"""Which findings are new: a verdict compared with the one on an older tree."""

from __future__ import annotations

from license_gate.domain.answers import LEVELS
from license_gate.domain.verdict import Finding, Verdict


def only_new(verdict: Verdict, before: Verdict | None) -> Verdict:
    """The verdict with every finding marked that was there before; what closes the gate comes first."""
    then: dict[str, Finding] = {}
    for each in before.findings if before else ():
        then.update(dict.fromkeys((each.id, *each.formerly), each))
    marked = [each._replace(new=not _was_there(each, then)) for each in verdict.findings]
    return verdict._replace(findings=tuple(sorted(marked, key=lambda each: each.excused)))


def _was_there(finding: Finding, then: dict[str, Finding]) -> bool:
    return any(_as_bad(then[name], finding) for name in (finding.id, *finding.formerly) if name in then)


def _as_bad(before: Finding, now: Finding) -> bool:
    """What became worse is new: a waiver taken away, a level raised, a doubt that is a violation now."""
    return (
        (not before.waived_by or bool(now.waived_by))
        and LEVELS.index(before.level) >= LEVELS.index(now.level)
        and before.answer in (now.answer, "violated")
    )
