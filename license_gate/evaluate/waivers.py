"""Waivers: which findings they excuse. They change levels, never outcomes or answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fnmatch import fnmatchcase

from license_gate.domain.policy import Waiver
from license_gate.domain.verdict import Finding
from license_gate.evaluate.agreements import current

Revisions = Mapping[tuple[str, str], str]  # (model, product) -> the declared revision, '' for none


def waive(
    findings: Iterable[Finding], waivers: Iterable[Waiver], today: date, revisions: Revisions
) -> tuple[Finding, ...]:
    """The findings, each with the waiver that excuses it. A waiver that has run out excuses nothing."""
    running = [waiver for waiver in waivers if current(waiver.until, today)]
    return tuple(_excused(finding, running, revisions) for finding in findings)


def _excused(finding: Finding, waivers: list[Waiver], revisions: Revisions) -> Finding:
    revision = revisions.get((finding.model, finding.product), "")
    for waiver in waivers:
        if waiver.revision in ("", revision) and covers(waiver, finding):
            return finding._replace(waived_by=waiver.id)
    return finding


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver names a finding: its rule, model, product, license and clause, whatever the revision."""
    if waiver.rule != finding.rule:
        return False
    if waiver.models and not any(fnmatchcase(finding.model, model) for model in waiver.models):
        return False
    if waiver.products and finding.product not in waiver.products:
        return False
    clause = finding.clause
    if waiver.licenses and (clause is None or clause.license not in waiver.licenses):
        return False
    if not waiver.clauses:
        return True
    return clause is not None and bool(
        {clause.id, clause.kind, f"{clause.license}#{clause.id}"}.intersection(waiver.clauses)
    )
