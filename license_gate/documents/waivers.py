"""Waivers: dated, reasoned, approved exceptions, in a policy or in the waivers.yaml beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from license_gate.documents.reading import Section, open_section
from license_gate.documents.rules import BUILTIN_RULES
from license_gate.documents.selectors import read_clauses
from license_gate.documents.version import check_version
from license_gate.documents.wording import Notes
from license_gate.domain.place import Place, Problem
from license_gate.domain.policy import Agreement, Waiver
from license_gate.domain.tree import Node
from license_gate.domain.vocabulary import Vocabulary
from license_gate.domain.wording import shown

WAIVERS_KEYS = ("version", "waivers")
WAIVER_KEYS = (
    "id", "rule", "models", "clauses", "licenses", "products", "revision", "reason", "approved_by", "until",
)  # fmt: skip
REQUIRED = ("id", "rule", "reason", "approved_by", "until")


def read_waivers(root: Node, file: str, words: Vocabulary, problems: list[Problem]) -> tuple[Waiver, ...]:
    """Read a waivers.yaml; `check_waived_rules` then compares its rules with the policy's."""
    notes = Notes(problems)
    section = open_section(root, file, WAIVERS_KEYS, notes)
    if section is None:
        return ()
    check_version(section.mapping, "waivers.yaml", notes)
    return read_waiver_list(section, words)


def read_waiver_list(section: Section, words: Vocabulary) -> tuple[Waiver, ...]:
    """Read the value of `waivers:`."""
    read = (_waiver(node, words, section.notes) for node in section.items("waivers"))
    waivers = tuple(waiver for waiver in read if waiver is not None)
    check_ids(waivers, "waiver", section.notes)
    return waivers


def check_waived_rules(waivers: Iterable[Waiver], rules: Collection[str], problems: list[Problem]) -> None:
    """Report a waiver of a rule that neither the policy nor the gate has."""
    notes = Notes(problems)
    known = dict.fromkeys((*rules, *BUILTIN_RULES))
    for waiver in waivers:
        if waiver.rule and waiver.rule not in known:
            notes.unknown(waiver.place, "rule", waiver.rule, known)


def check_ids(entries: Iterable[Waiver | Agreement], what: str, notes: Notes) -> None:
    """Report an id that is used twice: reports and reviews go by it."""
    first: dict[str, Place] = {}
    for entry in entries:
        if entry.id and entry.id in first:
            notes.add(entry.place, f"{what} {shown(entry.id)} is already written at {first[entry.id]}")
        first.setdefault(entry.id, entry.place)


def _waiver(node: Node, words: Vocabulary, notes: Notes) -> Waiver | None:
    section = open_section(node, "a waiver", WAIVER_KEYS, notes, REQUIRED)
    if section is None:
        return None
    licenses = section.choices("licenses", "license", words.editions)
    waiver = Waiver(
        id=section.name("id"),
        rule=section.name("rule"),
        models=section.names("models"),
        reason=section.text("reason"),
        approved_by=section.name("approved_by"),
        until=section.day("until"),
        place=section.start,
        clauses=read_clauses(section, "clauses", words, licenses),
        products=section.names("products"),
        licenses=licenses,
        revision=section.name("revision"),
    )
    if waiver.rule == "within-license-terms" and not waiver.clauses:
        notes.add(section.place("rule"), "a waiver of within-license-terms must name its 'clauses:'")
    return waiver
