"""The license fields of 7,024 real cards: each comes to an edition, to named candidates or to a named unknown."""

from __future__ import annotations

import glob
import os
from functools import cache
from typing import Any

import pytest
import yaml

from benchmarks.names import ANSWERS, CORE, Resolved, read_rows, resolve
from license_gate.catalog.lookup import load_catalog
from license_gate.domain.expression import Expression, Named
from license_gate.domain.manifest import Declaration
from license_gate.domain.place import NOWHERE
from license_gate.resolve.card import named
from license_gate.resolve.lineage import trace
from tests.research import research_folder

pytestmark = pytest.mark.skipif(research_folder() is None, reason="the cards of real models are not here")

CATALOG = load_catalog()
SILENT = {None, "other", "unknown", "cc"}
# Every way in which a card of the sample may name a license that asks for no more than credit. The list is written
# by hand: what resolves to such a license and is not on it was guessed.
PERMISSIVE = {
    "apache-2.0", "apache-license-2.0", "mit", "bsd-2-clause", "bsd-3-clause", "bsd", "isc", "cc-by-4.0", "cc0-1.0",
    "unlicense", "odc-by", "cdla-permissive-2.0", "openmdw-1.0", "openmdw-1.1", "openmdw1.1-license", "wtfpl", "zlib",
}  # fmt: skip
# Cards that name the text below the one that governs: the addendum of Cohere Labs comes to light by the model.
CARDS_OF_OTHERS = ["cohere-c4ai-cc-by-nc: cc-by-nc-4.0"]
EASY = ("permissive", "public-domain")


@cache
def rows() -> list[dict[str, Any]]:
    return read_rows(os.path.join(research_folder() or "", CORE))


@cache
def resolved() -> tuple[Resolved, ...]:
    return tuple(resolve(row, CATALOG) for row in rows())


def written(row: dict[str, Any]) -> set[str]:
    """The license strings of a card that name something."""
    fields = (row["license"], row["license_name"])
    return {text.lower() for text in fields if text not in SILENT and not CATALOG.says_nothing(text)}


def names_a_permissive_one(row: dict[str, Any]) -> bool:
    return bool(written(row)) and written(row) <= PERMISSIVE


def is_permissive_only(meant: Expression | None) -> bool:
    """Whether nothing but permissive editions bind, so that a gate would open."""
    if isinstance(meant, Named):
        found = [CATALOG.edition(name) for name in meant.editions]
        return bool(found) and all(edition is not None and edition.category in EASY for edition in found)
    return meant is not None and all(map(is_permissive_only, meant.parts))


def test_every_model_has_one_of_the_answers_and_unknown_ones_are_named() -> None:
    assert len(resolved()) == 7024
    assert {each.answer for each in resolved()} <= set(ANSWERS)
    for row, each in zip(rows(), resolved(), strict=True):
        if each.answer == "unknown name":
            assert written(row), each
        if each.answer == "nothing named":
            assert not written(row), each
        if each.answer == "candidates":
            assert len(named(each.meant)) > 1, each


def test_no_card_that_names_another_or_an_unknown_license_comes_to_a_permissive_one() -> None:
    guessed = [
        f"{each.model}: {row['license']}, {row['license_name']}, {row['license_link']} -> {each.meant}"
        for row, each in zip(rows(), resolved(), strict=True)
        if is_permissive_only(each.meant) and not names_a_permissive_one(row)
    ]
    assert guessed == []


def test_nor_does_it_where_the_card_is_declared_in_a_manifest() -> None:
    """The same through the lineage that `check` follows; what the catalog knows of a model stands beside its card."""
    guessed = []
    for row in rows():
        text = row["license_name"] if row["license"] in SILENT else row["license"]
        declared = Declaration(row["id"], NOWHERE, license=text or "")
        claims = trace(declared, {}, CATALOG, CATALOG.words.families).claims
        known = CATALOG.model(row["id"])
        if all(is_permissive_only(claim.expression) for claim in claims) and not names_a_permissive_one(row):
            guessed += [] if known and known.edition and not written(row) else [f"{row['id']}: {text}"]
    assert guessed == []


def test_every_hub_tag_and_scancode_key_of_an_edition_leads_to_it() -> None:
    """Tags, values of `license_name`, SPDX ids and ScanCode keys as they were collected with the texts."""
    lost = []
    for path in glob.glob(os.path.join(research_folder() or "", "licenses", "facts", "*.yaml")):
        with open(path, encoding="utf-8") as file:
            found = yaml.load(file, yaml.CSafeLoader)
        if found["id"] in CATALOG.words.editions and found["id"] != "gemma-4":
            names = [name for name in collected(found) if name not in SILENT and " " not in name]
            lost += [
                f"{found['id']}: {name}"
                for name in names
                if found["id"] not in named(CATALOG.expression(name))
            ]
    assert lost == CARDS_OF_OTHERS


def collected(found: dict[str, Any]) -> list[str]:
    hub = found.get("hub") or {}
    fields = [
        found.get(key) for key in ("spdx_id", "scancode_key", "spdx_or_scancode", "license_name_values")
    ]
    fields += [hub.get("tag"), hub.get("license_name")]
    return [name for value in fields if value for name in ([value] if isinstance(value, str) else value)]


def test_only_a_few_models_stay_without_a_name() -> None:
    """The share of cards that name nothing, or something nobody knows, does not grow unnoticed."""
    lost = [each for each in resolved() if each.answer in ("unknown name", "nothing named")]
    assert len(lost) / len(resolved()) < 0.1
