from __future__ import annotations

import textwrap

import pytest

from license_gate.documents.manifest import is_foreign
from license_gate.documents.yaml_tree import compose
from license_gate.domain.facts import SetValue
from license_gate.domain.manifest import Base, Declaration, Product
from license_gate.domain.place import Problem
from tests.unit.documents.asking import manifest


def only(entry: str) -> Declaration:
    """The one model that a line under `models:` declares."""
    read, problems = manifest(f"models:\n  - {entry}\n")
    assert problems == []
    assert len(read.models) == 1
    return read.models[0]


def edges(bases: tuple[Base, ...]) -> list[tuple[str, str]]:
    return [(base.model, base.relation) for base in bases]


def test_a_name_under_base_is_one_finetune() -> None:
    assert edges(only("{model: a/b, base: c/d}").bases) == [("c/d", "finetune")]


def test_a_base_says_its_relation_by_id_or_alias() -> None:
    model = only("{model: a/b, base: [{model: c/d, relation: adapter}, {model: e/f, relation: merge}]}")
    assert edges(model.bases) == [("c/d", "adapter-runtime"), ("e/f", "merge")]


def test_a_chain_is_written_where_no_lock_knows_it() -> None:
    written = "{model: c/d, license: apache-2.0, base: e/f, facts: {families: [llama2], modalities: [text]}}"
    base = only(f"{{model: a/b, base: {written}}}").bases[0]
    assert base.license == "apache-2.0"
    assert edges(base.bases) == [("e/f", "finetune")]
    assert {entry.fact: entry.value for entry in base.facts} == {
        "model.families": SetValue(frozenset({"llama2"})),
        "model.modalities": SetValue(frozenset({"text"})),
    }


def test_data_and_outputs_are_edges_of_their_own() -> None:
    model = only("{model: a/b, trained_on: [{dataset: c/d}, {outputs_of: openai:gpt-4o}]}")
    assert edges(model.trained_on) == [
        ("dataset:c/d", "trained-on-dataset"),
        ("openai:gpt-4o", "train-on-outputs"),
    ]


def test_a_target_keeps_its_facts() -> None:
    target = only(
        "{model: a/b, uses: [distill], targets: [{model: c/d, base: e/f, kind: language-model, released: true}]}"
    ).targets[0]
    assert (target.model, edges(target.bases)) == ("c/d", [("e/f", "finetune")])
    assert [(entry.fact, entry.value) for entry in target.facts] == [
        ("target.kind", "language-model"),
        ("target.released", True),
    ]


def test_a_path_names_weights_in_the_repository() -> None:
    model = only("{path: weights/embedder/}")
    assert (model.model, model.path) == ("path:weights/embedder/", "weights/embedder/")


def test_without_products_there_is_one_by_default() -> None:
    assert manifest("models: []\n")[0].products == (Product("default"),)
    assert manifest("products: {chat: {}}\n")[0].products[0].name == "chat"


def test_uses_are_complete_or_not_said() -> None:
    assert only("{model: a/b}").uses is None
    assert only("{model: a/b, uses: serve}").uses == ("serve",)


def test_bare_facts_under_a_product_are_the_products() -> None:
    text = 'products: {chat: {facts: {monthly_active_users: "<5M", use: {commercial: true}}}}'
    read, problems = manifest(text)
    assert problems == []
    assert [entry.fact for entry in read.products[0].facts] == [
        "product.monthly_active_users",
        "use.commercial",
    ]


def test_two_entries_for_one_model_must_not_share_a_product() -> None:
    products = "products: {web: {}, app: {}}\nmodels:\n"
    apart = "  - {model: A/b, products: [web]}\n  - {model: a/B, products: [app]}\n"
    assert manifest(products + apart)[1] == []
    assert manifest(products + "  - {model: A/b}\n  - {model: a/B, products: [app]}\n")[1] == [
        "5:5: 'a/B' is already declared at f.yaml:4:5: join the two entries, or give each its own 'products:'"
    ]


def test_a_policy_is_a_name_or_a_pinned_address() -> None:
    pinned = f"policy: {{url: https://example.org/p.yaml, sha256: {'a' * 64}}}\n"
    choice = manifest(pinned)[0].policy
    assert choice is not None
    assert (choice.name, choice.sha256) == ("https://example.org/p.yaml", "a" * 64)
    assert manifest(pinned)[1] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("policy: https://example.org/p.yaml", "must be pinned: write {url: https://..., sha256: ...}"),
        (f"policy: {{url: http://example.org, sha256: {'a' * 64}}}", "must begin with https://"),
        ("policy: {url: https://example.org, sha256: abc}", "'abc' is not a SHA-256: 64 hexadecimal digits"),
        ("policy: {url: https://example.org}", "policy needs 'sha256:'"),
        ("policy: /etc/policy.yaml", "must be a relative path"),
        ("facts: ~/facts.yaml", "must be a relative path"),
        ("ignore: [{paths: [tests/**]}]", "ignore needs 'reason:'"),
        ("ignore: [{paths: [../x], reason: y}]", "'../x' leads out of the repository"),
        ("include: []", "'include:' is an empty list: name at least one, or remove the key"),
        ("products: {chat: {uses: []}}", "'uses:' is an empty list"),
        ("products: {chat: {use: [serve]}}", "unknown key in product chat: 'use'; did you mean 'uses'?"),
        ("products: [chat]", "'products' needs a mapping (key: value), but a list stands here"),
        ("models: {model: a/b}", "'models' needs a list ([a, b] or one '- item' a line), but a mapping"),
        ("models: [a/b]", "'a/b' needs its key: write '- model: org/name'"),
        ("models: [{licence: mit, model: a/b}]", "unknown key in a model: 'licence'; did you mean 'license'?"),
        ("models: [{license: mit}]", "a model needs 'model: org/name' or 'path: folder/of/weights/'"),
        ("models: [{model: a/b, path: c/}]", "name either 'model:' or 'path:', not both"),
        ("models: [{path: /weights}]", "must be a relative path"),
        ("models: [{model: a/b, uses: []}]", "'uses:' is an empty list"),
        ("models: [{model: a/b, uses: }]", "'uses:' has no value"),
        ("models: [{model: a/b, uses: [srve]}]", "unknown use 'srve'; did you mean 'serve'?"),
        ("models: [{model: a/b, products: [chat]}]", "unknown product 'chat'; it is one of: default"),
        ("models: [{model: a/b, license: [ours, mit], base: c/d}]", "'ours' stands alone"),
        ("models: [{model: a/b, license: []}]", "'license:' is an empty list"),
        ("models: [{model: a/b, license: {mit: apache-2.0}}]", "mapping"),
        ("models: [{model: a/b, license: ours}]", "'license: ours' needs 'base:' or 'trained_on:'"),
        ("models: [{model: a/b, from_scratch: true, base: c/d}]", "a model made from scratch has no 'base:'"),
        ("models: [{model: a/b, base: []}]", "'base:' names nothing: name a model, or remove the key"),
        ("models: [{model: a/b, base: {relation: merge}}]", "exactly one of 'model:' or 'dataset:' is needed"),
        ("models: [{model: a/b, base: {model: c/d, relation: mrge}}]", "unknown relation 'mrge'; did you mean"),
        ("models: [{model: a/b, trained_on: [c/d]}]", "needs its kind: write {dataset: ...} or {outputs_of: ...}"),
        ("models: [{model: a/b, trained_on: [{model: c/d}]}]", "say how: write 'relation: distilled'"),
        ("models: [{model: a/b, targets: [{kind: classifier}]}]", "a target needs 'model:'"),
        ("models: [{model: a/b, targets: [{model: c/d, kind: robot}]}]", "unknown value of target.kind 'robot'"),
        ("models: [{model: a/b, facts: {monthly_active_users: '<5M'}}]", "unknown fact 'monthly_active_users'"),
        ("models: [{model: a/b, facts: {group.revenue: '<USD 5M'}}]", "it belongs to facts.yaml"),
        ("models: [{model: a/b, facts: {use.acts: [serve]}}]", "'use.acts' is what 'uses:'"),
        ('models: [{model: "a\\nb"}]', "'a\\nb' has control or invisible characters: remove them"),
        ('models: [{model: "\\e[31mred"}]', "'\\x1b[31mred' has control or invisible characters"),
        (f"models: [{{model: {'x' * 201}}}]", "is longer than 200 characters"),
        ("models: [{model: true}]", "'model:' takes text, and a plain true is none: put it in quotes"),
        ("modles: []", "unknown key in models.yaml: 'modles'; did you mean 'models'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_what_to_write(text: str, said: str) -> None:
    problems = manifest(text)[1]
    assert len(problems) == 1, problems
    assert said in problems[0]


def test_an_unknown_license_of_a_model_is_no_mistake() -> None:
    assert only("{model: a/b, license: my-odd-license-3}").license == "my-odd-license-3"


def test_a_problem_stands_where_the_product_is_named() -> None:
    text = "models:\n  - model: a/b\n    products:\n      - chat\n"
    assert manifest(text)[1] == ["5:9: unknown product 'chat'; it is one of: default"]


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("version: 1\n", False),
        ("models: [{model: a/b}]\n", False),
        ("models:\n  - name: x\n  - path: y\n", False),
        ("models: [{name: dbt_model}]\n", True),
        ("models: {gpt: {}}\n", True),
        ("models: [a, b]\n", True),
        ("- a\n- b\n", True),
        ("just text\n", True),
        ("", True),
    ],
)
def test_a_file_of_another_tool_is_recognized(text: str, foreign: bool) -> None:
    problems: list[Problem] = []
    assert is_foreign(compose(textwrap.dedent(text).encode(), "models.yaml", problems)) is foreign


def test_a_list_of_licenses_keeps_its_members_and_joins_them() -> None:
    listed = only("{model: a/b, license: [mit, my odd license]}")
    assert (listed.license, listed.licenses) == ("mit AND my odd license", ("mit", "my odd license"))
    single = only("{model: a/b, license: [mit]}")
    assert (single.license, single.licenses) == ("mit", ())
    (base,) = only("{model: a/b, license: mit, base: {model: c/d, license: [mit, gemma]}}").bases
    assert base.licenses == ("mit", "gemma")
