from __future__ import annotations

import json
import os

import pytest

from license_gate.catalog.compile import TABLES, compile_catalog
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Problem
from license_gate.domain.tree import Node
from scripts.compile_catalog import CATALOG

LICENSE = "id: {id}\nname: {name}\ncategory: permissive\nlicensor: mit\nclauses: []\n"


def node(text: str, name: str) -> Node:
    found = compose(text.encode(), name, [])
    assert found is not None
    return found


def tables(**changed: str) -> dict[str, Node]:
    texts = dict(changed)
    for name in TABLES:
        if name not in texts:
            with open(os.path.join(CATALOG, f"{name}.yaml"), encoding="utf-8") as file:
                texts[name] = file.read()
    return {name: node(text, f"{name}.yaml") for name, text in texts.items()}


def compiled(licenses: dict[str, str], **changed: str) -> tuple[dict[str, str], list[str]]:
    problems: list[Problem] = []
    empty = {"models": "models: []\n", "names": "unknown: [other]\n", **changed}
    nodes = {name: node(text, f"{name}.yaml") for name, text in licenses.items()}
    files = compile_catalog(tables(**empty), nodes, problems)
    return files, [problem.message for problem in problems]


def test_the_same_sources_give_the_same_bytes_and_version() -> None:
    licenses = {name: LICENSE.format(id=name, name=name.upper()) for name in ("a", "b")}
    assert compiled(licenses) == compiled(dict(reversed(licenses.items())))


def test_a_changed_word_is_another_version() -> None:
    first, _ = compiled({"a": LICENSE.format(id="a", name="A")})
    second, _ = compiled({"a": LICENSE.format(id="a", name="B")})
    assert first["index.json"].rpartition("version")[2] != second["index.json"].rpartition("version")[2]


def test_a_name_of_two_editions_must_be_listed_as_such() -> None:
    licenses = {name: LICENSE.format(id=name, name="Same License") for name in ("a", "b")}
    assert compiled(licenses)[1] == ["the name 'Same License' means a and b: see names.yaml"]
    several = "several:\n  Same License:\n    means: [a, b]\n"
    assert compiled(licenses, names=several)[1] == []


def test_a_file_is_named_like_its_edition() -> None:
    problems = compiled({"b": LICENSE.format(id="a", name="A")})[1]
    assert problems[0] == "license: the file is named b, the id is 'a'"


def test_the_terms_of_a_provider_may_be_known_by_name_only_but_must_be_known() -> None:
    models = "models: []\nproviders:\n  acme:\n    name: Acme\n    terms: {terms}\n"
    names = "unread:\n  acme-terms:\n    name: Acme Terms\n    missing: nobody read them\n"
    files, problems = compiled({}, models=models.format(terms="acme-terms"), names=names)
    assert problems == []
    index = json.loads(files["index.json"])
    assert index["providers"] == {"acme": ["Acme", "acme-terms"]}
    assert index["unread"] == {"acme-terms": ["Acme Terms", "nobody read them"]}
    assert compiled({}, models=models.format(terms="gone"))[1] == ["provider acme: terms: unknown 'gone'"]


def test_names_lead_to_something() -> None:
    names = "also:\n  gone: [x]\n"
    assert compiled({}, names=names)[1] == ["names.yaml: 'gone' is neither an edition nor listed as unread"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("ids: [x]\n    edition: gone\n    source: s", "model: edition: unknown 'gone'; it is one of: a"),
        ("ids: [x]\n    source: s", "model: write either edition: or license:"),
        ("ids: [x]\n    edition: a", "model: source: is missing"),
        ("ids: [x, X]\n    edition: a\n    source: s", "model: X is listed twice"),
        ("ids: [x]\n    edition: a\n    source: s\n    families: [lama]", "model: families: unknown 'lama'"),
        (
            "ids: [x]\n    edition: a\n    source: s\n    bases: [{model: y, relation: child}]",
            "model: bases: unknown relation 'child'",
        ),
    ],
)
def test_an_entry_of_the_models_is_checked(entry: str, message: str) -> None:
    licenses = {"a": LICENSE.format(id="a", name="A")}
    assert compiled(licenses, models=f"models:\n  - {entry}\n")[1] == [message]


def test_the_tables_are_checked() -> None:
    kinds = "kinds:\n  scope: {code: LG301, title: t, theme: x, effect: permit, unknown: none, level: note, judged: none, means: m}\n"
    assert compiled({}, clauses=kinds)[1] == ["kind scope: effect: unknown 'permit'; did you mean 'permits'?"]
    facts = "facts:\n  a.b: {kind: bool, owner: legal, asked: always, means: m, bounded_by: [c.d]}\n"
    assert compiled({}, facts=facts)[1] == ["fact a.b: bounded_by names c.d, which is no fact"]
    rates = "currencies:\n  EUR:\n    other: [2, 1]\n"
    assert compiled({}, currencies=rates)[1] == ["EUR: the lowest rate comes first"]
    relation = "columns: {notice: n}\nrelations:\n  merge: {means: m, basis: b, cells: {notice: Y}}\n"
    problems = compiled({}, inheritance=relation)[1]
    assert problems[0] == "relation merge: cells: notice is not one of I, N, U, C, X, -"
