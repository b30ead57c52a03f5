"""The `tests:` of a policy: a situation, and what it must come to."""

from __future__ import annotations

import re

from license_gate.documents.declarations import read_bases, read_targets, read_uses
from license_gate.documents.facts import ANYWHERE, read_entries
from license_gate.documents.reading import Section, open_section
from license_gate.documents.selectors import read_clauses
from license_gate.documents.wording import Notes
from license_gate.domain.answers import OUTCOMES
from license_gate.domain.policy import Expect, Given, PolicyTest
from license_gate.domain.tree import Node
from license_gate.domain.vocabulary import Vocabulary

TEST_KEYS = ("name", "given", "expect")
GIVEN_KEYS = ("license", "model", "base", "uses", "product", "targets", "facts", "today")
EXPECT_KEYS = ("outcome", "clause", "exit_code", "codes")
_CODE = re.compile(r"LG[1-9]\d\d")


def read_policy_test(node: Node, words: Vocabulary, notes: Notes) -> PolicyTest | None:
    """Read one entry of `tests:`."""
    section = open_section(node, "a test", TEST_KEYS, notes, required=TEST_KEYS)
    if section is None:
        return None
    given, expect = section.mapping.get("given"), section.mapping.get("expect")
    return PolicyTest(
        section.text("name"),
        section.start,
        Given() if given is None else _given(given, words, notes),
        Expect() if expect is None else _expect(expect, words, notes),
    )


def _given(node: Node, words: Vocabulary, notes: Notes) -> Given:
    section = open_section(node, "given", GIVEN_KEYS, notes)
    if section is None:
        return Given()
    if not section.has("license") and not section.has("model"):
        notes.add(section.start, "'given:' needs 'license:' or 'model:'")
    uses = read_uses(section, words)
    return Given(
        license=section.name("license"),
        model=section.name("model"),
        bases=read_bases(section, words),
        uses=Given().uses if uses is None else uses,
        product=section.name("product"),
        targets=read_targets(section, words),
        facts=read_entries(section.mapping.get("facts"), ANYWHERE, words, notes),
        today=section.day("today"),
    )


def _expect(node: Node, words: Vocabulary, notes: Notes) -> Expect:
    section = open_section(node, "expect", EXPECT_KEYS, notes)
    if section is None:
        return Expect()
    if not section.mapping.pairs:
        notes.add(section.start, f"'expect:' is empty: write one of {', '.join(EXPECT_KEYS)}")
    clauses = read_clauses(section, "clause", words, words.clauses)
    if len(clauses) > 1:
        notes.add(section.place("clause"), "'clause:' is the one that decides: name one")
    return Expect(
        outcome=section.choice("outcome", "outcome", OUTCOMES) or None,
        clause=clauses[0] if clauses else None,
        exit_code=_exit_code(section),
        codes=_codes(section) if section.has("codes") else None,
    )


def _exit_code(section: Section) -> int | None:
    code = section.whole("exit_code")
    if code is not None and code not in (0, 1):
        section.notes.wrong(section.place("exit_code"), str(code), "is not 0 (open) or 1 (closed)")
    return code


def _codes(section: Section) -> tuple[str, ...]:
    """Codes of findings; an empty list means that there must be none."""
    codes = section.mapping.get("codes")
    names = [] if codes is None or not getattr(codes, "items", True) else section.named_places("codes")
    for name, place in names:
        if not _CODE.fullmatch(name):
            section.notes.wrong(place, name, "is not a code of a finding, such as LG301")
    return tuple(name for name, _ in names)
