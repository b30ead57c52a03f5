"""The outcome algebra of one clause, row by row."""

from __future__ import annotations

from typing import Any

import pytest

from license_gate.domain.answers import Effect, Truth
from license_gate.domain.license import Kind
from license_gate.evaluate.decide import Decision, decide, soften

T, U, F = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE


def kind(unknown: str, unmet: str = "prohibited", name: str = "some-kind") -> Kind:
    row: Any = (
        name,
        "LG399",
        "some kind",
        "theme",
        "requires",
        unknown,
        "fail",
        "facts",
        "notice",
        "",
        unmet,
    )
    return Kind._make(row)


def brief(decision: Decision) -> tuple[str, str]:
    return decision.answer, decision.outcome


@pytest.mark.parametrize(
    ("effect", "when", "unknown", "expected"),
    [
        ("prohibits", T, "undecided", ("violated", "prohibited")),
        ("prohibits", F, "undecided", ("satisfied", "clear")),
        ("prohibits", U, "undecided", ("unknown", "undecided")),
        ("prohibits", U, "standing", ("satisfied", "clear")),
        ("withholds", T, "undecided", ("violated", "needs-license")),
        ("withholds", F, "undecided", ("satisfied", "clear")),
        ("withholds", U, "undecided", ("unknown", "undecided")),
        ("withholds", U, "standing", ("satisfied", "clear")),
        ("ends", T, "standing", ("violated", "prohibited")),
        ("ends", F, "standing", ("satisfied", "clear")),
        ("ends", U, "standing", ("satisfied", "clear")),
        ("permits", T, "none", ("satisfied", "clear")),
        ("reserves", T, "none", ("satisfied", "clear")),
        ("defines", U, "none", ("satisfied", "clear")),
        ("disclaims", T, "none", ("satisfied", "clear")),
    ],
)
def test_bans_and_rights(effect: Effect, when: Truth, unknown: str, expected: tuple[str, str]) -> None:
    assert brief(decide(effect, kind(unknown), when, None)) == expected


def test_patent_rights_that_ended_leave_the_use_undecided() -> None:
    decision = decide("ends", kind("standing", name="patent-termination"), T, None)
    assert brief(decision) == ("violated", "undecided")


@pytest.mark.parametrize(
    ("when", "met", "unmet", "answer", "outcome", "duty", "assumed"),
    [
        (T, T, "prohibited", "satisfied", "obligations", "met", False),
        (T, F, "prohibited", "violated", "prohibited", "unmet", False),
        (T, F, "obligations", "violated", "obligations", "unmet", False),
        (T, U, "prohibited", "satisfied", "obligations", "to-do", False),
        (T, None, "prohibited", "satisfied", "obligations", "to-do", False),
        (U, T, "prohibited", "satisfied", "obligations", "met", True),
        (U, F, "prohibited", "unknown", "undecided", "unmet", True),
        (U, F, "obligations", "unknown", "obligations", "unmet", True),
        (U, U, "prohibited", "unknown", "obligations", "to-do", True),
        (F, F, "prohibited", "satisfied", "clear", "", False),
    ],
)
def test_duties(
    when: Truth, met: Truth | None, unmet: str, answer: str, outcome: str, duty: str, assumed: bool
) -> None:
    decision = decide("requires", kind("duty", unmet), when, met)
    assert (*brief(decision), decision.duty, decision.assumed) == (answer, outcome, duty, assumed)


def test_a_condition_of_the_grant_can_be_cured() -> None:
    assert decide("requires", kind("duty"), T, F).curable
    assert not decide("requires", kind("duty", "obligations"), T, F).curable


@pytest.mark.parametrize("unknown", ["standing", "attest"])
@pytest.mark.parametrize("met", [T, F, U, None])
def test_duties_that_ask_for_no_act_never_raise_the_outcome(unknown: str, met: Truth | None) -> None:
    assert decide("requires", kind(unknown), T, met).outcome == "clear"


@pytest.mark.parametrize("unknown", ["undecided", "duty", "attest", "standing"])
@pytest.mark.parametrize("effect", ["prohibits", "withholds", "ends", "requires"])
def test_an_unclear_text_is_undecided_for_every_kind(effect: Effect, unknown: str) -> None:
    assert brief(decide(effect, kind(unknown), U, None, "text")) == ("unknown", "undecided")


def test_fields_that_nobody_stated_are_a_line_for_the_product_and_nothing_more() -> None:
    decision = decide("prohibits", kind("attest"), U, None, "fact", "fields")
    assert decision.fields
    assert decision.outcome == "clear"


def test_a_stated_field_whose_exception_is_open_is_undecided() -> None:
    assert brief(decide("prohibits", kind("attest"), U, None, "fact", "fact")) == ("unknown", "undecided")


def test_conduct_that_nobody_is_asked_for_is_a_general_term() -> None:
    assert decide("prohibits", kind("attest"), U, None, "fact", "nothing").standing


@pytest.mark.parametrize(
    ("cell", "when", "made", "expected"),
    [
        ("I", T, False, (T, "fact")),
        ("U", T, False, (U, "lineage")),
        ("U", U, False, (U, "fact")),
        ("U", F, False, (F, "fact")),
        ("X", F, False, (U, "lineage")),
        ("X", F, True, (T, "")),
    ],
)
def test_uncertain_inheritance(cell: str, when: Truth, made: bool, expected: tuple[Truth, str]) -> None:
    assert soften(cell, when, "fact", made_and_handed_on=made) == expected  # type: ignore[arg-type]
