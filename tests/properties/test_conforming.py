"""A document that is accepted without jsonschema is one that jsonschema accepts; what it rejects is never accepted."""

from __future__ import annotations

import glob
import json
import os
from copy import deepcopy
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from license_gate.documents.conforming import Conformity
from license_gate.documents.schema_check import to_instance
from license_gate.documents.yaml_tree import compose

Json = Any
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NAMES = {"models.yaml": "models", "facts.yaml": "facts", "license-policy.yaml": "license-policy"}
STORIES = os.path.join(ROOT, "tests", "cases", "check")
LEAVES = st.one_of(
    st.none(), st.booleans(), st.sampled_from(["", "x", "1", "company", "US", "2026-01-01", "org/name"])
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["a", "model", "path"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@lru_cache
def schema(name: str) -> dict[str, Any]:
    with open(os.path.join(ROOT, "schemas", f"{name}.schema.json"), encoding="utf-8") as file:
        read: dict[str, Any] = json.load(file)
    return read


def instances() -> list[tuple[str, Any]]:
    """Every document of the stories that has a schema, as the schema sees it."""
    found = []
    for file, name in NAMES.items():
        for path in sorted(glob.glob(os.path.join(STORIES, "*", "**", file), recursive=True)):
            with open(path, "rb") as document:
                root = compose(document.read(), path, [])
            if root is not None:
                found.append((name, to_instance(root)))
    return found


INSTANCES = instances()


def places(instance: Json, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The path of every part of a document."""
    found = [path]
    inner = (
        instance.items()
        if isinstance(instance, dict)
        else enumerate(instance)
        if isinstance(instance, list)
        else ()
    )
    for step, part in inner:
        found += places(part, (*path, step))
    return found


def put(instance: Json, path: tuple[Any, ...], value: Json) -> Json:
    """A copy with something else at a place."""
    if not path:
        return value
    copy = deepcopy(instance)
    part = copy
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return copy


@pytest.mark.parametrize("name", sorted(set(NAMES.values())))
def test_the_documents_of_the_stories_are_told_apart_as_jsonschema_does(name: str) -> None:
    conformity, validator = Conformity(schema(name)), Draft202012Validator(schema(name))
    answers = [
        (conformity.accepts(each), validator.is_valid(each)) for kind, each in INSTANCES if kind == name
    ]
    assert all(ours == theirs for ours, theirs in answers)
    assert any(ours for ours, _ in answers)


@given(data=st.data())
def test_a_change_anywhere_is_judged_as_jsonschema_does(data: st.DataObject) -> None:
    name, instance = data.draw(st.sampled_from(INSTANCES))
    changed = put(instance, data.draw(st.sampled_from(places(instance))), data.draw(VALUES))
    assert Conformity(schema(name)).accepts(changed) == Draft202012Validator(schema(name)).is_valid(changed)


@pytest.mark.parametrize(
    "unknown", [{"const": "x"}, {"oneOf": [{"const": "x"}, {"type": "string"}]}, {"$ref": "other.json"}]
)
def test_what_a_schema_says_in_other_words_is_left_to_jsonschema(unknown: dict[str, Any]) -> None:
    assert not Conformity(unknown).accepts("x")
