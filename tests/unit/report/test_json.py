from __future__ import annotations

import json

from license_gate.domain.place import Place, Problem
from license_gate.report.json import problems, render
from license_gate.report.style import Style
from tests.unit.report import verdicts


def test_the_short_lines_of_a_finding_are_part_of_its_proof() -> None:
    finding = json.loads(render(verdicts.understated(), Style()))["findings"][0]
    said = [part["statement"] for part in finding["explanation"]["because"]]
    assert said == list(verdicts.understated().findings[0].notes)


def test_a_note_that_the_proof_says_already_is_not_said_twice() -> None:
    finding = verdicts.understated().findings[1]._replace(notes=("target.kind is language-model",))
    printed = json.loads(render(verdicts.closed()._replace(findings=(finding,)), Style()))
    assert len(printed["findings"][0]["explanation"]["because"]) == 2


def test_recorded_facts_are_named_without_values() -> None:
    run = json.loads(render(verdicts.closed(), Style()))["run"]
    assert run["facts"] == [
        {"fact": "group.monthly_active_users", "period": "2023-06", "by": "growth@", "on": "2026-11-02"}
    ]


def test_counts_leave_waived_findings_aside() -> None:
    counts = json.loads(render(verdicts.waived(), Style()))["counts"]
    assert (counts["fail"], counts["waived"], counts["findings"]) == (0, 1, 1)


def test_exit_zero_changes_the_exit_code_and_nothing_else() -> None:
    plain = json.loads(render(verdicts.closed(), Style()))
    forced = json.loads(render(verdicts.closed(), Style(exit_zero=True)))
    assert (plain.pop("exit_code"), forced.pop("exit_code")) == (1, 0)
    assert plain == forced


def test_problems_stand_in_place_of_a_verdict() -> None:
    printed = json.loads(problems([Problem(Place("models.yaml", 3, 5), "unknown key 'modle'")]))
    assert printed == {
        "schema_version": 1,
        "exit_code": 3,
        "problems": [
            {"file": "models.yaml", "line": 3, "column": 5, "code": "LG900", "message": "unknown key 'modle'"}
        ],
    }
