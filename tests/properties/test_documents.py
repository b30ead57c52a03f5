"""Any bytes, and any tree under the right keys, end in values and problems: a reader never raises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from license_gate.catalog.lookup import load_catalog
from license_gate.documents.declarations import BASE_KEYS, MODEL_KEYS, TRAINED_ON_KEYS
from license_gate.documents.extends import resolve_policy
from license_gate.documents.facts import FACTS_FILE, read_facts
from license_gate.documents.joining import join_manifests
from license_gate.documents.manifest import MANIFEST_KEYS, PRODUCT_KEYS, is_foreign, read_manifest
from license_gate.documents.policy import POLICY_KEYS, read_policy
from license_gate.documents.policy_tests import EXPECT_KEYS, GIVEN_KEYS, TEST_KEYS
from license_gate.documents.rules import BUILTIN_RULES, RULE_KEYS
from license_gate.documents.schema_check import to_instance
from license_gate.documents.waivers import WAIVER_KEYS, read_waivers
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Place, Problem
from license_gate.domain.policy import SELECTOR_KEYS
from license_gate.domain.tree import Mapping, Node, Pair, Scalar, Sequence

WORDS = load_catalog().words
HERE = Place("f.yaml", 1, 1)
KEYS = st.sampled_from(
    sorted({
        *MANIFEST_KEYS, *PRODUCT_KEYS, *MODEL_KEYS, *BASE_KEYS, *TRAINED_ON_KEYS, *POLICY_KEYS, *RULE_KEYS,
        *BUILTIN_RULES, *SELECTOR_KEYS, *WAIVER_KEYS, *TEST_KEYS, *GIVEN_KEYS, *EXPECT_KEYS, *WORDS.facts,
        *FACTS_FILE.scopes, "value", "by", "on", "includes", "excludes", "answered", "list", "fact", "at", "is",
        "all", "any", "none", "unclear", "readings", "above", "2026-10", "url", "sha256", "to", "finetune",
    })
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["1", "true", "", "~", "<5M", "USD 5M", "5M..1M", "NO", "EU", "2026-02-30", "ours", "serve"]),
    st.sampled_from(["builtin:commercial@1", "llama2#user-limit", "within-license-terms", "9" * 5000, "..", "\0"]),
)  # fmt: skip
SCALARS = st.builds(lambda text, quoted: Scalar(text, HERE, quoted), TEXTS, st.booleans())


def _mapping(pairs: dict[str, Node]) -> Node:
    return Mapping(tuple(Pair(Scalar(key, HERE), value) for key, value in pairs.items()), HERE)


def _containers(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    lists = st.lists(children, max_size=3).map(lambda items: Sequence(tuple(items), HERE))
    return st.one_of(lists, st.dictionaries(KEYS | st.text(max_size=4), children, max_size=5).map(_mapping))


TREES: st.SearchStrategy[Node] = st.recursive(SCALARS, _containers, max_leaves=25)
DOCUMENTS = st.dictionaries(KEYS, TREES, max_size=8).map(_mapping) | TREES


def _read_all(root: Node) -> list[Problem]:
    problems: list[Problem] = []
    is_foreign(root)
    manifest = read_manifest(root, "f.yaml", WORDS, problems)
    if manifest is not None:
        join_manifests(manifest, [manifest], problems)
    read_facts(root, "f.yaml", WORDS, problems)
    document = read_policy(root, "f.yaml", WORDS, problems)
    resolve_policy(document, lambda _name, _place: document, problems, "2026-11-15")
    read_waivers(root, "f.yaml", WORDS, problems)
    to_instance(root)
    return problems


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_end_in_a_tree_or_a_problem(data: bytes) -> None:
    problems: list[Problem] = []
    root = compose(data, "f.yaml", problems)
    assert root is not None or problems
    assert all(problem.message.isprintable() for problem in problems)


@settings(max_examples=300)
@given(DOCUMENTS)
def test_any_tree_under_the_right_keys_is_read_without_raising(root: Node) -> None:
    assert all(problem.message.isprintable() for problem in _read_all(root))
