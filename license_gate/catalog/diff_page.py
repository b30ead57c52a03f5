"""The differences of two editions as a page, and as values for JSON."""

from __future__ import annotations

from typing import Any

from license_gate.catalog.condition_diff import Change
from license_gate.catalog.diff import Changed, Difference, Theme
from license_gate.catalog.page import WIDTH, capital, fill, row
from license_gate.conditions.phrases import sentence
from license_gate.domain.condition import EVERY
from license_gate.domain.license import Clause, Edition
from license_gate.domain.vocabulary import Vocabulary

_SHORT = 48  # characters up to which both sides of a change stand in one line


def diff_page(found: Difference, words: Vocabulary, width: int = WIDTH) -> str:
    """One page, by theme: what is only in one of the two, and what is in both but differs."""
    head = fill(_title(found.before), width, "from ", "     ")
    head += fill(_title(found.after), width, "to   ", "     ")
    head += [line for change in found.about for line in _change(change, width, 2)]
    themes = [_theme(theme, found, words, width) for theme in found.themes]
    blocks = [head, *themes, _same(found, words, width)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def diff_values(found: Difference, words: Vocabulary) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "from": _edition(found.before),
        "to": _edition(found.after),
        "about": [change._asdict() for change in found.about],
        "themes": [
            {
                "theme": theme.name,
                "only_from": [_clause(clause, words) for clause in theme.only_before],
                "only_to": [_clause(clause, words) for clause in theme.only_after],
                "changed": [
                    {
                        "from": _clause(each.before, words),
                        "to": _clause(each.after, words),
                        "changes": [change._asdict() for change in each.changes],
                    }
                    for each in theme.changed
                ],
            }
            for theme in found.themes
        ],
        "same": [clause.id for clause in found.same],
    }


def _title(edition: Edition) -> str:
    theirs = "" if edition.source == "catalog" else f"; your organization's own entry, {edition.source}"
    return f"{edition.name} ({edition.id}, {edition.date or 'undated'}{theirs})"


def _theme(theme: Theme, found: Difference, words: Vocabulary, width: int) -> list[str]:
    lines = [theme.name.upper()]
    for side, clauses in ((found.before, theme.only_before), (found.after, theme.only_after)):
        for clause in clauses:
            lines += _alone(clause, side, words, width)
    for each in theme.changed:
        lines += _changed(each, words, width)
    return lines


def _alone(clause: Clause, side: Edition, words: Vocabulary, width: int) -> list[str]:
    lines = fill(
        f"only in {side.id}: {words.kinds[clause.kind].title} ({clause.section})", width, "  ", "      "
    )
    lines += fill(capital(clause.says) + ".", width, "      ")
    return lines + (row("when", sentence(clause.when), width, 6) if clause.when != EVERY else [])


def _changed(each: Changed, words: Vocabulary, width: int) -> list[str]:
    sections = dict.fromkeys((each.before.section, each.after.section))
    title = f"changed: {words.kinds[each.before.kind].title} ({' -> '.join(sections)})"
    lines = fill(title, width, "  ", "      ")
    return [*lines, *(line for change in each.changes for line in _change(change, width, 6))]


def _change(change: Change, width: int, indent: int) -> list[str]:
    """`what      before -> after` in one line where it fits, else one side under the other."""
    sides = [text for text in (change.before, change.after) if text]
    if len(sides) == 1 and " " in change.what:
        return fill(f"{change.what} {sides[0]}", width, " " * indent, " " * (indent + 4))
    if max(map(len, sides), default=0) <= _SHORT:
        return row(change.what, f"{change.before or 'none'} -> {change.after or 'none'}", width, indent)
    return [
        *row(change.what, f"was: {change.before or 'none'}", width, indent),
        *row("", f"now: {change.after or 'none'}", width, indent),
    ]


def _same(found: Difference, words: Vocabulary, width: int) -> list[str]:
    count = len(found.same)
    if not count:
        return ["No term is the same in both."]
    titles = dict.fromkeys(words.kinds[clause.kind].title for clause in found.same)
    noun = "term is" if count == 1 else "terms are"
    return fill(f"{count} {noun} the same in both: {', '.join(titles)}.", width)


def _edition(edition: Edition) -> dict[str, str]:
    keys = ("id", "name", "category", "licensor", "date", "released", "source")
    return {key: getattr(edition, key) for key in keys}


def _clause(clause: Clause, words: Vocabulary) -> dict[str, str]:
    return {
        "id": clause.id,
        "kind": clause.kind,
        "title": words.kinds[clause.kind].title,
        "section": clause.section,
        "effect": clause.effect,
        "says": clause.says,
        "when": "" if clause.when == EVERY else sentence(clause.when),
    }
