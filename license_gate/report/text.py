"""The report for a terminal: a block per question or cause, then a summary that fits a screen."""

from __future__ import annotations

from license_gate.domain.verdict import Verdict
from license_gate.report import sentences
from license_gate.report.blocks import Block, Grouped, group
from license_gate.report.escape import one_line
from license_gate.report.layout import finish, paint, wrap
from license_gate.report.style import Style
from license_gate.report.summary import summary_lines
from license_gate.report.text_block import COLORS, Scene, block_lines, one_liner, scene

_MOST_BLOCKS = 10


def render(verdict: Verdict, style: Style) -> str:
    """The whole report; one line where there is nothing to judge."""
    if _empty(verdict):
        notes = [line for note in verdict.run.notes for line in wrap(f"note: {one_line(note)}", style.width)]
        return finish([*notes, f"{sentences.gate(verdict)}: no AI model is declared or found here"])
    groups = group(verdict)
    found = _findings(groups, scene(verdict, style))
    if found and verdict.run.new_since:
        found = [*wrap(f"new since {sentences.name(verdict.run.new_since)}", style.width), "", *found]
    return finish([*found, *summary_lines(verdict, groups, style)])


def _empty(verdict: Verdict) -> bool:
    return not (verdict.models or verdict.findings or verdict.attestations or verdict.skipped)


def _findings(groups: Grouped, at: Scene) -> list[str]:
    blocks = groups.blocks + (groups.notes if at.style.verbose else ())
    shown = len(blocks) if at.style.verbose or len(blocks) == _MOST_BLOCKS + 1 else _MOST_BLOCKS
    lines = [line for block in blocks[:shown] for line in [*block_lines(block, at), ""]]
    rest = _rest(blocks[shown:], at) + _singles(groups, at.style)
    return [*lines, *rest, *([""] if rest else [])]


def _rest(blocks: tuple[Block, ...], at: Scene) -> list[str]:
    """The blocks past the cap, a line each: nothing that counts is left out."""
    return [line for block in blocks for line in one_liner(block, at)]


def _singles(groups: Grouped, style: Style) -> list[str]:
    """Causes that are one line whatever their number: models not locked, fields of use not stated."""
    items = [(item.level, sentences.fields(item)) for item in groups.fields]
    if groups.unlocked:
        items.append((groups.unlocked[0].level, sentences.unlocked(groups.unlocked)))
    lines: list[str] = []
    for level, text in items:
        word = sentences.LEVEL_WORDS[level]
        first, *rest = wrap(f"{word}: {text}", style.width, "", "  ")
        lines += [first.replace(word, paint(word, COLORS[level], on=style.color), 1), *rest]
    return lines
