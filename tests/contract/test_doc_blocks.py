"""What the pages show can be typed: every YAML block is read by our own readers, every command by our parser."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from license_gate import cli, policies
from license_gate.catalog.edition import read_edition
from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.conditions.parse import parse
from license_gate.documents import (
    agreements,
    declarations,
    facts,
    manifest,
    policy,
    policy_tests,
    rules,
    waivers,
)
from license_gate.documents.answers import ANSWER_KEYS, read_answers
from license_gate.documents.extends import resolve_policy
from license_gate.documents.facts import read_facts
from license_gate.documents.joining import join_manifests
from license_gate.documents.manifest import read_manifest
from license_gate.documents.policy import PolicyDocument, read_policy
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Place, Problem
from license_gate.domain.policy import SELECTOR_KEYS
from license_gate.domain.tree import Mapping, Node

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ license-gate (.+)$", re.MULTILINE)

Read = Callable[[Node, list[Problem]], object]


class Block(NamedTuple):
    """A fenced block of a page."""

    page: str
    number: int
    text: str


def blocks(language: str) -> list[Block]:
    return [
        Block(page.name, number, text)
        for page in PAGES
        for number, (name, text) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), 1)
        if name == language
    ]


def named(block: Block) -> str:
    return f"{block.page}-{block.number}"


@cache
def catalog() -> Catalog:
    return load_catalog()


def read_as_manifest(root: Node, problems: list[Problem]) -> None:
    found = read_manifest(root, "models.yaml", catalog().words, problems)
    if found is not None:
        join_manifests(found, (), problems)


def read_as_policy(root: Node, problems: list[Problem]) -> None:
    def load(name: str, _place: Place) -> PolicyDocument | None:
        full = policies.full_name(name)
        assert full is not None, name
        tree = compose(policies.read(full), full, problems)
        assert tree is not None
        return read_policy(tree, full, catalog().words, problems)

    document = read_policy(root, "license-policy.yaml", catalog().words, problems)
    resolve_policy(document, load, problems, "2026-11-24")


def read_as_facts(root: Node, problems: list[Problem]) -> None:
    read_facts(root, "facts.yaml", catalog().words, problems)


def read_as_license(root: Node, problems: list[Problem]) -> None:
    read_edition(root, "licenses/x.yaml", catalog().words, problems, catalog().edition)


def read_as_answers(root: Node, problems: list[Problem]) -> None:
    read_answers(root, catalog().words, problems)


def reader_of(root: Mapping) -> Read | None:
    """The reader of a document, by the keys that only it has; None for documents of other tools."""
    keys = {pair.key.text for pair in root.pairs}
    if keys & {"repos", "jobs", "steps"}:
        return None
    if "models" in keys:
        return read_as_manifest
    if keys & {"extends", "rules", "baseline"} and "id" not in keys:
        return read_as_policy
    if "id" in keys:
        return read_as_license
    return read_as_answers if keys <= {*ANSWER_KEYS} else read_as_facts


def problems_of(text: str, read: Read) -> list[str]:
    problems: list[Problem] = []
    root = compose(text.encode(), "block", problems)
    if root is not None:
        read(root, problems)
    return [f"{problem.place}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    "block", [each for each in blocks("yaml") if each.page != "conditions.md"], ids=named
)
def test_a_document_in_a_page_has_no_mistake(block: Block) -> None:
    problems: list[Problem] = []
    root = compose(block.text.encode(), "block", problems)
    if not isinstance(root, Mapping):
        assert isinstance(yaml.safe_load(block.text), list), problems
        return
    read = reader_of(root)
    if read is None:
        assert yaml.safe_load(block.text)
    else:
        assert problems_of(block.text, read) == []


CONDITIONS = [
    line for each in blocks("yaml") if each.page == "conditions.md" for line in each.text.splitlines()
]


@pytest.mark.parametrize("line", CONDITIONS)
def test_a_condition_in_a_page_has_no_mistake(line: str) -> None:
    assert problems_of(line, lambda root, problems: parse(root, catalog().words, problems)) == []


COMMANDS = [(each.page, words) for each in blocks("console") for words in COMMAND.findall(each.text)]


@pytest.mark.parametrize(("page", "words"), COMMANDS)
def test_a_command_in_a_page_is_one(page: str, words: str) -> None:
    assert cli.parse(shlex.split(words)).run, page


KEYS: dict[str, tuple[Any, ...]] = {
    "models.yaml": (manifest.MANIFEST_KEYS, manifest.PRODUCT_KEYS, declarations.MODEL_KEYS, declarations.BASE_KEYS),
    "facts.yaml": (facts.FACTS_KEYS,),
    "license-policy.yaml": (
        policy.POLICY_KEYS, policy.LOOSEN_KEYS, rules.RULE_KEYS, SELECTOR_KEYS, agreements.AGREEMENT_KEYS,
        agreements.CHOICE_KEYS, waivers.WAIVER_KEYS, policy_tests.GIVEN_KEYS, policy_tests.EXPECT_KEYS,
    ),
}  # fmt: skip


@pytest.mark.parametrize("document", KEYS)
def test_the_page_of_the_documents_names_every_key(document: str) -> None:
    page = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")
    section = page.partition(f"## {document}\n")[2].partition("\n## ")[0]
    words = set(re.findall(r"[a-z_]+", section))
    assert {key for keys in KEYS[document] for key in keys} <= words
