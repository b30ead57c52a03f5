"""license-policy.yaml: one document, before what it extends is merged in (see extends.py)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar, cast, get_args

from license_gate.documents.agreements import read_agreement, read_choice_made
from license_gate.documents.baseline import read_cap
from license_gate.documents.facts import ANYWHERE, read_entries
from license_gate.documents.policy_tests import read_policy_test
from license_gate.documents.reading import (
    Section,
    check_relative,
    open_section,
    read_choice,
    read_mapping,
)
from license_gate.documents.rules import read_level, read_rules
from license_gate.documents.version import check_version
from license_gate.documents.waivers import check_ids, read_waiver_list
from license_gate.documents.wording import Notes
from license_gate.domain.answers import LEVELS, Ignorance, Level
from license_gate.domain.facts import Entry
from license_gate.domain.place import Place, Problem
from license_gate.domain.policy import Loosening, Policy
from license_gate.domain.tree import Mapping, Node
from license_gate.domain.vocabulary import Vocabulary

POLICY_KEYS = (
    "version", "name", "extends", "on_unknown", "assume", "rules", "agreements", "choices", "waivers",
    "loosen", "inheritance", "grace_days", "baseline", "tests",
)  # fmt: skip
LOOSEN_KEYS = ("rule", "on_unknown", "to", "reason", "approved_by", "until")
IGNORANCE: tuple[Ignorance, ...] = get_args(Ignorance)
CELLS = ("I", "N", "U", "C", "X")
BUILTIN = "builtin:"

Read = TypeVar("Read")
_Reader = Callable[[Node, Vocabulary, Notes], "Read | None"]


class PolicyDocument(NamedTuple):
    """What one document says by itself, with the places that merging needs for its messages."""

    policy: Policy
    extends: tuple[tuple[str, Place], ...] = ()
    unknown_places: tuple[tuple[str, Place], ...] = ()  # class of ignorance -> where its level is set
    grace_place: Place = Place("")
    baseline_place: Place = Place("")


def read_policy(root: Node, file: str, words: Vocabulary, problems: list[Problem]) -> PolicyDocument:
    """Read one policy; `extends.resolve_policy` merges it with what it extends."""
    notes = Notes(problems)
    section = open_section(root, "a policy", POLICY_KEYS, notes)
    if section is None:
        return PolicyDocument(Policy("", file, place=root.place))
    check_version(section.mapping, "a policy", notes)
    extends = tuple(pair for pair in section.named_places("extends") if _check_parent(pair, notes))
    unknown, places = _on_unknown(section)
    policy = Policy(
        section.name("name"),
        file,
        rules=read_rules(section.entries("rules"), words, notes),
        on_unknown=unknown,
        assume=_assume(section, words),
        agreements=_read_all(section, "agreements", read_agreement, words),
        waivers=read_waiver_list(section, words),
        choices=_read_all(section, "choices", read_choice_made, words),
        tests=_read_all(section, "tests", read_policy_test, words),
        loosened=_read_all(section, "loosen", _loosening, words),
        inheritance=_inheritance(section, words),
        grace_days=section.whole("grace_days"),
        extends=tuple(name for name, _ in extends),
        place=section.start,
        longest_baseline=read_cap(section),
    )
    check_ids(policy.agreements, "agreement", notes)
    return PolicyDocument(policy, extends, places, section.place("grace_days"), section.place("baseline"))


def _read_all(section: Section, key: str, read: _Reader[Read], words: Vocabulary) -> tuple[Read, ...]:
    entries = (read(node, words, section.notes) for node in section.items(key))
    return tuple(entry for entry in entries if entry is not None)


def _check_parent(parent: tuple[str, Place], notes: Notes) -> bool:
    name, place = parent
    if "://" in name:
        notes.wrong(place, name, "cannot be fetched here: keep a copy in the repository and name its path")
        return False
    return name.startswith(BUILTIN) or check_relative(name, place, notes)


def _on_unknown(
    section: Section,
) -> tuple[tuple[tuple[Ignorance, Level], ...], tuple[tuple[str, Place], ...]]:
    levels: list[tuple[Ignorance, Level]] = []
    places: list[tuple[str, Place]] = []
    for pair in section.entries("on_unknown").pairs:
        level = read_choice(pair.value, "level", LEVELS, section.notes)
        if pair.key.text not in IGNORANCE:
            section.notes.unknown_key(pair.key.place, "key in on_unknown:", pair.key.text, IGNORANCE)
        elif level:
            levels.append((pair.key.text, cast("Level", level)))
            places.append((pair.key.text, pair.key.place))
    return tuple(levels), tuple(places)


def _assume(section: Section, words: Vocabulary) -> tuple[Entry, ...]:
    """Facts that hold where nobody recorded them; only what can make terms apply, never take one away."""
    entries = read_entries(section.mapping.get("assume"), ANYWHERE, words, section.notes)
    for entry in entries:
        strict = words.facts[entry.fact].strict
        value = str(entry.value).lower() if isinstance(entry.value, bool) else entry.value
        if value not in strict:
            allowed = f"only as {' or '.join(strict)}" if strict else "not at all"
            section.notes.add(entry.place, f"'{entry.fact}' can be assumed {allowed}: record it instead")
    return tuple(entry._replace(origin="assumed", because="the policy") for entry in entries)


def _loosening(node: Node, _words: Vocabulary, notes: Notes) -> Loosening | None:
    section = open_section(node, "loosen", LOOSEN_KEYS, notes, required=("to", "reason", "approved_by"))
    if section is None:
        return None
    if section.has("rule") == section.has("on_unknown"):
        notes.add(section.start, "exactly one of 'rule:' or 'on_unknown:' is needed")
    ignorance = section.choice("on_unknown", "class of ignorance", IGNORANCE)
    return Loosening(
        subject=f"on_unknown.{ignorance}" if ignorance else section.name("rule"),
        to=read_level(section, "to"),
        reason=section.text("reason"),
        approved_by=section.name("approved_by"),
        place=section.start,
        until=section.day("until"),
    )


def _inheritance(section: Section, words: Vocabulary) -> tuple[tuple[str, str, str], ...]:
    cells = []
    for row in section.entries("inheritance").pairs:
        relation = words.relations.get(row.key.text, "")
        if not relation:
            section.notes.unknown(row.key.place, "relation", row.key.text, words.relations)
        columns = read_mapping(row.value, "inheritance", section.notes) or Mapping((), row.value.place)
        for pair in columns.pairs:
            cell = read_choice(pair.value, "cell", CELLS, section.notes)
            if pair.key.text not in words.columns:
                section.notes.unknown(pair.key.place, "column", pair.key.text, sorted(words.columns))
            elif relation and cell:
                cells.append((relation, pair.key.text, cell))
    return tuple(cells)
