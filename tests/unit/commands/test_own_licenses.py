"""An organization's own licenses in `licenses list|show|diff`: added, replaced, extended, refused."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
from pathlib import Path
from typing import Any

import pytest

from license_gate.commands import explain, licenses
from license_gate.commands.console import Console
from license_gate.errors import DocumentError

ADDED = """
id: acme-eula
name: Acme Model License 1.0
category: community
licensor: acme
verified: true
clauses:
  - {id: revenue-limit, kind: revenue-limit, section: "4.1", says: nothing above USD 5M,
     when: {fact: group.revenue, at: previous-year, above: USD 5M}}
"""
EXTENDED = """
id: llama2-acme
extends: llama2
name: Llama 2 as Acme agreed it with Meta
without: [output-training]
clauses:
  - {id: user-limit, kind: user-limit, section: "2", says: no rights above 900M users,
     when: {fact: group.monthly_active_users, at: month-before-release, above: 900M}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "license-policy.yaml").write_text("version: 1\nname: Acme\n", encoding="utf-8")
    (tmp_path / "licenses").mkdir()
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    (root / "licenses" / name).write_text(text, encoding="utf-8")


def run(command: Any, *argv: str, **environ: str) -> str:  # noqa: ANN401 (a module with `register`)
    parser = argparse.ArgumentParser()
    command.register(parser.add_subparsers())
    arguments = parser.parse_args(argv)
    written: list[str] = []
    arguments.console = Console(written.append, written.append, input, dt.date(2026, 11, 24), environ)
    assert arguments.run(arguments) == 0
    return "".join(written)


def ask(root: Path, *argv: str) -> str:
    return run(licenses, "licenses", *argv, "--root", str(root))


def refused(root: Path) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        ask(root, "list")
    return [f"{problem.place}: {problem.message}" for problem in caught.value.problems]


def test_an_added_license_is_listed_and_marked_as_theirs(root: Path) -> None:
    put(root, "acme.yaml", ADDED)
    text = ask(root, "list")
    line = next(line for line in text.splitlines() if line.startswith("acme-eula "))
    assert line.split()[:3] == ["acme-eula", "*", "community"]
    assert "* your organization's own: acme-eula (licenses/acme.yaml)" in text
    listed = {
        each["id"]: each["source"] for each in json.loads(ask(root, "list", "--format", "json"))["licenses"]
    }
    assert (listed["acme-eula"], listed["mit"]) == ("licenses/acme.yaml", "catalog")


def test_it_is_shown_as_theirs(root: Path) -> None:
    put(root, "acme.yaml", ADDED)
    assert "licenses/acme.yaml, your organization's own entry" in ask(root, "show", "Acme Model License 1.0")
    shown = json.loads(ask(root, "show", "acme-eula", "--format", "json"))
    assert shown["license"]["source"] == "licenses/acme.yaml"


def test_explain_knows_it(root: Path) -> None:
    put(root, "acme.yaml", ADDED)
    assert "your organization's own entry" in run(explain, "explain", "acme-eula", "--root", str(root))


def test_an_entry_says_only_what_differs_from_an_edition(root: Path) -> None:
    put(root, "meta.yaml", EXTENDED)
    page = ask(root, "diff", "llama2", "llama2-acme")
    assert "limit     above 700,000,000 -> above 900,000,000" in page
    assert "only in llama2: training on model or outputs (1.b.v)" in page
    assert "your organization's own entry, licenses/meta.yaml" in " ".join(page.split())
    assert "Llama 2 Community License (llama2" in page
    shown = json.loads(ask(root, "show", "llama2-acme", "--format", "json"))["license"]
    assert shown["verified"] is True
    assert shown["category"] == "community"
    assert "names" not in shown
    assert (
        len(shown["clauses"])
        == len(json.loads(ask(root, "show", "llama2", "--format", "json"))["license"]["clauses"]) - 1
    )


def test_the_id_of_an_edition_replaces_it(root: Path) -> None:
    put(root, "meta.yaml", "id: llama2\nextends: llama2\nnotes: [agreed in 2025]\n")
    shown = json.loads(ask(root, "show", "Llama 2", "--format", "json"))["license"]
    assert shown["source"] == "licenses/meta.yaml"
    assert shown["notes"] == ["agreed in 2025"]
    assert shown["names"]


def test_entries_of_one_folder_may_build_on_each_other_in_any_order(root: Path) -> None:
    put(root, "a.yaml", "id: acme-two\nname: Acme 2\nextends: acme-eula\n")
    put(root, "b.yaml", ADDED)
    assert "4.1: revenue limit" in ask(root, "show", "acme-two")


def test_the_central_folder_counts_without_a_policy(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    central = tmp_path_factory.mktemp("central")
    (central / "licenses").mkdir()
    (central / "licenses" / "acme.yaml").write_text(ADDED, encoding="utf-8")
    argv = ("licenses", "show", "acme-eula", "--root", str(root))
    assert "Acme Model License" in run(licenses, *argv, "--central", str(central))
    assert "Acme Model License" in run(licenses, *argv, LICENSE_GATE_CENTRAL=str(central))


def test_a_folder_of_licenses_without_a_policy_is_somebody_else_s(root: Path) -> None:
    put(root, "notice.yaml", "who: [knows]\n")
    os.remove(root / "license-policy.yaml")
    assert "your organization" not in ask(root, "list")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: x\nextends: lama2\nname: X\n", "licenses/x.yaml:2:10: license: extends: there is no edition 'lama2'"),
        ("id: x\nextends: llama2\n", "licenses/x.yaml:1:1: license: name: is missing: an id of its own needs"),
        ("id: x\nextends: llama2\nname: X\nwithout: [output-trainings]\n",
         "licenses/x.yaml:4:10: license: without: llama2 has no clause 'output-trainings'; did you mean"),
        ("id: x\nname: X\ncategory: free\nclauses: []\n", "licenses/x.yaml:3:11: license: category: unknown 'free'"),
        ("id: x\nname: X\ncategory: community\n", "licenses/x.yaml:1:1: license: clauses: expected a list"),
        ("id: x\nextends: y\nname: X\n", "there is no edition 'y'"),
        ("- x\n", "a license is written as a mapping"),
        ("id: x\nname: X\ncategory: community\nclauses: []\nverifed: true\n", "unknown key 'verifed'"),
        ("id: x\nextends: x\nname: X\n", "there is no edition 'x'"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_at_its_place(root: Path, text: str, said: str) -> None:
    put(root, "x.yaml", text)
    assert any(said in problem for problem in refused(root)), refused(root)


def test_two_files_for_one_id_are_refused(root: Path) -> None:
    put(root, "a.yaml", ADDED)
    put(root, "b.yaml", ADDED)
    assert any("acme-eula is described in licenses/a.yaml already" in problem for problem in refused(root))


def test_entries_that_extend_each_other_end(root: Path) -> None:
    put(root, "a.yaml", "id: a\nname: A\nextends: b\n")
    put(root, "b.yaml", "id: b\nname: B\nextends: a\n")
    assert "there is no edition 'b'" in " ".join(refused(root))
