"""What was gathered -> the verdict, also where nothing is declared."""

from __future__ import annotations

from license_gate.commands.gather import Gathered
from license_gate.domain.place import Place
from license_gate.domain.verdict import Explanation, Finding, Verdict
from license_gate.evaluate.codes import CODES
from license_gate.evaluate.evaluate import evaluate
from license_gate.evaluate.review import finding_id
from license_gate.evaluate.unsure import unsure


def conclude(gathered: Gathered) -> Verdict:
    """The verdict on one tree.

    Raises:
        DocumentError: a recorded fact contradicts what the gate derives as identical.
    """
    return evaluate(gathered.inputs) if gathered.inputs else _without_manifest(gathered)


def _without_manifest(gathered: Gathered) -> Verdict:
    """Nothing is declared: open where nothing is used, else one finding that says how to begin."""
    scan = gathered.found()
    used = [each for each in scan.references if each.gated]
    skipped = (*unsure(scan, None), *scan.skipped)
    if not used:
        return Verdict(gathered.run, skipped=skipped)
    names = sorted({reference.model for reference in used})
    first = used[0]
    finding = Finding(
        id=finding_id("LG102", "references-declared", "", ""),
        code="LG102",
        rule="references-declared",
        product="",
        model="",
        answer="violated",
        level="fail",
        title=f"this repository uses {_counted(names)}, but there is no models.yaml",
        owner="developer",
        clause=None,
        path=(),
        question=None,
        explanation=Explanation(f"found: {', '.join(names)}", "violated"),
        locations=(Place(first.file, first.line, first.column),),
        remedy=("license-gate init",),
        name=CODES["LG102"].name,
    )
    return Verdict(gathered.run, findings=(finding,), skipped=skipped, references=scan.references)


def _counted(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} models"
