from __future__ import annotations

import json
import subprocess
import sys

import pytest

from license_gate.documents.schema_check import check_schema, place_of, to_instance
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Node

SCHEMA = json.dumps(
    {
        "type": "object",
        "additionalProperties": False,
        "properties": {"a": {"type": "array", "items": {"type": "string"}}, "b": {"type": "boolean"}},
    }
).encode()


def tree(text: str) -> Node:
    problems: list[Problem] = []
    root = compose(text.encode(), "f.yaml", problems)
    assert root is not None
    return root


class Notebook:
    """A memory that lives as long as the test."""

    def __init__(self) -> None:
        self.saved: set[str] = set()

    def load(self, digest: str) -> bool:
        return digest in self.saved

    def save(self, digest: str) -> None:
        self.saved.add(digest)


def test_an_instance_has_booleans_nothing_and_text() -> None:
    assert to_instance(tree("{a: [NO, 1.10, true, 'true', ~, '', 2026-11-02], b: {c: false}}")) == {
        "a": ["NO", "1.10", True, "true", None, "", "2026-11-02"],
        "b": {"c": False},
    }


def test_a_violation_is_reported_at_its_place_and_repeats_no_value() -> None:
    problems: list[Problem] = []
    text = "a:\n  - x\n  - [820M]\nb: 820M\n"
    check_schema(text.encode(), tree(text), SCHEMA, "schemas/x.json", problems)
    assert sorted(problems) == [
        Problem(Place("f.yaml", 3, 5), "this does not follow schemas/x.json (its 'type')"),
        Problem(Place("f.yaml", 4, 4), "this does not follow schemas/x.json (its 'type')"),
    ]


def test_a_path_ends_at_the_last_step_that_is_written() -> None:
    root = tree("a:\n  - x\n")
    assert place_of(root, ["a", 0]) == Place("f.yaml", 2, 5)
    assert place_of(root, ["a", 7, "b"]) == Place("f.yaml", 2, 3)


def test_a_right_document_is_remembered_and_a_wrong_one_is_not() -> None:
    memory, problems = Notebook(), list[Problem]()
    check_schema(b"a: [x]", tree("a: [x]"), SCHEMA, "x.json", problems, memory)
    assert len(memory.saved) == 1
    check_schema(b"a: x", tree("a: x"), SCHEMA, "x.json", problems, memory)
    assert (len(memory.saved), len(problems)) == (1, 1)


def test_another_schema_is_another_verdict() -> None:
    memory, problems = Notebook(), list[Problem]()
    check_schema(b"a: [x]", tree("a: [x]"), SCHEMA, "x.json", problems, memory)
    check_schema(b"a: [x]", tree("a: [x]"), b'{"type": "array"}', "x.json", problems, memory)
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("known", "schema", "loaded"),
    [(False, {"type": "array"}, True), (False, {"type": "object"}, False), (True, {"type": "array"}, False)],
    ids=["wrong", "right", "remembered"],
)
def test_only_a_document_that_may_be_wrong_loads_jsonschema(
    known: bool, schema: dict[str, str], loaded: bool
) -> None:
    program = f"""
import sys
from license_gate.documents.schema_check import check_schema
from license_gate.documents.yaml_tree import compose
class Memory:
    def load(self, digest): return {known}
    def save(self, digest): pass
check_schema(b"a: 1", compose(b"a: 1", "f", []), {json.dumps(schema).encode()!r}, "x", [], Memory())
print("jsonschema" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(loaded)
