"""What is left to decide after a command, and for whom: the short end of `init` and `add`."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.domain.verdict import Finding, Verdict
from license_gate.report import sentences
from license_gate.report.blocks import evidence_of
from license_gate.report.escape import one_line
from license_gate.report.layout import columns
from license_gate.report.style import Style
from license_gate.report.summary import verdict_lines

_MOST = 12


def left_to_decide(verdict: Verdict, style: Style) -> list[str]:
    """The open questions and the findings that no answer settles, by owner; then the verdict."""
    rows = sorted(dict.fromkeys(_rows(verdict)), key=lambda row: row[0])
    lines = columns(rows[:_MOST], style.width, "  ")
    if len(rows) > _MOST:
        lines.append(f"  and {len(rows) - _MOST} more")
    title = ["left to decide, and by whom", *lines] if rows else ["nothing is left to decide"]
    why = [] if verdict.open else ["license-gate check shows why"]
    return [*title, "", *verdict_lines(verdict, style), *why]


def _rows(verdict: Verdict) -> Iterator[tuple[str, str]]:
    for question in verdict.questions:
        yield sentences.name(question.owner), sentences.next_question(question._replace(owner=""))
    for finding in verdict.findings:
        if finding.level != "note" and not finding.waived_by and not _asked(finding, verdict):
            places = sentences.uses(finding, verdict.run.policies)
            where = f" ({sentences.place(places[0])})" if places else ""
            yield sentences.name(finding.owner), one_line(finding.title) + where


def _asked(finding: Finding, verdict: Verdict) -> bool:
    """Whether one of the questions is about this finding already."""
    if finding.question is not None:
        return True
    missing = {(item.fact, item.period) for item in evidence_of(finding.explanation) if not item.value}
    return finding.answer == "unknown" and any((each.fact, each.at) in missing for each in verdict.questions)
