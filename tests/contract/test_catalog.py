"""The catalog against itself, against the license texts and against the cards of real models."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.domain.condition import Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.expression import Expression, Named
from license_gate.domain.license import Clause, Edition
from license_gate.domain.place import Problem
from license_gate.domain.quantity import Amount
from scripts import compile_catalog
from tests.contract import license_texts
from tests.research import ROOT, research_folder

LICENSES = os.path.join(ROOT, "license_gate", "catalog", "licenses")
IDS = sorted(name.removesuffix(".yaml") for name in os.listdir(LICENSES))
SHINGLE = 12  # words in a row that no sentence of ours shares with a license text
needs_texts = pytest.mark.skipif(research_folder() is None, reason=license_texts.MISSING)


@cache
def catalog() -> Catalog:
    return load_catalog()


@cache
def document(name: str) -> dict[str, Any]:
    with open(os.path.join(LICENSES, f"{name}.yaml"), encoding="utf-8") as file:
        found: dict[str, Any] = yaml.load(file, yaml.BaseLoader)  # noqa: S506 (it makes nothing but text)
    return found


def edition(name: str) -> Edition:
    found = catalog().edition(name)
    assert found is not None
    return found


def texts_of(name: str) -> list[str]:
    """The texts that an edition was read from; Gemma 4 applies Apache-2.0 as it is."""
    listed = document("apache-2.0" if name == "gemma-4" else name).get("texts")
    if listed is None:
        pytest.skip("its text was read in the gate of a model card: there is no file to compare with")
    return [license_texts.by_digest()[each["sha256"]] for each in listed]


def leaves(condition: Condition | None, *, sign: int = 1) -> Iterator[tuple[Leaf, int]]:
    """Every leaf with 1, or -1 where the condition is less true when the leaf is more true."""
    if isinstance(condition, Leaf):
        yield condition, sign
    elif isinstance(condition, Unclear):
        yield from leaves(condition.when, sign=sign)
    elif isinstance(condition, Readings):
        for part in condition.parts:
            yield from leaves(part, sign=sign)
    elif isinstance(condition, Group):
        for part in (*condition.all, *condition.any):
            yield from leaves(part, sign=sign)
        for part in condition.none:
            yield from leaves(part, sign=-sign)


def test_the_sources_have_no_problems_and_the_compiled_catalog_is_fresh() -> None:
    problems: list[Problem] = []
    files = compile_catalog.build(problems)
    assert [f"{problem.place}: {problem.message}" for problem in problems] == []
    assert compile_catalog.stale(files) == [], "run scripts/compile_catalog.py"


def test_codes_of_kinds_are_unique_and_theirs_alone() -> None:
    codes = [kind.code for kind in catalog().words.kinds.values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"LG3\d\d", code) for code in codes)


def test_the_four_codes_that_documents_already_cite_stay() -> None:
    kinds = catalog().words.kinds
    cited = ("user-limit", "revenue-limit", "royalty", "registration")
    assert [kinds[name].code for name in cited] == ["LG301", "LG302", "LG303", "LG304"]


@pytest.mark.parametrize("name", IDS)
def test_what_an_edition_lacks_is_the_exception(name: str) -> None:
    found = edition(name)
    assert found.verified
    assert found.urls
    assert found.reviewed_on
    assert found.clauses
    assert all(clause.locator for clause in found.clauses)


@pytest.mark.parametrize("name", IDS)
def test_a_duty_or_ban_that_is_judged_has_a_case(name: str) -> None:
    """A clause whose kind is undecided when unknown says when it applies: else it would always bite."""
    kinds = catalog().words.kinds
    missing = [
        clause.id
        for clause in edition(name).clauses
        if kinds[clause.kind].unknown == "undecided"
        and clause.effect in ("prohibits", "withholds")
        and not list(leaves(clause.when))
    ]
    assert missing == []


@pytest.mark.parametrize("name", IDS)
def test_exceptions_lift_and_only_they(name: str) -> None:
    for clause in edition(name).clauses:
        assert not clause.lifts or clause.effect == "permits", clause.id


@pytest.mark.parametrize("name", IDS)
def test_licenses_named_in_conditions_are_known(name: str) -> None:
    for clause in edition(name).clauses:
        for leaf, _ in (*leaves(clause.when), *leaves(clause.met)):
            if leaf.fact in ("distribution.license", "target.license"):
                named = (leaf.value,) if isinstance(leaf.value, str) else leaf.value
                assert isinstance(named, tuple)
                assert set(named) <= catalog().words.editions, clause.id


@pytest.mark.parametrize("name", IDS)
def test_values_that_a_policy_may_assume_only_make_terms_apply(name: str) -> None:
    facts = catalog().words.facts
    for clause in edition(name).clauses:
        exempts = clause.effect == "permits"
        for condition, direction in ((clause.when, -1 if exempts else 1), (clause.met, -1)):
            for leaf, sign in leaves(condition, sign=direction):
                if facts[leaf.fact].strict:
                    assert sign * _agrees(leaf, facts[leaf.fact].strict) > 0, (clause.id, leaf)


def _agrees(leaf: Leaf, strict: tuple[str, ...]) -> int:
    """1 where the assumed value makes the leaf true, -1 where it makes it false."""
    value = str(leaf.value).lower() if isinstance(leaf.value, bool) else leaf.value
    named = (value,) if isinstance(value, str) else value
    return 1 if set(strict) & set(named if isinstance(named, tuple) else ()) else -1


@needs_texts
@pytest.mark.parametrize("name", IDS)
def test_every_clause_is_found_in_the_text_by_its_locator(name: str) -> None:
    folded = [license_texts.fold(text) for text in texts_of(name)]
    lost = [
        f"{clause.id}: {clause.locator}"
        for clause in edition(name).clauses
        if not any(license_texts.fold(clause.locator) in text for text in folded)
    ]
    assert lost == []


@needs_texts
@pytest.mark.parametrize("name", IDS)
def test_limits_are_the_numbers_of_the_text(name: str) -> None:
    numbers = {number for text in texts_of(name) for number in _numbers(text)}
    for clause in edition(name).clauses:
        for leaf, _ in leaves(clause.when):
            if isinstance(leaf.value, Amount):
                assert leaf.value.number in numbers, (clause.id, leaf.value)


def _numbers(text: str) -> set[float]:
    found = re.findall(r"(\d[\d,]*(?:\.\d+)?)\s*(million|billion)?", text, re.IGNORECASE)
    scale = {"": 1, "million": 10**6, "billion": 10**9}
    return {
        float(digits.replace(",", "")) * scale[word.lower()] for digits, word in found if digits.strip(",")
    }


@needs_texts
@pytest.mark.parametrize("name", IDS)
def test_prescribed_lines_are_those_of_the_text(name: str) -> None:
    texts = [" ".join(license_texts.words(text)) for text in texts_of(name)]
    for clause in edition(name).clauses:
        for key in ("display", "text"):
            value = clause.parameter(key) or ()
            for line in (value,) if isinstance(value, str) else value:
                assert any(" ".join(license_texts.words(line)) in text for text in texts), (clause.id, line)


@needs_texts
def test_no_sentence_of_a_license_stands_in_the_repository() -> None:
    theirs = {each for text in license_texts.by_digest().values() for each in _shingles(text)}
    allowed = {each for line in _prescribed() for each in _shingles(line)}
    copied = {}
    for path in _tracked():
        with open(os.path.join(ROOT, path), encoding="utf-8", errors="replace") as file:
            shared = _shingles(file.read()) & theirs - allowed
        if shared:
            copied[path] = " ".join(min(shared))
    assert copied == {}


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = license_texts.words(text)
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def _prescribed() -> Iterator[str]:
    """The lines that a license tells its users to show or ship."""
    for name in IDS:
        for clause in edition(name).clauses:
            for key in ("text", "display"):
                value = clause.parameter(key)
                if value:
                    yield value if isinstance(value, str) else " ".join(value)


def _tracked() -> list[str]:
    """Files of the repository but the text of its own license and what is compiled from others."""
    listed = subprocess.run(["git", "ls-files", "-z"], check=True, capture_output=True, text=True, cwd=ROOT)
    paths = [
        path for path in listed.stdout.split("\0") if path and path != "LICENSE" and "/compiled/" not in path
    ]
    return [path for path in paths if os.path.isfile(os.path.join(ROOT, path))]


@needs_texts
def test_every_license_identifier_of_the_hub_is_known_or_known_to_say_nothing() -> None:
    with open(
        os.path.join(research_folder() or "", "data", "hub-license-ids.json"), encoding="utf-8"
    ) as file:
        listed = [each["id"] for each in json.load(file)["licenses"]]
    silent = {"other", "unknown", "cc"}
    unknown = {name for name in listed if not _editions(catalog().expression(name))}
    assert unknown == silent


@needs_texts
def test_known_models_agree_with_their_cards() -> None:
    """Where a card says another license, the entry tells why it stands all the same."""
    explained = _explained()
    differing = []
    for row in _cards():
        known = catalog().model(row["id"])
        if known is None or any(_matches(row["id"], pattern) for pattern in explained):
            continue
        named_by_us = catalog().expression(known.edition or known.license_text)
        ours = {known.edition, *_editions(named_by_us)}
        named = row["license_name"] if row["license"] == "other" else row["license"]
        if not ours & set(_editions(catalog().expression(named or ""))):
            differing.append(
                f"{row['id']}: {known.pattern} says {known.edition or known.license_text}, not {named}"
            )
    assert differing == []


def _cards() -> Iterator[dict[str, Any]]:
    path = os.path.join(research_folder() or "", "data", "hub-models.jsonl.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _explained() -> list[str]:
    with open(os.path.join(os.path.dirname(LICENSES), "models.yaml"), encoding="utf-8") as file:
        entries = yaml.load(file, yaml.CSafeLoader)["models"]
    return [name.lower() for entry in entries for name in entry.get("despite", ())]


def _matches(name: str, pattern: str) -> bool:
    folded = name.lower()
    return folded.startswith(pattern[:-1]) if pattern.endswith("*") else folded == pattern


def _editions(expression: Expression) -> tuple[str, ...]:
    if isinstance(expression, Named):
        return expression.editions
    return tuple(name for part in expression.parts for name in _editions(part))


def clauses_of_kind(kind: str) -> Iterator[tuple[str, Clause]]:
    for name in IDS:
        for clause in edition(name).clauses:
            if clause.kind == kind:
                yield name, clause


def test_the_user_limit_of_llama_looks_at_one_month() -> None:
    frozen = {
        "llama2",
        "llama3",
        "llama3.1",
        "llama3.2",
        "llama3.3",
        "llama4",
        "databricks-open-model-license",
    }
    periods = {
        name: {leaf.at for leaf, _ in leaves(clause.when) if leaf.at}
        for name, clause in clauses_of_kind("user-limit")
    }
    assert {name for name, found in periods.items() if found == {"month-before-release"}} >= frozen
    assert all(edition(name).released for name in frozen)
