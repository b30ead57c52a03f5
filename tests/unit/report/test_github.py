from __future__ import annotations

from license_gate.domain.place import Place
from license_gate.report.github import render
from license_gate.report.style import Style
from tests.unit.report import verdicts


def test_ten_annotations_and_a_notice_that_counts_the_rest() -> None:
    lines = render(verdicts.forty(), Style()).splitlines()
    assert [line.split(" ")[0] for line in lines[:10]] == ["::error"] * 10
    assert lines[10] == "::notice title=license-gate::30 more in the summary of this run"
    assert lines[11] == "gate closed (fail): 40 errors"


def test_properties_are_escaped_in_full() -> None:
    finding = verdicts.over_the_limit()._replace(locations=(Place("a,b:c%\n::error::.yaml", 0, 0),))
    first = render(verdicts.closed()._replace(findings=(finding,)), Style()).splitlines()[0]
    assert first.startswith(r"::error file=a%2Cb%3Ac%25%0A%3A\x3aerror%3A\x3a.yaml,line=1,col=1,title=")


def test_a_finding_without_a_file_has_no_place() -> None:
    finding = verdicts.over_the_limit()._replace(locations=(verdicts.POLICY_LINE,))
    first = render(verdicts.closed()._replace(findings=(finding,)), Style()).splitlines()[0]
    assert first.startswith("::error title=license-gate LG301 user-limit::")


def test_several_models_of_one_cause_are_one_annotation() -> None:
    lines = render(verdicts.one_cause(), Style()).splitlines()
    assert len(lines) == 2
    assert (
        "models: org/model-00, org/model-01, org/model-02, org/model-03, org/model-04 and 7 more" in lines[0]
    )


def test_notes_are_annotated_on_request() -> None:
    verdict = verdicts.closed()._replace(findings=(verdicts.over_the_limit(level="note"),))
    assert render(verdict, Style()) == "gate open (pass): 1 note\n"
    assert render(verdict, Style(verbose=True)).startswith("::notice file=models.yaml,line=6,")


def test_exit_zero_is_said() -> None:
    assert render(verdicts.closed(), Style(exit_zero=True)).endswith("(exit code 0: --exit-zero)\n")
