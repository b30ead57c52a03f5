"""A file of answers: every key may stay open, every mistake has its place."""

from __future__ import annotations

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.documents.answers import Answers, read_answers
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Problem
from license_gate.domain.tree import Scalar, Sequence

WORDS = load_catalog().words


def read(text: str) -> tuple[Answers | None, list[str]]:
    problems: list[Problem] = []
    root = compose(text.encode(), "answers.yaml", problems)
    assert root is not None
    answers = read_answers(root, WORDS, problems)
    return answers, [f"{problem.place}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    "text", ["", "version: 1", "uses:\ncommercial:\nseat: ~\nfields:\nhook:\nworkflow:\n"]
)
def test_nothing_answered_leaves_everything_open(text: str) -> None:
    assert read(text) == (Answers(), [])


def test_answers_are_kept_as_they_were_written() -> None:
    answers, problems = read(
        'uses: [serve, embed]\ncommercial: false\nmonthly_active_users: "<1M"\nseat: NO\nfields: []\n'
        "hook: false\nworkflow: true\n"
    )
    assert answers is not None
    assert problems == []
    assert (answers.uses, answers.hook, answers.workflow) == (("serve", "embed"), False, True)
    users, seat = answers.fact("group.monthly_active_users"), answers.fact("organization.seat")
    assert isinstance(users, Scalar)
    assert users.text == "<1M"
    assert isinstance(seat, Sequence)
    assert [item.text for item in seat.items if isinstance(item, Scalar)] == ["NO"]
    assert answers.fact("group.revenue") is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("comercial: true", "answers.yaml:1:1: unknown key in the answers: 'comercial'; did you mean 'commercial'?"),
        ("version: 2", "answers.yaml:1:10: '2' is not a version that is read here: write 'version: 1'"),
        ("uses: []", "answers.yaml:1:7: 'uses:' is an empty list: name at least one, or remove the key"),
        ("uses: [serving]", "answers.yaml:1:8: unknown use 'serving'; did you mean 'serve'?"),
        ("seat: []", "answers.yaml:1:7: 'organization.seat' cannot be empty: remove the line if it is not known"),
        ("[serve]", "answers.yaml:1:1: 'the answers' needs a mapping (key: value), but a list stands here"),
        ("commercial: maybe", "answers.yaml:1:13: 'maybe' is neither true nor false (write it so, without quotes)"),
    ],
)  # fmt: skip
def test_mistakes_have_their_place_and_what_to_write(text: str, problem: str) -> None:
    assert read(text)[1] == [problem]


def test_a_number_of_one_month_needs_the_month() -> None:
    assert "of which month?" in read("monthly_active_users: 5M")[1][0]
