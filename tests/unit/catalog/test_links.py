from __future__ import annotations

import pytest

from license_gate.catalog.links import fold_link, model_of, pins, unpinned
from license_gate.catalog.lookup import load_catalog
from license_gate.domain.expression import Named

HUB = "https://huggingface.co/"


@pytest.mark.parametrize(
    "text",
    ["LICENSE", "", "apache-2.0", "ftp://a/b", "https://a b/c", "javascript://x", "see https://a.b/c", "://"],
)
def test_what_is_no_address_is_none(text: str) -> None:
    assert fold_link(text) == ""


def test_one_file_has_one_folded_address() -> None:
    ways = (
        "https://github.com/Meta-Llama/x/blob/main/LICENSE",
        "http://www.github.com/meta-llama/x/raw/main/LICENSE?raw=true#L3",
        "https://raw.githubusercontent.com/meta-llama/x/main/LICENSE",
    )
    assert {fold_link(way) for way in ways} == {"github.com/meta-llama/x/blob/main/license"}


def test_a_commit_is_one_text_and_a_branch_is_any() -> None:
    assert pins("github.com/a/b/blob/1f71c43/license")
    assert not pins("github.com/a/b/blob/main/license")
    assert unpinned("github.com/a/b/blob/1f71c43/docs/license") == "github.com/a/b/docs/license"
    assert unpinned("example.com/a/b") == "example.com/a/b"


def test_the_hub_s_own_pages_are_no_models() -> None:
    assert model_of(fold_link(f"{HUB}Qwen/Qwen2.5-3B/blob/main/LICENSE")) == "qwen/qwen2.5-3b"
    assert model_of(fold_link(f"{HUB}spaces/bigscience/license")) == ""
    assert model_of(fold_link(f"{HUB}gpt2")) == ""
    assert model_of("example.com/qwen/qwen2.5-3b") == ""


@pytest.mark.parametrize(
    ("text", "editions"),
    [
        ("https://www.apache.org/licenses/LICENSE-2.0", ("apache-2.0",)),
        (f"{HUB}Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE", ("qwen",)),
        (f"{HUB}Qwen/Qwen2.5-7B/resolve/main/LICENSE", ("apache-2.0",)),
        (f"{HUB}acme/qwen2.5-7b/resolve/main/LICENSE", ()),
        ("https://ai.google.dev/gemma/terms", ("gemma",)),
        ("https://ai.google.dev/gemma/terms-archive", ()),
        ("https://github.com/black-forest-labs/flux/blob/1f71c43/model_licenses/LICENSE-FLUX1-dev",
         ("flux-1-dev-non-commercial-1.0",)),
        ("MRL-0.1.md", ("mrl-0.1",)),
        ("LICENSE", ()),
        ("LICENSE.md", ()),
        ("https://example.com/LICENSE", ()),
    ],
)  # fmt: skip
def test_an_address_means_the_text_that_lies_there(text: str, editions: tuple[str, ...]) -> None:
    assert load_catalog().expression(text) == Named(text, editions)


def test_a_file_that_held_two_texts_means_both() -> None:
    found = load_catalog().expression(
        "https://github.com/black-forest-labs/flux/blob/main/model_licenses/LICENSE-FLUX1-dev"
    )
    assert isinstance(found, Named)
    assert set(found.editions) == {"flux-1-dev-non-commercial", "flux-1-dev-non-commercial-1.0"}
