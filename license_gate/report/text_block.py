"""One block of the text report: what is wrong, where, why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from license_gate.domain.answers import Level
from license_gate.domain.verdict import Finding, ModelVerdict, Verdict
from license_gate.report import sentences
from license_gate.report.blocks import Block, evidence_of
from license_gate.report.escape import one_line
from license_gate.report.layout import (
    BOLD,
    CYAN,
    INDENT,
    LABEL,
    RED,
    YELLOW,
    columns,
    cut,
    labelled,
    numbered,
    paint,
    wrap,
)
from license_gate.report.quote import quote
from license_gate.report.style import Style

COLORS: dict[Level, str] = {"fail": f"{BOLD};{RED}", "warn": f"{BOLD};{YELLOW}", "note": CYAN}
_MOST_ROWS, _MOST_FACTS, _MOST_REMEDIES, _MOST_NOTES = 8, 4, 5, 6
_WHOLE_NOTES = 2  # so few are never cut


class Scene(NamedTuple):
    """What a block needs besides its findings."""

    style: Style
    policies: tuple[str, ...]
    models: Mapping[tuple[str, str], ModelVerdict]  # by (model, product)


def scene(verdict: Verdict, style: Style) -> Scene:
    """Looks up what all blocks of a report share."""
    models = {(model.model, model.product): model for model in verdict.models}
    return Scene(style, verdict.run.policies, models)


def block_lines(block: Block, at: Scene) -> list[str]:
    """The whole block."""
    alone = len(block.findings) == 1
    lines = heading(block, at.style)
    lines += _spot(block.first, at) if alone else _rows(block, at)
    lines += _path(block.first, at.style) if alone else []
    lines += (
        _term(block, at.style) + _quote(block, at.style) + _notes(block, at.style) + _facts(block, at.style)
    )
    lines += _ask(block, at.style) + _answer(block, at)
    lines += _fix(block, at.style)
    return [*lines, *labelled("why", sentences.why(block), at.style.width)]


def heading(block: Block, style: Style) -> list[str]:
    """`error[LG301 user-limit] chat-web needs a separate license from Meta for Llama 2`."""
    mark = f"{sentences.LEVEL_WORDS[block.level]}[{sentences.label(block.first)}]"
    first, *rest = wrap(f"{mark} {sentences.title(block)}", style.width, "", "  ")
    return [first.replace(mark, paint(mark, COLORS[block.level], on=style.color), 1), *rest]


def one_liner(block: Block, at: Scene) -> list[str]:
    """A block in one line, for reports that would be too long otherwise."""
    places = sentences.uses(block.first, at.policies)
    aside = f" ({sentences.place(places[0])})" if places else ""
    mark = f"{sentences.LEVEL_WORDS[block.level]}[{sentences.label(block.first)}]"
    line = f"{mark} {sentences.title(block)}{aside}"
    first, *rest = wrap(line, at.style.width, "", "  ")
    return [first.replace(mark, paint(mark, COLORS[block.level], on=at.style.color), 1), *rest]


def _spot(finding: Finding, at: Scene) -> list[str]:
    """The line in the user's file."""
    model = at.models.get((finding.model, finding.product))
    subject = sentences.subject(finding, model)
    places = sentences.uses(finding, at.policies)
    if not places:
        return wrap(subject, at.style.width, "  --> ") if subject else []
    where, others = places[0], len(places) - 1
    text = sentences.place(where, column=True) + (f"    {subject}" if subject else "")
    more = f"    (and {sentences.number(others, 'other place')})" if others else ""
    lines = _arrow(text + more, at.style)
    line = at.style.line(where)
    return [*lines, *(quote(line, where, finding.model, at.style.width) if line is not None else [])]


def _arrow(text: str, style: Style) -> list[str]:
    line = f"  --> {text}"
    return [line] if len(line) <= style.width else wrap(text, style.width, "  --> ")


def _rows(block: Block, at: Scene) -> list[str]:
    """The models, products and terms that one fact or cause decides."""
    shown = block.findings if at.style.verbose else block.findings[:_MOST_ROWS]
    rows = [_row(finding, block, at) for finding in shown]
    lines = columns(rows, at.style.width, " " * 12)
    left = len(block.findings) - len(shown)
    lines += [" " * 12 + f"and {left} more (--verbose)"] if left else []
    if not lines:
        return []
    lead = "  decides   " if block.question else "  concerns  "
    return [lead + lines[0][12:], *lines[1:]]


def _row(finding: Finding, block: Block, at: Scene) -> tuple[str, str, str, str]:
    places = sentences.uses(finding, at.policies)
    clause = finding.clause if block.question else None
    term = sentences.section(clause.license, clause.section) if clause else ""
    via = f"via {sentences.name(finding.path[-1].model)}" if len(finding.path) > 1 else ""
    return (
        sentences.place(places[0]) if places else "",
        sentences.name(finding.model),
        "" if finding.product == "default" else sentences.name(finding.product),
        " ".join(text for text in (term, via) if text),
    )


def _path(finding: Finding, style: Style) -> list[str]:
    text = sentences.path(finding.path, finding.clause.license if finding.clause else "")
    return labelled("path", text, style.width) if text else []


def _term(block: Block, style: Style) -> list[str]:
    """The term, where all findings of the block mean the same one."""
    terms = {finding.clause for finding in block.findings}
    clause = block.first.clause
    return labelled("term", sentences.term(clause), style.width) if clause and len(terms) == 1 else []


def _quote(block: Block, style: Style) -> list[str]:
    """Where the term stands in the user's own copy of the license."""
    text = sentences.quoted(block)
    return labelled("quote", text, style.width) if text else []


def _notes(block: Block, style: Style) -> list[str]:
    """Short lines of the finding itself, such as the terms that a declared license leaves out."""
    notes = [one_line(note) for note in block.first.notes]
    if style.verbose or len(notes) <= _WHOLE_NOTES:
        shown = notes
    else:
        left = len(notes) - _MOST_NOTES
        shown = [cut(note, style.width - LABEL - INDENT) for note in notes[:_MOST_NOTES]]
        shown += [f"and {left} more (--verbose)"] if left > 0 else []
    labels = ["note", *[""] * len(shown)]
    return [
        line
        for label, note in zip(labels, shown, strict=False)
        for line in labelled(label, note, style.width)
    ]


def _facts(block: Block, style: Style) -> list[str]:
    facts = evidence_of(block.first.explanation)
    lines: list[str] = []
    for item in facts[:_MOST_FACTS]:
        label = "" if lines else "fact"
        lines += labelled(label, sentences.fact(item), style.width, sentences.source(item))
    left = len(facts) - _MOST_FACTS
    return lines + (
        labelled("", f"and {sentences.number(left, 'other fact')}", style.width) if left > 0 else []
    )


def _ask(block: Block, style: Style) -> list[str]:
    question = block.question
    if not question or not question.ask:
        return []
    owner = f"answered by {sentences.name(question.owner)}" if question.owner else ""
    return labelled("ask", one_line(question.ask), style.width, owner)


def _answer(block: Block, at: Scene) -> list[str]:
    finding = block.first
    text = sentences.answered(finding) if len(block.findings) == 1 or not block.question else finding.answer
    return labelled("verdict", text, at.style.width, sentences.ruled(finding, at.policies))


def _fix(block: Block, style: Style) -> list[str]:
    remedies = sentences.remedies(block)
    if not style.verbose and len(remedies) > _MOST_REMEDIES:
        left = len(remedies) - _MOST_REMEDIES
        remedies = [*remedies[:_MOST_REMEDIES], f"or one of {left} more (--verbose)"]
    return numbered(remedies, style.width, "fix") if remedies else []
