"""One edition as a page that a person can read, check against the text and sign."""

from __future__ import annotations

from license_gate.catalog.lookup import Catalog
from license_gate.catalog.page import EFFECTS, WIDTH, capital, fill, label_of, listed, row
from license_gate.catalog.travel import travels
from license_gate.conditions.phrases import sentence
from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Unclear
from license_gate.domain.license import Clause, Edition


def show(edition: Edition, catalog: Catalog, width: int = WIDTH) -> str:
    """The page of one edition; no line is wider than `width` columns, long addresses aside."""
    parts = [
        _head(edition, catalog, width),
        *_themes(edition, catalog, width),
        _travel(edition, catalog, width),
        _questions(edition, catalog, width),
        listed("Silent on", [", ".join(edition.silent_on)] if edition.silent_on else [], width),
        listed("Notes", edition.notes, width),
        listed("Sources", _sources(edition), width),
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
    lines = [*fill(edition.name, width), *fill("; ".join(fact for fact in facts if fact), width)]
    lines += row("id", ", ".join((edition.id, *edition.names)), width)
    if edition.released:
        lines += row("released", f"{edition.released}; some terms look at the month before", width)
    if not edition.verified:
        lines += row("unread", edition.missing or "the text was not read: every answer is undecided", width)
    if edition.source != "catalog":
        lines += row("from", f"{edition.source}, your organization's own entry", width)
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
    lines = fill(f"{clause.section}: {kind.title} ({EFFECTS[clause.effect]}; {clause.id})", width, "  ")
    lines += fill(capital(clause.says) + ".", width, "      ")
    if clause.when != EVERY:
        lines += row("when", sentence(clause.when), width, 6)
    if clause.id in lifted:
        exception = lifted[clause.id]
        lines += row("except", f"{exception.section}: {exception.says}", width, 6)
    if clause.met is not None:
        lines += row("done", sentence(clause.met), width, 6)
    for name, value in clause.parameters:
        text = value if isinstance(value, str) else "; ".join(value)
        lines += row(label_of(name), text, width, 6)
    if clause.locator and edition.source == "catalog":
        lines += row("find", f'"{clause.locator}"', width, 6)
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
        lines += fill(f"to {'; to '.join(alike[key])}:", width, "  ")
        for word, clauses in found.items():
            told = "every term that asks something of you" if len(found) == 1 else ", ".join(clauses)
            lines += row(word, told, width, 6)
    return ["WHAT TRAVELS TO WHAT IS MADE FROM IT", *lines] if lines else []


def _questions(edition: Edition, catalog: Catalog, width: int) -> list[str]:
    lines = []
    for name in asked(edition, catalog):
        fact = catalog.words.facts[name]
        lines += fill(f"{name} ({fact.owner}): {fact.ask or fact.means}", width, "  ", "      ")
    return ["QUESTIONS IT ASKS", *lines] if lines else []


def _sources(edition: Edition) -> tuple[str, ...]:
    reviewed = f"read and encoded on {edition.reviewed_on}" if edition.reviewed_on else ""
    return tuple(text for text in (*edition.urls, reviewed) if text)
