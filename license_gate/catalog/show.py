"""One edition as a page that a person can read, check against the text and sign."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from license_gate.catalog.lookup import Catalog
from license_gate.catalog.travel import travels
from license_gate.conditions.phrases import sentence
from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Unclear
from license_gate.domain.license import Clause, Edition

WIDTH = 110
EFFECTS = {
    "prohibits": "forbidden",
    "withholds": "needs a license of its own",
    "ends": "ends the rights",
    "requires": "duty",
    "permits": "permission",
    "reserves": "kept by the licensor",
    "defines": "meaning",
    "disclaims": "not promised",
}
PARAMETERS = {
    "display": "show",
    "where": "where",
    "file": "file",
    "text": "line",
    "prefix": "begins with",
    "policy_url": "policy",
    "ask": "obtain",
}


def show(edition: Edition, catalog: Catalog, width: int = WIDTH) -> str:
    """The page of one edition; no line is wider than `width` columns, long addresses aside."""
    parts = [
        _head(edition, catalog, width),
        *_themes(edition, catalog, width),
        _travel(edition, catalog, width),
        _questions(edition, catalog, width),
        _listed("Silent on", [", ".join(edition.silent_on)] if edition.silent_on else [], width),
        _listed("Notes", edition.notes, width),
        _listed("Sources", _sources(edition), width),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def facts_of(condition: Condition | None) -> tuple[str, ...]:
    """The facts that a condition asks for, each once, in its order."""
    if condition is None:
        return ()
    if isinstance(condition, Leaf):
        return (condition.fact,)
    parts: tuple[Condition, ...]
    if isinstance(condition, Group):
        parts = (*condition.all, *condition.any, *condition.none)
    else:
        parts = (condition.when,) if isinstance(condition, Unclear) else condition.parts
    return tuple(dict.fromkeys(fact for part in parts for fact in facts_of(part)))


def asked(edition: Edition, catalog: Catalog) -> tuple[str, ...]:
    """The facts that somebody has to answer for this edition: no derived ones and none that is never asked."""
    named = (fact for clause in edition.clauses for fact in (*facts_of(clause.when), *facts_of(clause.met)))
    facts = catalog.words.facts
    return tuple(fact for fact in dict.fromkeys(named) if fact in facts and facts[fact].asked != "never")


def _head(edition: Edition, catalog: Catalog, width: int) -> list[str]:
    licensor = catalog.words.licensors.get(edition.licensor, edition.licensor)
    approved = "approved by the OSI" if edition.osi_approved else "not approved by the OSI"
    free = (
        "on the FSF's list of free licenses" if edition.fsf_free else "not on the FSF's list of free licenses"
    )
    status = [approved, free] if edition.verified else []
    facts = [licensor, edition.date or "undated", edition.category, *status]
    lines = [*_fill(edition.name, width), *_fill("; ".join(fact for fact in facts if fact), width)]
    lines += _row("id", ", ".join((edition.id, *edition.names)), width)
    if edition.released:
        lines += _row("released", f"{edition.released}; some terms look at the month before", width)
    if not edition.verified:
        lines += _row("unread", edition.missing or "the text was not read: every answer is undecided", width)
    if edition.source != "catalog":
        lines += _row("from", f"{edition.source}, your organization's own entry", width)
    return lines


def _themes(edition: Edition, catalog: Catalog, width: int) -> list[list[str]]:
    """The terms, grouped by theme in the order of the table of kinds."""
    kinds = catalog.words.kinds
    themes = dict.fromkeys(kind.theme for kind in kinds.values())
    lifted = {name: clause for clause in edition.clauses for name in clause.lifts}
    return [
        [
            theme.upper(),
            *(line for clause in found for line in _clause(clause, edition, lifted, catalog, width)),
        ]
        for theme in themes
        if (
            found := [
                clause
                for clause in edition.clauses
                if clause.kind in kinds and kinds[clause.kind].theme == theme
            ]
        )
    ]


def _clause(
    clause: Clause, edition: Edition, lifted: dict[str, Clause], catalog: Catalog, width: int
) -> list[str]:
    kind = catalog.words.kinds[clause.kind]
    lines = _fill(f"{clause.section}: {kind.title} ({EFFECTS[clause.effect]}; {clause.id})", width, "  ")
    lines += _fill(_capital(clause.says) + ".", width, "      ")
    if clause.when != EVERY:
        lines += _row("when", sentence(clause.when), width, 6)
    if clause.id in lifted:
        exception = lifted[clause.id]
        lines += _row("except", f"{exception.section}: {exception.says}", width, 6)
    if clause.met is not None:
        lines += _row("done", sentence(clause.met), width, 6)
    for name, value in clause.parameters:
        text = value if isinstance(value, str) else "; ".join(value)
        lines += _row(PARAMETERS.get(name, name.replace("_", " ")), text, width, 6)
    if clause.locator and edition.source == "catalog":
        lines += _row("find", f'"{clause.locator}"', width, 6)
    return lines


def _travel(edition: Edition, catalog: Catalog, width: int) -> list[str]:
    """Steps with the same fate stand together; terms without a step are those that ask nothing of the user."""
    alike: dict[str, list[str]] = {}
    fates: dict[str, dict[str, tuple[str, ...]]] = {}
    for step, found in travels(edition, catalog).items():
        alike.setdefault(str(found), []).append(step)
        fates[str(found)] = found
    lines = []
    for key, found in fates.items():
        lines += _fill(f"to {'; to '.join(alike[key])}:", width, "  ")
        for word, clauses in found.items():
            told = "every term that asks something of you" if len(found) == 1 else ", ".join(clauses)
            lines += _row(word, told, width, 6)
    return ["WHAT TRAVELS TO WHAT IS MADE FROM IT", *lines] if lines else []


def _questions(edition: Edition, catalog: Catalog, width: int) -> list[str]:
    lines = []
    for name in asked(edition, catalog):
        fact = catalog.words.facts[name]
        lines += _fill(f"{name} ({fact.owner}): {fact.ask or fact.means}", width, "  ", "      ")
    return ["QUESTIONS IT ASKS", *lines] if lines else []


def _sources(edition: Edition) -> tuple[str, ...]:
    reviewed = f"read and encoded on {edition.reviewed_on}" if edition.reviewed_on else ""
    return tuple(text for text in (*edition.urls, reviewed) if text)


def _listed(title: str, texts: Iterable[str], width: int) -> list[str]:
    lines = [line for text in texts for line in _fill(text, width, "  ", "    ")]
    return [title.upper(), *lines] if lines else []


def _row(label: str, text: str, width: int, indent: int = 2) -> list[str]:
    return _fill(text, width, f"{' ' * indent}{label:<9} ", " " * (indent + 10))


def _fill(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Wrapped text; what cannot be seen is shown as an escape, for an organization's own entries are files."""
    safe = "".join(
        mark if mark.isprintable() else " " if mark.isspace() else repr(mark)[1:-1] for mark in text
    )
    return wrap(
        safe,
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
