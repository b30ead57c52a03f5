from __future__ import annotations

from license_gate.documents.waivers import check_waived_rules
from license_gate.domain.place import Problem
from tests.unit.documents.asking import waivers

ENTRY = "{id: W-1, rule: no-rail, models: 'a/*', reason: r, approved_by: legal@, until: 2026-12-31}"


def test_a_waiver_beside_the_policy_is_read_like_one_inside() -> None:
    read, problems = waivers(f"waivers: [{ENTRY}]")
    assert problems == []
    assert (read[0].id, read[0].models, read[0].until) == ("W-1", ("a/*",), "2026-12-31")


def test_an_empty_list_is_fine() -> None:
    assert waivers("waivers:\n") == ((), [])


def test_its_rule_must_be_one_of_the_policy_or_built_in() -> None:
    read, _ = waivers(f"waivers: [{ENTRY}]")
    problems: list[Problem] = []
    check_waived_rules(read, ["no-rail"], problems)
    assert problems == []
    check_waived_rules(read, ["no-rails"], problems)
    assert [problem.message for problem in problems] == ["unknown rule 'no-rail'; did you mean 'no-rails'?"]


def test_a_misspelt_key_is_said() -> None:
    assert waivers("waivers: [{id: W, rule: license-known, reason: r, aproved_by: a, until: 2026-12-31}]")[
        1
    ] == [
        "2:51: unknown key in a waiver: 'aproved_by'; did you mean 'approved_by'?",
    ]
