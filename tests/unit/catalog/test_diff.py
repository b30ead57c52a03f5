"""Editions against each other: what a lawyer would mark in the margin, and nothing else."""

from __future__ import annotations

from functools import cache

import pytest

from license_gate.catalog.diff import compare
from license_gate.catalog.diff_page import diff_page, diff_values
from license_gate.catalog.lookup import load_catalog
from license_gate.domain.condition import Leaf
from license_gate.domain.license import Clause, Edition

CATALOG = load_catalog()
NAMES = [summary.id for summary in CATALOG.editions()]


def edition(name: str) -> Edition:
    found = CATALOG.edition(name)
    assert found is not None
    return found


@cache
def page(before: str, after: str) -> str:
    return diff_page(compare(edition(before), edition(after), CATALOG.words), CATALOG.words)


def themes(before: str, after: str) -> dict[str, str]:
    blocks = page(before, after).split("\n\n")
    return {block.partition("\n")[0]: " ".join(block.split()) for block in blocks}


def test_llama_3_to_3_1_is_what_changed_and_fits_a_page() -> None:
    found = themes("llama3", "llama3.1")
    assert "period in 2024-03 -> in 2024-06" in found["SCALE"]
    assert "only in llama3: training on model or outputs (1.b.v)" in found["OUTPUTS"]
    assert "show Built with Meta Llama 3 -> Built with Llama" in found["NOTICES"]
    assert "begins with Llama 3 -> Llama" in found["NOTICES"]
    assert "trained with it or on its outputs" in found["NOTICES"]
    assert "uses either -> ... product that contains either" in found["NOTICES"]
    assert "only in llama3.1: what is granted (1.b.i) Outputs may train other models" in found["RIGHTS"]
    assert "LEGAL" not in found
    assert len(page("llama3", "llama3.1").splitlines()) <= 60


@pytest.mark.parametrize(
    ("before", "after", "theme", "said"),
    [
        ("tencent-hunyuan-community-2024", "tencent-hunyuan-community", "TERRITORY", "use.territories lists as well GB, KR"),
        ("tencent-hunyuan-community-2024", "tencent-hunyuan-community", "OUTPUTS",
         "no longer asks that target.kind is language-model"),
        ("llama2", "databricks-open-model-license", "SCALE", "period in 2023-06 -> in 2024-02"),
        ("kimi-k2-modified-mit", "minimax-m2-modified-mit", "NOTICES", "USD 30,000,000"),
        ("tongyi-qianwen", "qwen", "OUTPUTS", "only in tongyi-qianwen: training on model or outputs (5.b)"),
        ("flux-1-dev-non-commercial-1.0", "flux-1-dev-non-commercial", "USE", "content filter"),
        ("openrail++", "creativeml-openrail-m", "CONTROL", "only in creativeml-openrail-m"),
    ],
)  # fmt: skip
def test_twins_differ_in_the_terms_that_tell_them_apart(
    before: str, after: str, theme: str, said: str
) -> None:
    assert said in " ".join(themes(before, after).values()), themes(before, after)
    assert theme in themes(before, after)


def test_an_edition_does_not_differ_from_itself() -> None:
    for name in NAMES:
        found = compare(edition(name), edition(name), CATALOG.words)
        assert (found.about, found.themes) == ((), ()), name
        assert len(found.same) == len(edition(name).clauses)


@pytest.mark.parametrize("name", NAMES)
def test_every_term_stands_on_one_side_or_in_one_pair(name: str) -> None:
    """Nothing is lost and nothing is told twice, whatever is compared with what."""
    other = edition("gemma" if name != "gemma" else "llama4")
    found = compare(edition(name), other, CATALOG.words)
    before = [clause.id for theme in found.themes for clause in theme.only_before]
    after = [clause.id for theme in found.themes for clause in theme.only_after]
    pairs = [each for theme in found.themes for each in theme.changed]
    assert sorted(before + [each.before.id for each in pairs] + [c.id for c in found.same]) == sorted(
        clause.id for clause in edition(name).clauses
    )
    assert len(after) + len(pairs) + len(found.same) == len(other.clauses)
    text = diff_page(found, CATALOG.words)
    wide = [line for line in text.splitlines() if len(line) > 110 and len(line.split()[-1]) < 60]
    assert wide == []


def test_as_values_both_sides_and_the_changes_are_named() -> None:
    found = diff_values(compare(edition("llama3"), edition("llama3.1"), CATALOG.words), CATALOG.words)
    assert (found["from"]["id"], found["to"]["id"]) == ("llama3", "llama3.1")
    by_theme = {theme["theme"]: theme for theme in found["themes"]}
    assert [clause["id"] for clause in by_theme["outputs"]["only_from"]] == ["output-training"]
    (limit,) = by_theme["scale"]["changed"]
    assert limit["changes"] == [{"what": "period", "before": "in 2024-03", "after": "in 2024-06"}]
    assert "legal-compliance" in found["same"]


def test_terms_of_one_kind_are_paired_by_what_they_ask() -> None:
    def field(name: str, word: str) -> Clause:
        return Clause(
            name, "field-of-use", "1", "prohibits", f"no {word}", Leaf("use.fields", "includes", (word,))
        )

    before = Edition("a", "A", "community", clauses=(field("one", "military"), field("two", "weapons")))
    after = Edition("b", "B", "community", clauses=(field("first", "weapons"), field("second", "gambling")))
    (theme,) = compare(before, after, CATALOG.words).themes
    assert [clause.id for clause in theme.only_before] == ["one"]
    assert [clause.id for clause in theme.only_after] == ["second"]


def test_what_an_entry_hides_is_shown_as_an_escape() -> None:
    clause = Clause("x", "scope", "1\x1b[2J", "permits", "use \u202eit")
    odd = Edition("a", "A\x07", "community", clauses=(clause,), source="licenses/a\x1b.yaml")
    text = diff_page(compare(odd, edition("mit"), CATALOG.words), CATALOG.words)
    assert not [mark for mark in text if not mark.isprintable() and mark != "\n"]
