from __future__ import annotations

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.catalog.names import fold, read_expression
from license_gate.domain.expression import Both, Either, Expression, Named

NAMES = {"mit": ("mit",), "apache-2.0": ("apache-2.0",), "modified-mit": ("kimi", "minimax"), "other": ()}
MIT, APACHE = Named("MIT", ("mit",)), Named("Apache-2.0", ("apache-2.0",))


def read(text: str) -> Expression:
    return read_expression(text, NAMES.get)


def test_a_name_is_found_in_any_case_with_any_spaces() -> None:
    assert read(" Mit ") == Named(" Mit ", ("mit",))
    assert fold('  "Apache   License" 2.0 ') == "apache license 2.0"


def test_choices_and_conjunctions_are_taken_apart() -> None:
    assert read("MIT OR Apache-2.0") == Either((MIT, APACHE))
    assert read("MIT and (MIT OR Apache-2.0)") == Both((MIT, Either((MIT, APACHE))))


def test_one_unknown_part_stays_unknown() -> None:
    assert read("MIT OR acme-1.0") == Either((MIT, Named("acme-1.0")))


def test_an_exception_makes_it_another_license() -> None:
    assert read("Apache-2.0 WITH LLVM-exception") == Named("Apache-2.0 WITH LLVM-exception")


@pytest.mark.parametrize(
    "text",
    [
        "MIT OR",
        "(MIT",
        "MIT, Apache-2.0",
        "MIT OR OR MIT",
        "MIT/Apache-2.0",
        "and",
        "\0",
        "(" * 500,
        "x" * 10**6,
    ],
)
def test_what_cannot_be_parsed_is_unknown(text: str) -> None:
    assert read(text) == Named(text)


def test_several_candidates_are_all_named() -> None:
    assert read("modified-mit") == Named("modified-mit", ("kimi", "minimax"))


@pytest.mark.parametrize(
    "text",
    [
        "other",
        "Unknown",
        "",
        "  ",
        "none",
        "cc",
        "UNLICENSED",
        "NOASSERTION",
        "free",
        "apache",
        "llama",
        "gemma-5",
    ],
)
def test_a_name_that_says_nothing_is_never_permissive(text: str) -> None:
    assert load_catalog().expression(text) == Named(text)


def test_unlicensed_is_not_the_unlicense() -> None:
    assert load_catalog().expression("Unlicense") == Named("Unlicense", ("unlicense",))


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("llama3.1", "llama3.1"),
        ("GPL-3.0-or-later", "gpl-3.0"),
        ("LicenseRef-scancode-llama-2-license-2023", "llama2"),
        ("mrl", "mrl-0.1"),
        ("CreativeML-OpenRAIL-M", "creativeml-openrail-m"),
        ("bsl-1.0", "bsl-1.0"),
        ("bsl-1.1", "busl-1.1"),
    ],
)
def test_the_ways_in_which_one_license_is_written(text: str, edition: str) -> None:
    assert load_catalog().expression(text) == Named(text, (edition,))


def test_the_name_of_two_hunyuan_texts_means_both() -> None:
    found = load_catalog().expression("tencent-hunyuan-community")
    assert isinstance(found, Named)
    assert {"tencent-hunyuan-community", "tencent-hunyuan-community-2024"} <= set(found.editions)
