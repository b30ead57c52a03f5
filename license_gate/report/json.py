"""The report for programs: the contract of `schemas/report.schema.json`, version 1.

ASCII only, so that no control character, reversed text or workflow command reaches a terminal or a log.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from license_gate.domain.place import Place, Problem
from license_gate.domain.verdict import (
    Explanation,
    FactEvidence,
    Finding,
    ModelVerdict,
    Obligation,
    Question,
    Run,
    Step,
    Verdict,
)
from license_gate.report.blocks import count
from license_gate.report.style import Style

SCHEMA_VERSION = 1
Json = dict[str, object]


def render(verdict: Verdict, style: Style) -> str:
    """The verdict as one JSON object."""
    return _dump(document(verdict, style))


def problems(found: Iterable[Problem], exit_code: int = 3) -> str:
    """What stands in place of a report when a document is invalid: no verdict, all problems."""
    listed = [{**_place(item.place), "code": item.code, "message": item.message} for item in found]
    return _dump({"schema_version": SCHEMA_VERSION, "exit_code": exit_code, "problems": listed})


def document(verdict: Verdict, style: Style) -> Json:
    """The JSON object as Python values."""
    return {
        "schema_version": SCHEMA_VERSION,
        "verdict": "open" if verdict.open else "closed",
        "exit_code": style.exit_code(verdict),
        "counts": {
            "models": len(verdict.models),
            "findings": len(verdict.findings),
            **count(verdict)._asdict(),
            "skipped": len(verdict.skipped),
        },
        "run": _run(verdict.run),
        "models": [_model(model) for model in verdict.models],
        "findings": [_finding(finding) for finding in verdict.findings],
        "questions": [_question(question) for question in verdict.questions],
        "attestations": [
            {"product": item.product, "fields": list(item.fields), "licenses": list(item.licenses)}
            for item in verdict.attestations
        ],
        "skipped": [{"what": item.what, "reason": item.reason} for item in verdict.skipped],
    }


def _dump(value: Json) -> str:
    # `##[` can only be inside a string here, where an escaped bracket means the same.
    return json.dumps(value, indent=2, ensure_ascii=True).replace("##[", "##\\u005b") + "\n"


def _run(run: Run) -> Json:
    return {
        "tool": run.tool,
        "catalog": run.catalog,
        "today": run.today,
        "repository": run.repository,
        "commit": run.commit,
        "dirty": run.dirty,
        "policies": list(run.policies),
        "waivers": list(run.waivers),
        "facts": [
            {"fact": item.fact, "period": item.period, "by": item.by, "on": item.on} for item in run.facts
        ],
        "new_since": run.new_since,
        "leave_to_ci": run.leave_to_ci,
    }


def _model(model: ModelVerdict) -> Json:
    return {
        "model": model.model,
        "revision": model.revision,
        "product": model.product,
        "uses": list(model.uses),
        "declared_license": model.declared_license,
        "effective_licenses": [
            {
                "license": item.license,
                "via": _steps(item.via),
                "evidence": item.evidence,
                "source": item.source,
            }
            for item in model.effective_licenses
        ],
        "openness": model.openness,
        "attested": model.attested,
        "outcome": model.outcome,
        "curable": model.curable,
        "obligations": [_obligation(item) for item in model.obligations],
        "standing": model.standing,
    }


def _obligation(item: Obligation) -> Json:
    return {
        "kind": item.kind,
        "section": item.section,
        "says": item.says,
        "status": item.status,
        "assumed": item.assumed,
        "because": item.because,
    }


def _finding(finding: Finding) -> Json:
    return {
        "id": finding.id,
        "code": finding.code,
        "rule": finding.rule,
        "product": finding.product,
        "model": finding.model,
        "answer": finding.answer,
        "level": finding.level,
        "title": finding.title,
        "owner": finding.owner,
        "clause": _clause(finding),
        "path": _steps(finding.path),
        "question": finding.question,
        "explanation": _explanation(finding.explanation, finding.notes),
        "locations": [_place(place) for place in finding.locations],
        "remedy": list(finding.remedy),
        "waived_by": finding.waived_by,
        "new": finding.new,
        "formerly": list(finding.formerly),
        "left_to_ci": finding.left,
    }


def _clause(finding: Finding) -> Json | None:
    """The term, with the line of the user's own copy of the license where there is one."""
    if finding.clause is None:
        return None
    return {**finding.clause._asdict(), "quote": finding.quote._asdict() if finding.quote else None}


def _explanation(node: Explanation, notes: tuple[str, ...] = ()) -> Json:
    """The tree; the short lines of a finding (lost terms, candidates) are parts of its root."""
    said = {part.statement for part in node.because}
    parts = (*node.because, *(Explanation(note, node.answer) for note in notes if note not in said))
    return {
        "statement": node.statement,
        "answer": node.answer,
        "evidence": [_evidence(item) for item in node.evidence],
        "because": [_explanation(part) for part in parts],
    }


def _evidence(item: FactEvidence) -> Json:
    return {
        "fact": item.fact,
        "period": item.period,
        "value": item.value,
        "place": _place(item.place) if item.place else None,
        "by": item.by,
        "on": item.on,
        "origin": item.origin,
        "because": item.because,
    }


def _question(question: Question) -> Json:
    return {
        "fact": question.fact,
        "at": question.at,
        "ask": question.ask,
        "owner": question.owner,
        "enough": question.enough,
        "settles": question.settles,
    }


def _steps(steps: tuple[Step, ...]) -> list[Json]:
    return [{"model": step.model, "relation": step.relation} for step in steps]


def _place(place: Place) -> Json:
    return {"file": place.file, "line": place.line, "column": place.column}
