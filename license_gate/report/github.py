"""Annotations for a GitHub workflow: at most ten, the worst first, the rest counted in a notice."""

from __future__ import annotations

from license_gate.domain.place import Place
from license_gate.domain.verdict import Verdict
from license_gate.report import sentences
from license_gate.report.blocks import Block, Grouped, count, evidence_of, group
from license_gate.report.escape import one_line, workflow_data, workflow_property
from license_gate.report.style import Style

MOST = 10  # of one kind in one step: GitHub shows no more
_MOST_NAMES, _MOST_NOTES = 5, 8
_COMMANDS = {"fail": "error", "warn": "warning", "note": "notice"}


def render(verdict: Verdict, style: Style) -> str:
    """Workflow commands, then the verdict as a plain line for the log."""
    groups = group(verdict)
    annotations = _annotations(verdict, groups, style)
    lines = annotations[:MOST]
    hidden = len(annotations) - len(lines)
    if hidden:
        lines.append(_command("notice", None, "license-gate", f"{hidden} more in the summary of this run"))
    counts = count(verdict)
    aside = sentences.uncounted(verdict, counts)
    lines += [_command("notice", None, "license-gate", text) for text in aside]
    counted = "; ".join(text for text in (sentences.counted(counts), *aside) if text)
    forced = " (exit code 0: --exit-zero)" if style.exit_zero else ""
    lines.append(f"{sentences.gate(verdict)}{': ' + counted if counted else ''}{forced}")
    return "".join(f"{line}\n" for line in lines)


def _annotations(verdict: Verdict, groups: Grouped, style: Style) -> list[str]:
    blocks = groups.blocks + (groups.notes if style.verbose else ())
    singles = [(item.level, sentences.fields(item)) for item in groups.fields]
    if groups.unlocked:
        singles.append((groups.unlocked[0].level, sentences.unlocked(groups.unlocked)))
    return [
        *(_block(block, verdict) for block in blocks),
        *(
            _command(_COMMANDS[level], None, "license-gate", text)
            for level, text in singles
            if level != "note"
        ),
    ]


def _block(block: Block, verdict: Verdict) -> str:
    places = sentences.uses(block.first, verdict.run.policies)
    new = " (new)" if verdict.run.new_since else ""
    title = f"license-gate {sentences.label(block.first)}{new}"
    message = "\n".join(_message(block, verdict))
    return _command(_COMMANDS[block.level], places[0] if places else None, title, message)


def _message(block: Block, verdict: Verdict) -> list[str]:
    finding = block.first
    clause = finding.clause if len({row.clause for row in block.findings}) == 1 else None
    return [
        sentences.title(block),
        *_models(block),
        *([f"term: {sentences.term(clause)}"] if clause else []),
        *(f"note: {one_line(note)}" for note in finding.notes[:_MOST_NOTES]),
        *(f"fact: {sentences.fact(item)}" for item in evidence_of(finding.explanation)[:3]),
        f"verdict: {sentences.answered(finding)} ({sentences.ruled(finding, verdict.run.policies)})",
        *(f"fix: {text}" for text in sentences.remedies(block)[:3]),
        f"why: {sentences.why(block)}",
    ]


def _models(block: Block) -> list[str]:
    """The path of the one model, or the models that the block is about."""
    finding = block.first
    if len(block.findings) == 1:
        path = sentences.path(finding.path, finding.clause.license if finding.clause else "")
        return [f"path: {path}"] if path else []
    names = list(dict.fromkeys(sentences.name(row.model) for row in block.findings if row.model))
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return [f"models: {', '.join(names[:_MOST_NAMES])}{more}"] if names else []


def _command(command: str, where: Place | None, title: str, message: str) -> str:
    properties = {"title": title}
    if where:
        spot = {"file": where.file, "line": str(max(1, where.line)), "col": str(max(1, where.column))}
        properties = {**spot, **properties}
    listed = ",".join(f"{key}={workflow_property(value)}" for key, value in properties.items())
    return f"::{command} {listed}::{workflow_data(message)}"
