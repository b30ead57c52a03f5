"""License texts beside weights go before everything else that is said of a model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from license_gate.catalog.lookup import load_catalog
from license_gate.domain.expression import Both, Either, Expression, Named
from license_gate.domain.license import Edition
from license_gate.domain.manifest import Base, Declaration
from license_gate.domain.place import Place
from license_gate.domain.text import Difference, LicenseText
from license_gate.resolve.card import named
from license_gate.resolve.lineage import Lineage, trace
from license_gate.resolve.texts import editions_of, offers, rest

CATALOG = load_catalog().extended([Edition("acme-eula", "Acme Terms", "source-available", verified=True)])
PLACE = Place("models.yaml")
KNOWN = frozenset({"apache-2.0", "gemma-4", "llama2", "mit", "cc-by-nc-4.0", "tencent-hunyuan-community"})
LLAMA = LicenseText("w/LICENSE", "llama2", compared=KNOWN)
POLICY = LLAMA._replace(file="w/USE_POLICY.md")
APACHE = LicenseText("w/LICENSE", "apache-2.0", compared=KNOWN, same=("gemma-4",))
MIT = LicenseText("w/LICENSE-MIT", "mit", compared=KNOWN)
CHANGED = LLAMA._replace(differs_on=(Difference("user limit", ("700",), ("900",), 67),))
EXCERPT = LicenseText("w/LICENSE", "kimi-k3", compared=KNOWN, whole=False, reason="only excerpts")
STRANGER = LicenseText("w/LICENSE", lines=("Be kind.",), compared=KNOWN, reason="no known text")


def lineage(said: str, *texts: LicenseText, model: str = "path:w", **more: object) -> Lineage:
    declared = Declaration(model, PLACE, path="w", license=said, **more)  # type: ignore[arg-type]
    return trace(declared, {model: declared}, CATALOG, CATALOG.words.families, {model: texts})


def claims(found: Lineage) -> list[tuple[str, str]]:
    return [(claim.text, claim.evidence) for claim in found.claims]


def conflicts(found: Lineage) -> list[tuple[str, str, str]]:
    return [(each.declared, each.recorded, each.file) for each in found.conflicts]


def test_a_text_needs_no_declaration() -> None:
    (claim,) = lineage("", LLAMA, POLICY).claims
    assert (claim.text, claim.evidence, claim.expression) == ("llama2", "text", Named("llama2", ("llama2",)))
    assert claim.read == LLAMA


@pytest.mark.parametrize("said", ["llama2", "Llama 2 Community License Agreement"])
def test_the_same_edition_is_one_claim_with_evidence_text(said: str) -> None:
    found = lineage(said, LLAMA)
    assert claims(found) == [("llama2", "text")]
    assert not found.conflicts


def test_another_declared_license_is_a_conflict_and_both_bind() -> None:
    found = lineage("apache-2.0", LLAMA)
    assert claims(found) == [("llama2", "text"), ("apache-2.0", "assertion")]
    assert conflicts(found) == [("apache-2.0", "llama2", "w/LICENSE")]


def test_several_texts_all_bind() -> None:
    assert claims(lineage("", LLAMA, MIT)) == [("llama2", "text"), ("mit", "text")]
    assert claims(lineage("mit", LLAMA, MIT)) == [("llama2", "text"), ("mit", "text")]


def test_what_is_declared_besides_the_text_binds_as_well() -> None:
    found = lineage("llama2 AND mit", LLAMA)
    assert claims(found) == [("llama2", "text"), ("mit", "assertion")]
    assert not found.conflicts


def test_one_text_decides_a_choice() -> None:
    assert claims(lineage("MIT OR cc-by-nc-4.0", MIT)) == [("mit", "text")]


def test_a_choice_stands_where_all_of_it_lies_there() -> None:
    (claim,) = lineage("MIT OR Apache-2.0", MIT, APACHE).claims
    assert (claim.text, claim.evidence) == ("MIT OR Apache-2.0", "text")
    assert isinstance(claim.expression, Either)


def test_a_third_text_binds_beside_a_choice() -> None:
    assert claims(lineage("MIT OR Apache-2.0", MIT, APACHE, LLAMA)) == [
        ("llama2", "text"), ("MIT OR Apache-2.0", "text"),
    ]  # fmt: skip


def test_an_id_that_applies_the_very_text_is_the_same() -> None:
    found = lineage("gemma-4", APACHE)
    assert (claims(found), found.conflicts) == ([("gemma-4", "text")], ())


def test_a_changed_text_is_not_judged_as_its_edition() -> None:
    found = lineage("llama2", CHANGED)
    assert [(claim.expression, claim.evidence) for claim in found.claims] == [(Named("w/LICENSE"), "text")]
    assert not found.unmatched


def test_a_changed_text_against_another_license_is_a_conflict_too() -> None:
    found = lineage("mit", CHANGED)
    assert claims(found) == [("w/LICENSE", "text"), ("mit", "assertion")]
    assert conflicts(found) == [("mit", "like llama2", "w/LICENSE")]


def test_an_unknown_text_is_an_unknown_license() -> None:
    assert [claim.expression for claim in lineage("", STRANGER).claims] == [Named("w/LICENSE")]


def test_an_unknown_text_is_not_the_declared_license_whose_text_is_known() -> None:
    found = lineage("apache-2.0", STRANGER)
    assert claims(found) == [("w/LICENSE", "text"), ("apache-2.0", "assertion")]
    assert not found.conflicts


@pytest.mark.parametrize("text", [STRANGER, CHANGED])
def test_an_unknown_text_may_be_a_license_of_the_organization(text: LicenseText) -> None:
    found = lineage("acme-eula", text)
    assert claims(found) == [("acme-eula", "assertion")]
    assert found.unmatched == (text,)


def test_excerpts_neither_prove_nor_contradict_the_declaration() -> None:
    assert lineage("kimi-k3", EXCERPT).unmatched == (EXCERPT,)
    assert claims(lineage("", EXCERPT)) == [("w/LICENSE", "text")]
    changed = EXCERPT._replace(differs_on=CHANGED.differs_on)
    assert claims(lineage("kimi-k3", changed)) == [("w/LICENSE", "text")]


@pytest.mark.parametrize(
    ("said", "line", "taken"),
    [
        ("apache-2.0", "Licensed under the Apache License, Version 2.0. See apache.org.", True),
        ("apache-2.0", "SPDX-License-Identifier: Apache-2.0", True),
        ("mit", "SPDX-License-Identifier: Apache-2.0", False),
        ("apache-2.0", "Apache-2.0, for research only", False),
        ("apache-2.0", "Apache-2.0. " + "More words about it. " * 100, False),
    ],
)
def test_a_short_file_may_say_which_license_holds(said: str, line: str, taken: bool) -> None:
    text = STRANGER._replace(lines=(line,))
    assert bool(lineage(said, text).unmatched) is taken


def test_a_text_of_a_declared_base_comes_down_the_lineage() -> None:
    weights = Declaration("path:w", PLACE, path="w")
    declared = Declaration("acme/a", PLACE, license="mit", bases=(Base("path:w"),))
    found = trace(declared, {"path:w": weights}, CATALOG, CATALOG.words.families, {"path:w": (LLAMA,)})
    assert claims(found) == [("mit", "assertion"), ("llama2", "text")]


def test_what_lies_beside_a_model_of_ours_is_what_we_grant() -> None:
    assert claims(lineage("ours", APACHE, from_scratch=True)) == []


def test_a_family_in_the_name_raises_no_question_where_its_license_lies_there() -> None:
    assert not lineage("", LLAMA, model="path:w/llama2-7b").hinted_family
    assert lineage("", MIT, model="path:w/llama2-7b").hinted_family == "llama2"


names = st.sampled_from(["mit", "apache-2.0", "llama2", "cc-by-nc-4.0", "acme-eula", ""])
texts = st.lists(st.sampled_from([LLAMA, POLICY, APACHE, MIT, CHANGED, EXCERPT, STRANGER]), max_size=4)


@given(names, texts)
def test_no_text_is_ever_lost(said: str, beside: list[LicenseText]) -> None:
    found = lineage(said, *beside)
    judged = [claim.expression for claim in found.claims if claim.expression is not None]
    for text in beside:
        if text.faithful:
            assert any(text.license in named(each) or "gemma-4" in named(each) for each in judged)
        else:
            assert text in found.unmatched or Named(text.file) in judged


expressions: st.SearchStrategy[Expression] = st.recursive(
    st.sampled_from([Named(name, (name,)) for name in ("mit", "apache-2.0", "llama2")]),
    lambda inner: st.tuples(inner, inner).flatmap(lambda two: st.sampled_from([Both(two), Either(two)])),
    max_leaves=5,
)


@given(expressions)
def test_nothing_is_left_of_an_expression_whose_texts_all_lie_there(expression: Expression) -> None:
    everything = editions_of([MIT, APACHE, LLAMA])
    assert rest(expression, everything) is None
    assert rest(expression, frozenset()) == expression
    assert offers(expression, everything) is isinstance(expression, Either)
