"""Every edition is answered all three ways, and adding one is one file and one command."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from license_gate.catalog.compile import TABLES
from license_gate.catalog.lookup import load_catalog
from license_gate.domain.answers import Answer
from license_gate.domain.expression import Named
from license_gate.domain.place import Problem
from license_gate.evaluate.rule_on import terms
from scripts import compile_catalog
from tests.contract.test_catalog_cases import (
    ANSWERS,
    CATALOG,
    SPEAKING,
    answers,
    expected_answers,
    judged_terms,
)
from tests.research import ROOT

SCRIPT = os.path.join(ROOT, "scripts", "compile_catalog.py")
ADDED = """
id: scratch-1.0
name: Scratch License 1.0
short: Scratch
licensor: meta
date: 2026-11-01
category: community
verified: true
hub_tags: [scratch]
urls: ["https://example.com/scratch/LICENSE"]
reviewed_on: 2026-11-24
clauses:
  - id: revenue-limit
    kind: revenue-limit
    section: "2"
    when: {fact: group.revenue, at: previous-year, above: USD 5M}
    says: no commercial use above USD 5,000,000 of yearly revenue of the group
    locator: five million dollars
"""


def test_every_edition_with_judged_terms_has_a_violated_a_satisfied_and_an_unknown_case() -> None:
    """What its kinds can come to at all, each edition does come to; general terms are never unknown."""
    seen: dict[str, set[Answer]] = {}
    wanted: dict[str, set[Answer]] = {}
    for edition, term in judged_terms():
        found = seen.setdefault(edition.id, set())
        if found != ANSWERS:
            found |= answers(term, edition)
        wanted.setdefault(edition.id, set()).update(expected_answers(term.kind))
    assert {name: expected - seen[name] for name, expected in wanted.items() if expected - seen[name]} == {}
    asked = {edition.id for edition, term in judged_terms() if term.kind.unknown != "standing"}
    assert {name for name in asked if seen[name] != ANSWERS} == set()


def test_an_edition_without_judged_terms_asks_nothing_but_what_travels_with_a_copy() -> None:
    judged = {edition.id for edition, _ in judged_terms()}
    for summary in CATALOG.editions():
        edition = CATALOG.edition(summary.id)
        assert edition is not None
        if edition.id not in judged:
            speaking = [
                term for term in terms(edition, CATALOG.words.kinds) if term.clause.effect in SPEAKING
            ]
            assert not [
                term.clause.id for term in speaking if term.clause.effect in ("prohibits", "withholds")
            ]


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the catalog's sources."""
    folder = tmp_path_factory.mktemp("catalog")
    shutil.copytree(os.path.join(ROOT, "license_gate", "catalog", "licenses"), folder / "licenses")
    for name in TABLES:
        shutil.copy(os.path.join(ROOT, "license_gate", "catalog", f"{name}.yaml"), folder)
    return folder


def test_a_license_is_added_by_one_file_and_one_command(scratch: Path) -> None:
    file = scratch / "licenses" / "scratch-1.0.yaml"
    file.write_text(ADDED, encoding="utf-8")
    done = subprocess.run([sys.executable, SCRIPT, str(scratch)], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    catalog = load_catalog(str(scratch / "compiled"))
    for written in ("scratch", "Scratch License 1.0", "https://example.com/scratch/LICENSE?x=1"):
        assert catalog.expression(written) == Named(written, ("scratch-1.0",))
    edition = catalog.edition("scratch-1.0")
    assert edition is not None
    (term,) = terms(edition, catalog.words.kinds)
    assert answers(term, edition) == ANSWERS
    fresh = subprocess.run(
        [sys.executable, SCRIPT, "--check", str(scratch)], check=False, capture_output=True, text=True
    )
    assert (fresh.returncode, fresh.stdout) == (0, "the compiled catalog is fresh\n")
    file.unlink()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: revenue-limit", "kind: revenu-limit", "kind: unknown 'revenu-limit'; did you mean 'revenue-limit'?"),
        ("fact: group.revenue,", "fact: group.revenues,", "group.revenue"),
        ("licensor: meta", "licensor: mehta", "licensor: unknown 'mehta'"),
        ("hub_tags: [scratch]", "hub_tags: [llama2]", "the name 'llama2' means llama2 and scratch-1.0"),
        ('section: "2"', "section: 2", 'write it in quotes: "2"'),
        ("at: previous-year, ", "", "group.revenue"),
        ("five million dollars", "one two three four five six seven eight nine ten eleven", "at most 10"),
        ("id: scratch-1.0", "id: scratch-2.0", "the file is named scratch-1.0, the id is 'scratch-2.0'"),
        ("short: Scratch", "shrot: Scratch", "unknown key 'shrot'"),
    ],
)  # fmt: skip
def test_a_slip_in_it_is_named_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    """In a catalog of two, which is quicker; what the tables say of the missing ones does not matter here."""
    source = os.path.join(ROOT, "license_gate", "catalog")
    (tmp_path / "licenses").mkdir()
    shutil.copy(os.path.join(source, "licenses", "llama2.yaml"), tmp_path / "licenses")
    for name in TABLES:
        shutil.copy(os.path.join(source, f"{name}.yaml"), tmp_path)
    assert old in ADDED
    (tmp_path / "licenses" / "scratch-1.0.yaml").write_text(ADDED.replace(old, new, 1), encoding="utf-8")
    problems: list[Problem] = []
    compile_catalog.build(problems, str(tmp_path))
    messages = [problem.message for problem in problems]
    assert any(said in message for message in messages), messages
