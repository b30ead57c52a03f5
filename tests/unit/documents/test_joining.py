from __future__ import annotations

from license_gate.documents.joining import join_manifests
from license_gate.documents.manifest import read_manifest
from license_gate.documents.yaml_tree import compose
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import Problem
from tests.unit.documents.words import WORDS


def read(file: str, text: str, problems: list[Problem]) -> Manifest:
    root = compose(f"version: 1\n{text}".encode(), file, problems)
    assert root is not None
    manifest = read_manifest(root, file, WORDS, problems)
    assert manifest is not None
    return manifest


def join(root: str, *others: str) -> tuple[Manifest, list[str]]:
    problems: list[Problem] = []
    included = [read(f"{number}.yaml", text, problems) for number, text in enumerate(others, 1)]
    joined = join_manifests(read("root.yaml", root, problems), included, problems)
    return joined, [f"{problem.place}: {problem.message}" for problem in problems]


def test_products_models_and_ignored_paths_come_together() -> None:
    joined, problems = join(
        "policy: builtin:strict@1\nproducts: {web: {}}\nignore: [{paths: [a/**], reason: x}]\n",
        "products: {app: {}}\nmodels: [{model: a/b, products: [web, app]}]\n",
        "models: [{model: c/d}]\nignore: [{paths: [b/**], reason: y}]\n",
    )
    assert problems == []
    assert [product.name for product in joined.products] == ["web", "app"]
    assert [model.model for model in joined.models] == ["a/b", "c/d"]
    assert [entry.paths for entry in joined.ignore] == [("a/**",), ("b/**",)]


def test_a_product_that_is_declared_twice_is_a_mistake() -> None:
    assert join("products: {web: {}}\n", "products: {web: {}}\n")[1] == [
        "1.yaml:2:12: product 'web' is already declared at root.yaml:2:12"
    ]


def test_only_the_root_chooses_policy_facts_and_includes() -> None:
    assert join("", "policy: builtin:strict@1\nfacts: f.yaml\ninclude: [x.yaml]\n")[1] == [
        "1.yaml:2:9: only the manifest in the root names a policy",
        "1.yaml:3:8: only the manifest in the root names a facts.yaml",
        "1.yaml:1:1: an included manifest cannot include others: list them in the root",
    ]


def test_one_model_in_two_manifests_needs_different_products() -> None:
    problems = join("models: [{model: a/b}]\n", "models: [{model: a/b}]\n")[1]
    assert len(problems) == 1
    assert problems[0].startswith("1.yaml:2:10: 'a/b' is already declared at root.yaml:2:10")
