"""Findings as people read them: one block per question or cause, not one per row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from license_gate.domain.answers import LEVELS, Level, higher
from license_gate.domain.verdict import Attestation, Explanation, FactEvidence, Finding, Question, Verdict


class Block(NamedTuple):
    """Findings that one fact would settle or one cause explains, worst first; never empty."""

    findings: tuple[Finding, ...]
    question: Question | None = None

    @property
    def first(self) -> Finding:
        """The finding that speaks for the others."""
        return self.findings[0]

    @property
    def level(self) -> Level:
        """The level of the worst finding."""
        return self.first.level


class Fields(NamedTuple):
    """A product whose fields of use are not stated, and the level at which that is reported."""

    attestation: Attestation
    level: Level


class Grouped(NamedTuple):
    """All findings of a verdict, each in exactly one place; `unlocked` and `fields` print as single lines.

    `older` was there before the revision that this run compares with, `left` is for others to answer in CI.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    fields: tuple[Fields, ...]
    unlocked: tuple[Finding, ...]
    waived: tuple[Finding, ...]
    older: tuple[Finding, ...] = ()
    left: tuple[Finding, ...] = ()


class Counts(NamedTuple):
    """How many findings stand at each level; those that do not count in this run are counted by why."""

    fail: int
    warn: int
    note: int
    waived: int
    older: int = 0
    left_to_ci: int = 0


def count(verdict: Verdict) -> Counts:
    """Counts findings, never blocks."""
    levels = [finding.level for finding in verdict.findings if not finding.excused]
    reasons = [_reason(finding) for finding in verdict.findings]
    return Counts(
        levels.count("fail"),
        levels.count("warn"),
        levels.count("note"),
        reasons.count("waived"),
        reasons.count("older"),
        reasons.count("left"),
    )


def _reason(finding: Finding) -> Literal["", "waived", "older", "left"]:
    """Why a finding does not count in this run; '' where it does."""
    if finding.waived_by:
        return "waived"
    if not finding.new:
        return "older"
    return "left" if finding.left else ""


def group(verdict: Verdict) -> Grouped:
    """Puts every finding where it is printed, worst first."""
    findings = sorted(verdict.findings, key=rank)
    stated = {attestation.product for attestation in verdict.attestations}
    rest = tuple(finding for finding in findings if not finding.excused)
    excused = {finding.product for finding in findings if finding.code == "LG390" and finding.excused}
    unlocked, rest = _split(rest, [_unlocked(finding) for finding in rest])
    fields, rest = _split(rest, [_states_no_fields(finding, stated) for finding in rest])
    blocks = _blocks(rest, verdict.questions)
    return Grouped(
        tuple(block for block in blocks if block.level != "note"),
        tuple(block for block in blocks if block.level == "note"),
        tuple(_fields(item, fields) for item in verdict.attestations if item.product not in excused),
        unlocked,
        *(tuple(f for f in findings if _reason(f) == reason) for reason in ("waived", "older", "left")),
    )


def rank(finding: Finding) -> tuple[int, bool, str, str, str, str]:
    """A sort key: the worst finding first, then by code and names."""
    return (
        -LEVELS.index(finding.level),
        finding.answer != "violated",
        finding.code,
        finding.model,
        finding.product,
        finding.id,
    )


def evidence_of(explanation: Explanation) -> list[FactEvidence]:
    """The facts an answer rests on, each once, what was derived last.

    Where a part of the tree gave the answer, only the facts of that part count.
    """
    found: dict[tuple[str, str], FactEvidence] = {}
    stack = [explanation]
    while stack:
        node = stack.pop()
        for item in node.evidence:
            found.setdefault((item.fact, item.period), item)
        deciding = [part for part in node.because if part.answer == node.answer]
        stack.extend(reversed(deciding or node.because))
    return sorted(found.values(), key=lambda item: item.origin == "derived")


def _states_no_fields(finding: Finding, stated: set[str]) -> bool:
    """Whether a finding only says that nobody stated the product's fields of use."""
    return finding.code == "LG390" and finding.product in stated


def _unlocked(finding: Finding) -> bool:
    """Whether a finding only says that a model has no entry in models.lock."""
    return finding.code.startswith("LG6") and finding.answer == "unknown"


def _blocks(findings: Iterable[Finding], questions: tuple[Question, ...]) -> list[Block]:
    causes: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        causes.setdefault(_cause(finding), []).append(finding)
    return [Block(tuple(rows), _question(rows[0], questions)) for rows in causes.values()]


def _cause(finding: Finding) -> tuple[object, ...]:
    if finding.question is not None:
        return (finding.question,)
    clause = finding.clause
    what = (clause.license, clause.id) if clause else ()
    return (finding.rule, finding.code, finding.level, finding.answer, what, finding.explanation.statement)


def _question(finding: Finding, questions: tuple[Question, ...]) -> Question | None:
    index = finding.question
    return questions[index] if index is not None and 0 <= index < len(questions) else None


def _fields(attestation: Attestation, findings: Iterable[Finding]) -> Fields:
    level: Level = "note"
    for finding in findings:
        if finding.product == attestation.product:
            level = higher(level, finding.level)
    return Fields(attestation, level)


def _split(
    findings: Iterable[Finding], chosen: Iterable[bool]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    pairs = list(zip(findings, chosen, strict=True))
    return tuple(f for f, yes in pairs if yes), tuple(f for f, yes in pairs if not yes)
