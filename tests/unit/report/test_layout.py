from __future__ import annotations

from license_gate.report import layout


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert layout.wrap("x" * 25, 12, "> ") == ["> " + "x" * 10, "  " + "x" * 10, "  " + "x" * 5]


def test_a_remark_stands_in_its_column_or_under_the_text() -> None:
    beside = layout.labelled("fact", "short", 80, "facts.yaml:6")
    assert beside == ["  fact      short" + " " * 34 + "facts.yaml:6"]
    below = layout.labelled("fact", "word " * 13, 80, "facts.yaml:6, recorded by growth@")
    assert below[-1] == "            facts.yaml:6, recorded by growth@"


def test_empty_columns_are_left_out() -> None:
    assert layout.columns([("a", "", "c"), ("bb", "", "d")], 40, "  ") == ["  a    c", "  bb   d"]
    assert layout.columns([], 40, "  ") == []
    assert layout.columns([("", "")], 40, "  ") == []


def test_a_row_too_wide_for_its_columns_is_wrapped() -> None:
    lines = layout.columns([("a" * 30, "b" * 30, "c" * 30)], 40, "  ")
    assert all(len(line) <= 40 for line in lines)


def test_a_last_cell_without_room_stands_alone_and_the_columns_hold() -> None:
    lines = layout.columns([("a" * 12, "b" * 12, "c" * 20), ("a", "b", "c")], 40, "  ")
    assert lines == [
        "  aaaaaaaaaaaa   bbbbbbbbbbbb   ",
        "      " + "c" * 20,
        "  a              b              c",
    ]


def test_one_remedy_has_no_number() -> None:
    assert layout.numbered(["do it"], 80, "fix") == ["  fix       do it"]
    assert layout.numbered(["a", "b"], 80, "fix") == ["  fix       1. a", "            2. b"]


def test_a_command_that_only_the_layout_made_is_broken() -> None:
    assert (
        layout.finish(["::error::x  ", "\x1b[1m##[x]\x1b[0m"])
        == ":\\x3aerror:\\x3ax\n\x1b[1m##\\x5bx]\x1b[0m\n"
    )
