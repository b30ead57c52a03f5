"""Cards -> editions: the fields together, and what a day, a base or a known model decides."""

from __future__ import annotations

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.domain.expression import Both, Expression, Named
from license_gate.resolve.card import Card, dated, named, narrowed, of_model, read_card

CATALOG = load_catalog()


def read(*licenses: str, name: str = "", link: str = "") -> Expression | None:
    return read_card(Card(licenses, name, link), CATALOG)


def test_other_leaves_the_word_to_the_name_and_the_link() -> None:
    assert read("other", name="lfm1.0") == Named("lfm1.0", ("lfm1.0",))
    assert named(read("other", link="https://ai.google.dev/gemma/terms")) == {"gemma"}
    assert read("other", name="custom", link="LICENSE") is None
    assert read() is None


def test_fields_that_can_mean_one_text_are_one() -> None:
    assert named(read("llama3.1", name="Llama 3.1 Community License Agreement")) == {"llama3.1"}
    link = "https://github.com/MoonshotAI/Kimi-K2/blob/main/LICENSE"
    assert named(read("other", name="modified-mit", link=link)) == {"kimi-k2-modified-mit"}


def test_fields_that_contradict_each_other_all_bind() -> None:
    found = read("apache-2.0", name="jamba-open-model-license")
    assert isinstance(found, Both)
    assert named(found) == {"apache-2.0", "jamba-open-model"}


def test_an_unknown_name_is_not_outdone_by_a_permissive_link() -> None:
    found = read("other", name="swift-of-acme", link="https://www.apache.org/licenses/LICENSE-2.0")
    assert isinstance(found, Both)
    assert Named("swift-of-acme") in found.parts


def test_a_list_binds_with_all_its_members() -> None:
    found = read("mit", "cc-by-nc-4.0")
    assert isinstance(found, Both)
    assert named(found) == {"mit", "cc-by-nc-4.0"}


@pytest.mark.parametrize(
    ("on", "editions"),
    [
        ("2025-10-26", {"apache-2.0"}),
        ("2025-11-12", {"mit"}),
        ("2025-11-13", {"minimax-m2-modified-mit"}),
        ("", {"minimax-m2-modified-mit"}),
    ],
)
def test_the_day_of_a_revision_decides_where_a_publisher_changed_the_text(
    on: str, editions: set[str]
) -> None:
    assert named(of_model("MiniMaxAI/MiniMax-M2", None, CATALOG, on)) == editions


def test_a_text_younger_than_the_revision_is_not_its_license() -> None:
    found = CATALOG.expression("tencent-hunyuan-community")
    assert named(dated(found, CATALOG, "2024-11-20")) == {"tencent-hunyuan-community-2024"}
    assert dated(found, CATALOG, "") == found
    assert dated(found, CATALOG, "2019-01-01") == found


def test_the_model_a_copy_was_made_from_decides() -> None:
    found = CATALOG.expression("modified-mit")
    assert named(narrowed(found, frozenset({"minimax-m2.1-modified-mit", "mit"}))) == {
        "minimax-m2.1-modified-mit"
    }
    both = frozenset({"kimi-k2-modified-mit", "minimax-m2.1-modified-mit"})
    assert narrowed(found, both) == found
    assert narrowed(Named("mit", ("mit",)), frozenset({"apache-2.0"})) == Named("mit", ("mit",))


def test_a_known_model_against_its_card_is_both() -> None:
    found = of_model("meta-llama/Llama-2-7b-hf", read("apache-2.0"), CATALOG)
    assert named(found) == {"llama2", "apache-2.0"}
    assert of_model("acme/x", None, CATALOG) is None
