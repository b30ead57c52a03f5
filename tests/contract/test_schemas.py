"""The published schemas and the readers agree: on every key, on what is right and on what is wrong."""

from __future__ import annotations

import glob
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from license_gate.catalog.lookup import load_catalog
from license_gate.documents import (
    agreements,
    baseline,
    declarations,
    fact_values,
    manifest,
    policy,
    policy_tests,
    rules,
    waivers,
)
from license_gate.documents.baseline import read_baseline
from license_gate.documents.facts import FACTS_KEYS, read_facts
from license_gate.documents.joining import join_manifests
from license_gate.documents.manifest import read_manifest
from license_gate.documents.policy import read_policy
from license_gate.documents.schema_check import to_instance
from license_gate.documents.waivers import read_waivers
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Problem
from license_gate.domain.policy import SELECTOR_KEYS
from license_gate.domain.tree import Mapping, Node, Pair, Sequence
from tests.research import ROOT

WORDS = load_catalog().words
DOCUMENTS = ("models", "facts", "license-policy", "waivers", "baseline")
VALID = os.path.join(ROOT, "tests", "cases", "documents", "valid")
FREE_NAMES = re.compile(
    r"chat-web|no-noncommercial|no-outputs-in-training|scale-headroom|only-known-sources|no-merges-in-chat|\.?\.?\d{4}.*"
)
KEYS = {
    "models": {
        *manifest.MANIFEST_KEYS, *manifest.PRODUCT_KEYS, *manifest.IGNORE_KEYS, *declarations.MODEL_KEYS,
        *declarations.BASE_KEYS, *declarations.TRAINED_ON_KEYS, *declarations.TARGET_KEYS,
    },
    "facts": {*FACTS_KEYS, *fact_values.SIGNED_KEYS, *fact_values.PART_KEYS, *fact_values.ANSWER_KEYS},
    "license-policy": {
        *policy.POLICY_KEYS, *policy.LOOSEN_KEYS, *policy.IGNORANCE, *rules.RULE_KEYS, *SELECTOR_KEYS,
        *agreements.AGREEMENT_KEYS, *agreements.CHOICE_KEYS, *waivers.WAIVER_KEYS, *rules.BUILTIN_RULES,
        *policy_tests.TEST_KEYS, *policy_tests.GIVEN_KEYS, *policy_tests.EXPECT_KEYS, *baseline.CAP_KEYS,
    },
    "waivers": {*waivers.WAIVERS_KEYS, *waivers.WAIVER_KEYS},
    "baseline": {*baseline.BASELINE_KEYS, *baseline.DEBT_KEYS},
}  # fmt: skip


def text_of(name: str) -> str:
    with open(os.path.join(VALID, f"{name}.yaml"), encoding="utf-8") as stream:
        return stream.read()


@lru_cache
def validator(name: str) -> Draft202012Validator:
    with open(os.path.join(ROOT, "schemas", f"{name}.schema.json"), encoding="utf-8") as stream:
        return Draft202012Validator(json.load(stream))


def read(name: str, root: Node) -> list[Problem]:
    """What the reader of a document says."""
    problems: list[Problem] = []
    if name == "models":
        own = read_manifest(root, name, WORDS, problems)
        if own is not None:
            join_manifests(own, [], problems)
    elif name == "facts":
        read_facts(root, name, WORDS, problems)
    elif name == "license-policy":
        read_policy(root, name, WORDS, problems)
    elif name == "baseline":
        read_baseline(root, name, problems)
    else:
        read_waivers(root, name, WORDS, problems)
    return problems


def both(name: str, text: str) -> tuple[bool, bool]:
    """Whether the reader and the schema accept a text."""
    problems: list[Problem] = []
    root = compose(text.encode(), name, problems)
    assert root is not None, problems
    return not read(name, root), validator(name).is_valid(to_instance(root))


# -- the schemas themselves


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_is_one_and_every_key_is_described(name: str) -> None:
    schema = validator(name).schema
    assert isinstance(schema, dict)
    Draft202012Validator.check_schema(schema)
    bare = [key for key, value in properties(schema) if not described(value, schema)]
    assert bare == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_schema_closes_every_mapping(name: str) -> None:
    schema = validator(name).schema
    loose = [node for node in objects(schema) if "additionalProperties" not in node]
    assert loose == []


def properties(schema: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    for node in objects(schema):
        yield from node.get("properties", {}).items()


def objects(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Every part of a schema that describes a mapping."""
    if isinstance(schema, dict):
        if "properties" in schema and isinstance(schema.get("type"), str | list):
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


def described(value: dict[str, Any], schema: dict[str, Any]) -> bool:
    if value.get("description"):
        return True
    target: Any = schema
    for step in value.get("$ref", "#").split("/")[1:]:
        target = target[step]
    return target is not schema and bool(target.get("description"))


def test_the_schemas_are_fresh() -> None:
    command = [sys.executable, os.path.join("scripts", "write_schemas.py"), "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


# -- both accept what is right


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_right_document_is_accepted_by_both(name: str) -> None:
    assert both(name, text_of(name)) == (True, True)


@pytest.mark.parametrize(
    "path", sorted(glob.glob(os.path.join(ROOT, "policies", "*.yaml"))), ids=os.path.basename
)
def test_a_built_in_policy_is_accepted_by_both(path: str) -> None:
    with open(path, encoding="utf-8") as stream:
        assert both("license-policy", stream.read()) == (True, True)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_editor_that_reads_yaml_by_its_own_types_accepts_it_too(name: str) -> None:
    loaded = yaml.load(text_of(name), Loader=EditorLoader)  # noqa: S506 - it makes plain values only
    plain = json.loads(json.dumps(loaded))
    assert [error.message for error in validator(name).iter_errors(plain)] == []


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers, booleans and nothing, but no dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


# -- both refuse what is wrong


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_right_documents_use_every_key(name: str) -> None:
    root = compose(text_of(name).encode(), name, [])
    assert root is not None
    assert sorted(KEYS[name] - {pair.key.text for pair in pairs(root)}) == []


def pairs(node: Node) -> Iterator[Pair]:
    if isinstance(node, Mapping):
        for pair in node.pairs:
            yield pair
            yield from pairs(pair.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from pairs(item)


def misspelt() -> Iterator[Any]:
    """Every key of every right document, one at a time, with its first letter doubled."""
    for name in DOCUMENTS:
        text = text_of(name).replace("confidential: true", "confidential: false")
        root = compose(text.encode(), name, [])
        assert root is not None
        for pair in pairs(root):
            key, place = pair.key.text, pair.key.place
            if not FREE_NAMES.fullmatch(key):
                yield pytest.param(name, text, key, place.line, place.column, id=f"{name}:{place.line}:{key}")


@pytest.mark.parametrize(("name", "text", "key", "line", "column"), list(misspelt()))
def test_a_misspelt_key_is_refused_by_both_with_its_line_and_a_suggestion(
    name: str, text: str, key: str, line: int, column: int
) -> None:
    lines = text.splitlines(keepends=True)
    start = column - 1
    lines[line - 1] = lines[line - 1][:start] + key[0] + lines[line - 1][start:]
    root = compose("".join(lines).encode(), name, [])
    assert root is not None
    problems = read(name, root)
    suggested = re.compile(rf"did you mean '?([a-z]+\.)?{re.escape(key)}'?\?")
    assert [problem.place.line for problem in problems if suggested.search(problem.message)] == [line], (
        problems
    )
    assert not validator(name).is_valid(to_instance(root))


@pytest.mark.parametrize("fact", list(WORDS.facts))
def test_a_misspelt_fact_gets_its_suggestion(fact: str) -> None:
    scope, _, rest = fact.partition(".")
    problems: list[Problem] = []
    root = compose(f"version: 1\n{scope}.{rest[0]}{rest}: 1\n".encode(), "facts.yaml", problems)
    assert root is not None
    read_facts(root, "facts.yaml", WORDS, problems)
    assert len(problems) == 1
    if scope not in ("model", "target", "lineage", "calendar"):
        assert f"did you mean '{fact}'?" in problems[0].message


WRONG = {
    "models": [
        "models: x",
        "models: [{model: a/b, path: c/}]",
        "models: [{license: mit}]",
        "models: [{model: [a]}]",
        "models: [{model: true}]",
        "models: [{model: a/b, uses: []}]",
        "models: [{model: a/b, uses: [fly]}]",
        "models: [{model: a/b, products: []}]",
        "models: [{model: a/b, base: {model: c/d, relation: cousin}}]",
        "models: [{model: a/b, from_scratch: 'true'}]",
        "models: [{model: a/b, targets: [{kind: classifier}]}]",
        "models: [{model: a/b, targets: [{model: c/d, kind: robot}]}]",
        "models: [{model: a/b, facts: {group.revenue: '<USD 5M'}}]",
        "models: [{model: a/b, facts: {use.acts: [serve]}}]",
        "policy: {url: 'http://example.org', sha256: abc}",
        "products: [web]",
        "products: {web: {facts: {monthly_active_users: 5M}}}",
        "ignore: [{paths: [x]}]",
        "include: []",
    ],
    "facts": [
        "group: {monthly_active_users: 95M}",
        "group: {monthly_active_users: {soon: 95M}}",
        "group: {monthly_active_users: {2026-10: many}}",
        "group: {monthly_active_users: [95M]}",
        "organization: {type: firm}",
        "organization: {seat: []}",
        "organization: {seat: US}",
        "organization: {seat: [no]}",
        "organization: {founded: 2024}",
        "use: {commercial: yes}",
        "use: {commercial: 'true'}",
        "use: {fields: military}",
        "use: {fields: [cooking]}",
        "use: {fields: {}}",
        "use: {fields: {answered: []}}",
        "use: {acts: [serve]}",
        "model: {released: 2024-01-01}",
        "confidential: yes",
        "group: 5",
    ],
    "license-policy": [
        "rules: {license-known: {forbid: {category: rail}}}",
        "rules: {mine: {level: fail}}",
        "rules: {mine: {forbid: {category: rail}, allow: {category: rail}}}",
        "rules: {mine: {forbid: {}}}",
        "rules: {mine: {forbid: {category: []}}}",
        "rules: {mine: {forbid: {category: rails}}}",
        "rules: {mine: {forbid: {openness: open}}}",
        "rules: {license-known: {level: error}}",
        "rules: {license-known: {from: soon}}",
        "rules: {mine: {forbid: {category: rail}, when: {fact: use.money}}}",
        "on_unknown: {fact: block}",
        "agreements: [{id: A}]",
        "choices: [{model: a/b}]",
        "waivers: [{id: W, rule: license-known, reason: r, approved_by: a}]",
        "loosen: [{to: warn, reason: r, approved_by: a}]",
        "inheritance: {finetune: {scale-cap: Y}}",
        "grace_days: -1",
        "baseline: never",
        "baseline: {longest: 0}",
        "baseline: {longest: soon}",
        "baseline: {}",
        "baseline: []",
        "tests: [{name: n, given: {uses: [serve]}, expect: {exit_code: 0}}]",
        "tests: [{name: n, given: {license: mit}, expect: {exit_code: 3}}]",
        "tests: [{name: n, given: {license: mit}, expect: {}}]",
        "tests: [{name: n, given: {license: mit}, expect: {codes: [X]}}]",
    ],
    "baseline": [
        "until: 2026-12-31\nreason: r",
        "until: soon\nreason: r\nfindings: []",
        "until: 2026-12-31\nreason: r\nfindings: LG301-0123456789",
        "until: 2026-12-31\nreason: r\nfindings: [{id: LG301, answer: unknown}]",
        "until: 2026-12-31\nreason: r\nfindings: [{id: LG301-0123456789, answer: satisfied}]",
        "until: 2026-12-31\nreason: r\nfindings: [{answer: unknown}]",
    ],
    "waivers": [
        "waivers: W",
        "waivers: [{id: W, rule: license-known, reason: r, approved_by: a, until: never}]",
    ],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WRONG.items() for text in texts])
def test_a_wrong_document_is_refused_by_both(name: str, text: str) -> None:
    assert both(name, f"version: 1\n{text}\n") == (False, False)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("text", ["", "version: 2\n", "version:\n", "- 1\n", "text\n"])
def test_a_document_of_another_version_or_shape_is_refused_by_both(name: str, text: str) -> None:
    assert both(name, text) == (False, False)


RIGHT = {
    "models": [
        "models:",
        "products:",
        "models: [{model: 123, license: 4.0}]",
        "models: [{model: a/b, base: c/d, facts: {use: {commercial: true}}}]",
        "models: [{model: a/b, base: [c/d, {dataset: e/f}], uses: serve, license: some thing odd}]",
    ],
    "facts": [
        "group:",
        "group: {monthly_active_users: {..2025: 5M, 2026-01..: '<6M', 2024-01..2024-06: 1M..2M}}",
        "group: {monthly_active_users: {value: '<5M', by: me, on: 2026-11-02}}",
        "use: {territories: [NO, SE], fields: {includes: [military]}}",
        "use: {fields: {value: [], by: me}}",
    ],
    "license-policy": [
        "rules:",
        "rules: {mine: {forbid: {license: [llama2], clause: 'llama2#user-limit'}, when: {}}}",
        "rules: {mine: {allow: {publisher: x}, when: {any: [{fact: use.commercial}, {none: {fact: use.payment}}]}}}",
        "tests: [{name: n, given: {license: mit}, expect: {codes: []}}]",
        "extends: [builtin:commercial@1, ours.yaml]",
    ],
    "waivers": ["waivers:"],
    "baseline": ["until: 2026-12-31\nreason: r\nfindings:", "until: 2026-12-31\nreason: r\nfindings: []"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in RIGHT.items() for text in texts])
def test_another_right_document_is_accepted_by_both(name: str, text: str) -> None:
    assert both(name, f"version: 1\n{text}\n") == (True, True)
