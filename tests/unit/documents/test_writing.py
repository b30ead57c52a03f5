"""What is written for people reads back as the same, for us and for other readers of YAML."""

from __future__ import annotations

import pytest
import yaml

from license_gate.documents.writing import append, block, scalar
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping, Node, Pair, Scalar, Sequence


def tree(text: str) -> Mapping:
    problems: list[Problem] = []
    root = compose(text.encode(), "models.yaml", problems)
    assert isinstance(root, Mapping), problems
    return root


def plain(node: Node) -> object:
    """A tree without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {pair.key.text: plain(pair.value) for pair in node.pairs}


@pytest.mark.parametrize(
    "text",
    [
        "meta-llama/Llama-3.1-8B",
        "ollama:llama3.2:3b",
        "builtin:commercial@1",
        "serve",
        "DE",
        "USD",
        "./weights/x",
    ],
)
def test_ordinary_names_stay_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text",
    ["NO", "yes", "on", "null", "true", "2025", "2026-11-02", "1e5", ".5", "0x1F", "1_000", "12:30", ".inf", ".NaN",
     "<1M", "a: b", "a:", "a #b", "- a", "", " a", "&a", "*a", "!a", "%a", "@a", "{a}", "[a]", "é", '"', "\\", "~",
     "a\nb", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\U0001f600", "::error::x"],
)  # fmt: skip
def test_everything_else_is_quoted_and_reads_back_as_it_was(text: str) -> None:
    written = scalar(text)
    assert written.startswith('"')
    assert written.isprintable()
    assert yaml.safe_load(written) == text
    assert plain(tree(f"key: {written}")) == {"key": text}


@pytest.mark.parametrize(
    "text",
    [
        'key: "<1M"',
        "key: true",
        'key: "true"',
        "key: []",
        "key: [NO, SE]",
        "key: {2024-06: {value: <700M, by: growth@acme.example}, 2025..: '<1B'}",
        "key: {includes: [KR], excludes: []}",
    ],
)
def test_a_value_is_written_in_block_style_with_the_same_meaning(text: str) -> None:
    root = tree(text)
    lines = block("key", root.pairs[0].value)
    again = tree("\n".join(lines))
    assert plain(again) == plain(root)
    assert not any("{" in line for line in lines)
    assert [pair for pair in again.pairs if isinstance(pair.value, Scalar)] == [] or (
        block("key", again.pairs[0].value) == lines
    )


ENTRY = ["- model: org/new", "  # why"]
NEW = "- model: org/new"
APPENDED = [
    ("version: 1\n", f"version: 1\n\nmodels:\n  {NEW}\n    # why\n"),
    ("version: 1", f"version: 1\n\nmodels:\n  {NEW}\n    # why\n"),
    ("models:\n", f"models:\n  {NEW}\n    # why\n"),
    ("models: []\n", f"models:\n  {NEW}\n    # why\n"),
    ("models: [ ] # none\n", f"models: # none\n  {NEW}\n    # why\n"),
    ("models:\n- model: a/b # x\n\n# end\n", f"models:\n- model: a/b # x\n{NEW}\n  # why\n\n# end\n"),
    (
        "models:\n    - model: a/b\n      # x\n\n# of the next\nignore: []\n",
        f"models:\n    - model: a/b\n      # x\n    {NEW}\n      # why\n\n# of the next\nignore: []\n",
    ),
    (
        "models:\n  - model: a/b\n\n  - model: c/d\n",
        f"models:\n  - model: a/b\n\n  - model: c/d\n\n  {NEW}\n    # why\n",
    ),
    ("models:\r\n  - model: a/b", f"models:\r\n  - model: a/b\r\n  {NEW}\r\n    # why\r\n"),
    (
        "models:\n  # - model: org/name\nfacts: facts.yaml\n",
        f"models:\n  # - model: org/name\n  {NEW}\n    # why\nfacts: facts.yaml\n",
    ),
    ("models:\n  - {model: a/b}\n...\n", f"models:\n  - {{model: a/b}}\n  {NEW}\n    # why\n...\n"),
]


@pytest.mark.parametrize(("text", "expected"), APPENDED)
def test_an_entry_goes_to_the_end_of_the_list_in_the_manner_of_the_file(text: str, expected: str) -> None:
    written = append(text, tree(text), [ENTRY])
    assert written == expected
    models = tree(written).get("models")
    assert isinstance(models, Sequence)
    assert plain(models.items[-1]) == {"model": "org/new"}


def test_keys_that_other_readers_mistake_are_quoted() -> None:
    place = tree("a: 1").place
    odd = Mapping((Pair(Scalar("a b", place), Scalar("x", place)),), place)
    assert block("key", odd) == ["key:", '  "a b": x']
