"""What people type, and what it comes to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.commands.console import Console
from license_gate.commands.interview import ATTEMPTS, _questions, interview
from license_gate.documents.answers import Answers
from license_gate.domain.tree import Node, Scalar
from license_gate.domain.tree import Sequence as List

WORDS = load_catalog().words


def talk(lines: Sequence[str]) -> tuple[Answers, str, int]:
    """The answers, what was printed, and how many lines were typed."""
    printed: list[str] = []
    waiting = list(lines)

    def ask(_prompt: str) -> str:
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    console = Console(printed.append, printed.append, ask, dt.date(2026, 11, 15), {})
    answers = interview(console, WORDS)
    return answers, "".join(printed), len(lines) - len(waiting)


def text(node: Node | None) -> object:
    if isinstance(node, List):
        return [text(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def test_there_are_five_questions_and_enter_leaves_each_open() -> None:
    answers, _, typed = talk([""] * 9)
    assert typed == len(_questions(WORDS)) == 5
    assert answers == Answers()


def test_the_end_of_input_keeps_what_was_answered() -> None:
    assert talk(["serve"])[0] == Answers(uses=("serve",))
    assert talk([])[0] == Answers()


@pytest.mark.parametrize("line", ["1 4", "1, 4", "internal; serve", "internal 4"])
def test_uses_are_picked_by_number_or_by_name(line: str) -> None:
    assert talk([line])[0].uses == ("internal", "serve")


@pytest.mark.parametrize(
    ("line", "expected"), [("yes", "true"), ("Y", "true"), ("no", "false"), ("false", "false")]
)
def test_yes_and_no(line: str, expected: str) -> None:
    assert text(talk(["", line])[0].fact("use.commercial")) == expected


@pytest.mark.parametrize(
    ("line", "expected"), [("1", "<1M"), ("4", "<700M"), ("<5M", "<5M"), ("<= 20k", "<= 20k")]
)
def test_users_are_a_band_or_a_bound(line: str, expected: str) -> None:
    assert text(talk(["", "", line])[0].fact("group.monthly_active_users")) == expected


@pytest.mark.parametrize(("line", "expected"), [("2", "<USD 10M"), ("<EUR 3M", "<EUR 3M")])
def test_revenue_has_its_currency(line: str, expected: str) -> None:
    assert text(talk(["", "", "", line])[0].fact("group.revenue")) == expected


@pytest.mark.parametrize(
    ("line", "seat", "fields"),
    [
        ("US none", ["US"], []),
        ("NO", ["NO"], None),
        ("none", None, []),
        ("DE, medical-advice, clinical", ["DE"], ["medical-advice", "clinical"]),
    ],
)
def test_the_last_question_takes_a_country_fields_or_both(
    line: str, seat: list[str] | None, fields: list[str] | None
) -> None:
    answers = talk(["", "", "", "", line])[0]
    assert text(answers.fact("organization.seat")) == seat
    assert text(answers.fact("use.fields")) == fields


@pytest.mark.parametrize(
    ("before", "line", "told"),
    [
        (0, "serving", "unknown use 'serving'; did you mean 'serve'?"),
        (0, "99", "unknown use '99'"),
        (1, "perhaps", "answer yes or no"),
        (2, "1,000", "can be read in two ways"),
        (2, "9", "of which month?"),
        (3, "<10M", "money needs its currency"),
        (4, "XX", "'XX' is not a country"),
        (4, "US militry", "did you mean 'military'?"),
    ],
)
def test_a_line_that_cannot_be_read_is_asked_for_again(before: int, line: str, told: str) -> None:
    _, printed, typed = talk([*[""] * before, line, *[""] * 9])
    assert told in " ".join(printed.split())
    assert typed == 6


def test_after_some_attempts_a_question_stays_open() -> None:
    answers, printed, typed = talk([*["x"] * ATTEMPTS, *[""] * 9])
    assert answers == Answers()
    assert "left open" in printed
    assert typed == ATTEMPTS + 4


def test_every_use_is_explained() -> None:
    choices = dict(_questions(WORDS)[0].choices)
    assert all(choices.values())
