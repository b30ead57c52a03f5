"""What a rule looks at: the keys of `forbid:` and `allow:`, and the names of terms."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import get_args

from license_gate.documents.reading import Section, open_section
from license_gate.documents.wording import Notes
from license_gate.domain.answers import EVIDENCE, Openness
from license_gate.domain.place import Place
from license_gate.domain.policy import SELECTOR_KEYS, Selector
from license_gate.domain.tree import Node
from license_gate.domain.vocabulary import CATEGORIES, Vocabulary
from license_gate.domain.wording import shown


def read_selector(node: Node, what: str, words: Vocabulary, notes: Notes) -> Selector | None:
    """Read the value of `forbid:` or `allow:`."""
    section = open_section(node, what, SELECTOR_KEYS, notes)
    if section is None:
        return None
    if not section.mapping.pairs:
        notes.add(node.place, f"'{what}:' selects nothing: write one of {', '.join(SELECTOR_KEYS)}")
    keys = [key for key in SELECTOR_KEYS if section.has(key)]
    return Selector(tuple((key, _values(section, key, words)) for key in keys))


def _values(section: Section, key: str, words: Vocabulary) -> tuple[str, ...]:
    if key == "clause":
        return read_clauses(section, key, words)
    known = _known(key, words)
    if known is None:
        return section.names(key)
    values = section.choices(key, key, known)
    return tuple(words.relations[value] for value in values) if key == "relation" else values


def _known(key: str, words: Vocabulary) -> Collection[str] | None:
    """The ids that a key takes; None for names that only the repository knows."""
    acts = words.facts.get("use.acts")
    return {
        "category": CATEGORIES,
        "license": words.editions,
        "openness": get_args(Openness),
        "relation": words.relations,
        "use": acts.values if acts else (),
        "evidence": EVIDENCE,
    }.get(key)


def read_clauses(
    section: Section, key: str, words: Vocabulary, licenses: Iterable[str] = ()
) -> tuple[str, ...]:
    """Names of terms: a kind, EDITION#ID, or an id of one of the `licenses` named beside it."""
    ids = {clause for license_id in licenses for clause in words.clauses.get(license_id, ())}
    names = section.named_places(key)
    for name, place in names:
        if name not in words.kinds and name not in ids:
            _check_clause(name, place, words, section.notes)
    return tuple(name for name, _ in names)


def _check_clause(name: str, place: Place, words: Vocabulary, notes: Notes) -> None:
    edition, hash_mark, clause = name.partition("#")
    if not hash_mark:
        notes.unknown(place, "clause", name, words.kinds)
    elif edition not in words.editions:
        notes.unknown(place, "license", edition, words.editions)
    elif clause not in words.clauses.get(edition, frozenset()):
        known = sorted(words.clauses.get(edition, ()))
        notes.unknown(place, f"clause of {shown(edition)}", clause, known)
