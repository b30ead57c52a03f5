from __future__ import annotations

from license_gate.domain.place import Place
from license_gate.report.quote import quote


def test_the_name_is_underlined_wherever_it_stands_after_the_place() -> None:
    assert quote("  - model: org/name", Place("f", 7, 5), "org/name", 80) == [
        "    7 |   - model: org/name",
        "      |            ^^^^^^^^",
    ]


def test_without_the_name_the_word_at_the_place_is_underlined() -> None:
    assert quote("\tkey: value", Place("f", 7, 1), "org/name", 80)[1] == "      |     ^^^^"


def test_weights_in_the_repository_are_found_by_their_path() -> None:
    assert quote("- path: w/x", Place("f", 1, 1), "path:w/x", 80)[1].endswith("        ^^^")


def test_an_escaped_line_keeps_the_carets_in_place() -> None:
    above, below = quote("\x1b x: org/name", Place("f", 1, 1), "org/name", 80)
    assert above.index("org/name") == below.index("^")


def test_a_long_line_is_cut_and_a_name_beyond_the_cut_has_no_carets() -> None:
    assert quote("y" * 200 + " org/name", Place("f", 1, 1), "org/name", 60) == ["    1 | " + "y" * 49 + "..."]


def test_a_place_beyond_the_line_is_no_error() -> None:
    assert quote("ab", Place("f", 1, 40), "", 60) == ["    1 | ab", "      |   ^"]


def test_the_line_end_of_windows_is_no_part_of_the_line() -> None:
    assert quote("model: org/name\r", Place("f", 1, 1), "org/name", 60)[0] == "    1 | model: org/name"
