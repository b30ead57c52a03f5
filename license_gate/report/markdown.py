"""The summary of a workflow step, in GitHub markdown."""

from __future__ import annotations

from license_gate.domain.answers import OUTCOMES
from license_gate.domain.verdict import ClauseName, Finding, ModelVerdict, Verdict
from license_gate.report import sentences
from license_gate.report.blocks import Block, Grouped, count, evidence_of, group
from license_gate.report.escape import code, markdown, one_line, secure_url
from license_gate.report.style import Style

_MOST_BLOCKS, _MOST_MODELS, _MOST_ROWS, _MOST_LINES = 10, 50, 20, 40


def render(verdict: Verdict, style: Style) -> str:
    """The whole summary: verdict, models, a section per question or cause, duties, questions."""
    groups = group(verdict)
    sections = [
        _headline(verdict, style),
        _models(verdict),
        *_blocks(groups, verdict, style),
        _others(groups),
        _bullets("Waived", [_waived(finding) for finding in groups.waived]),
        _bullets("Older, not counted", list(map(_excused, groups.older))),
        _bullets("Left to CI", [f"{markdown(f.owner)}: {_excused(f)}" for f in groups.left]),
        _bullets("To show, ship, name or pass on", _duties(verdict)),
        _bullets("Record next", [markdown(sentences.next_question(item)) for item in verdict.questions]),
        _bullets(
            "Skipped", [f"{code(item.what)}: {markdown(one_line(item.reason))}" for item in verdict.skipped]
        ),
        _run(verdict),
    ]
    return "\n".join("\n".join([*section, ""]) for section in sections if section)


def _headline(verdict: Verdict, style: Style) -> list[str]:
    counts = count(verdict)
    counted = sentences.counted(counts)
    new = (
        f" new since {markdown(sentences.name(verdict.run.new_since))}"
        if verdict.run.new_since and counted
        else ""
    )
    aside = "".join(f" {markdown(text)}." for text in sentences.uncounted(verdict, counts))
    forced = " Exit code 0: `--exit-zero`." if style.exit_zero else ""
    models = (
        sentences.number(len(verdict.models), "model")
        if verdict.models
        else "No AI model is declared or found here"
    )
    return [
        f"## license-gate: {sentences.gate(verdict)}",
        "",
        f"{counted + new + ' in ' if counted and verdict.models else ''}{models}.{aside}{forced}",
    ]


def _models(verdict: Verdict) -> list[str]:
    models = sorted(verdict.models, key=lambda m: (-OUTCOMES.index(m.outcome), m.model, m.product))
    rows = [_model(model) for model in models[:_MOST_MODELS]]
    hidden = len(models) - len(rows)
    if not rows:
        return []
    head = ["| Model | Product | Outcome | Licenses |", "| --- | --- | --- | --- |"]
    return [*head, *rows, *(["", f"And {hidden} more."] if hidden else [])]


def _model(model: ModelVerdict) -> str:
    ids = dict.fromkeys(code(sentences.name(item.license)) for item in model.effective_licenses)
    cells = (
        code(sentences.name(model.model)),
        code(sentences.name(model.product)),
        markdown(sentences.outcome(model)),
        ", ".join(ids) or "none known",
    )
    return f"| {' | '.join(cells)} |"


def _blocks(groups: Grouped, verdict: Verdict, style: Style) -> list[list[str]]:
    blocks = groups.blocks + (groups.notes if style.verbose else ())
    shown = [_block(block, verdict) for block in blocks[:_MOST_BLOCKS]]
    rest = [
        f"- {sentences.LEVEL_WORDS[block.level]} {code(sentences.label(block.first))} {markdown(sentences.title(block))}"
        for block in blocks[_MOST_BLOCKS:]
    ]
    return [*shown, _capped(rest)]


def _block(block: Block, verdict: Verdict) -> list[str]:
    finding = block.first
    alone = len(block.findings) == 1
    clause = finding.clause if len({row.clause for row in block.findings}) == 1 else None
    path = sentences.path(finding.path, finding.clause.license if finding.clause else "") if alone else ""
    word = sentences.LEVEL_WORDS[block.level].capitalize()
    return [
        f"### {word} {code(sentences.label(finding))} {markdown(sentences.title(block))}",
        "",
        *_rows(block, verdict),
        *([f"- **path** {markdown(path)}"] if path else []),
        *([f"- **term** {_term(clause)}"] if clause else []),
        *([f"- **quote** {markdown(sentences.quoted(block))}"] if sentences.quoted(block) else []),
        *(f"- **note** {markdown(one_line(note))}" for note in finding.notes[:_MOST_ROWS]),
        *_facts(finding),
        *([f"- **ask** {markdown(one_line(block.question.ask))}"] if block.question else []),
        f"- **verdict** {markdown(sentences.answered(finding))} ({code(sentences.ruled(finding, verdict.run.policies))})",
        *(f"- **fix** {markdown(text)}" for text in sentences.remedies(block)[:5]),
        f"- **why** {code(sentences.why(block))}",
    ]


def _rows(block: Block, verdict: Verdict) -> list[str]:
    rows = []
    for finding in block.findings[:_MOST_ROWS]:
        places = sentences.uses(finding, verdict.run.policies)
        parts = (sentences.place(places[0]) if places else "", sentences.name(finding.model), finding.product)
        rows.append("- " + " ".join(code(part) for part in parts if part))
    hidden = len(block.findings) - len(rows)
    return [row for row in rows if row != "- "] + ([f"- and {hidden} more"] if hidden else [])


def _facts(finding: Finding) -> list[str]:
    lines = []
    for item in evidence_of(finding.explanation)[:4]:
        source = sentences.source(item)
        lines.append(
            f"- **fact** {markdown(sentences.fact(item))}" + (f" ({markdown(source)})" if source else "")
        )
    return lines


def _term(clause: ClauseName) -> str:
    url = secure_url(clause.url)
    where = markdown(sentences.section(clause.name or clause.license, clause.section))
    return f"{f'[{where}]({url})' if url else where}: {markdown(one_line(clause.says))}"


def _others(groups: Grouped) -> list[str]:
    lines = [
        f"- {sentences.LEVEL_WORDS[item.level]}: {markdown(sentences.fields(item))}" for item in groups.fields
    ]
    if groups.unlocked:
        word = sentences.LEVEL_WORDS[groups.unlocked[0].level]
        lines.append(f"- {word}: {markdown(sentences.unlocked(groups.unlocked))}")
    return lines


def _waived(finding: Finding) -> str:
    return f"{code(finding.waived_by)} {_excused(finding)}"


def _excused(finding: Finding) -> str:
    return f"{code(sentences.label(finding))} {markdown(one_line(finding.title))}"


def _duties(verdict: Verdict) -> list[str]:
    """Task boxes, ticked where the duty is fulfilled."""
    return [
        f"[{'x' if duty.status == 'met' else ' '}] {code(sentences.name(model.model))} "
        f"{sentences.STATUS_WORDS[duty.status]}: {markdown(sentences.duty(duty))}"
        for model in verdict.models
        for duty in model.obligations
    ]


def _bullets(title: str, items: list[str]) -> list[str]:
    return [f"### {title}", "", *_capped([f"- {item}" for item in items])] if items else []


def _capped(lines: list[str]) -> list[str]:
    hidden = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], f"- and {hidden} more"] if hidden > 0 else lines


def _run(verdict: Verdict) -> list[str]:
    general = sentences.general(verdict)
    texts = [
        general,
        *sentences.narrowed(verdict),
        *(f"note: {one_line(note)}" for note in verdict.run.notes),
        sentences.judged(verdict),
    ]
    return ["<sub>" + "<br>".join(markdown(text) for text in texts if text) + "</sub>"]
