"""The action: which inputs it takes, and what it leaves for the workflow."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from license_gate.action import Inputs, Judge, cut_summary, judge_workspace, read_inputs, run, write_outputs
from license_gate.domain.place import Place, Problem
from license_gate.domain.verdict import Explanation, Finding, Run, Verdict
from license_gate.errors import DocumentError, UnavailableError, UsageError
from license_gate.report.style import Lines, no_lines
from tests.histories import FACTS, commit, declare, load

OPEN = Verdict(Run("license-gate 0.1.0", "2026-11-01", "2026-11-24"))
FINDING = Finding(
    id="f1",
    code="LG301",
    rule="within-license-terms",
    product="chat-web",
    model="acme/support-7b",
    answer="violated",
    level="fail",
    title="needs a separate license",
    owner="legal",
    clause=None,
    path=(),
    question=None,
    explanation=Explanation("more than 700M", "violated"),
    locations=(Place("models.yaml", 8, 5),),
    remedy=(),
)
CLOSED = OPEN._replace(findings=(FINDING, FINDING._replace(id="f2", new=False)))


class Workflow:
    """A workspace, a runner's files and the environment that leads to them."""

    def __init__(self, folder: Path) -> None:
        self.workspace = folder / "workspace"
        self.workspace.mkdir()
        self.temp = folder / "temp"
        self.temp.mkdir()
        self.environ = {
            "GITHUB_WORKSPACE": str(self.workspace),
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "RUNNER_TEMP": str(self.temp),
        }
        self.log = io.StringIO()

    def run(self, judge: Judge, **inputs: str) -> int:
        named = {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
        return run({**self.environ, **named}, judge, self.log)

    def outputs(self) -> dict[str, str]:
        lines = Path(self.environ["GITHUB_OUTPUT"]).read_text(encoding="utf-8").splitlines()
        return {lines[at].partition("<<")[0]: lines[at + 1] for at in range(0, len(lines), 3)}

    def summary(self) -> str:
        path = Path(self.environ["GITHUB_STEP_SUMMARY"])
        return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def workflow(tmp_path: Path) -> Workflow:
    return Workflow(tmp_path)


def judge_as(verdict: Verdict) -> Judge:
    return lambda _arguments: (verdict, no_lines)


def refuse(_arguments: list[str]) -> tuple[Verdict, Lines]:
    raise AssertionError


def read(workflow: Workflow, **inputs: str) -> Inputs:
    named = {f"INPUT_{name.upper()}": value for name, value in inputs.items()}
    return read_inputs(named, workflow.environ["GITHUB_WORKSPACE"])


def test_no_input_leaves_every_choice_to_the_tool(workflow: Workflow) -> None:
    assert read(workflow) == Inputs()
    assert read(workflow).check_arguments() == []


def test_inputs_become_an_argument_list(workflow: Workflow) -> None:
    inputs = read(
        workflow, manifest="services/models.yaml", policy="builtin:commercial@1", facts="a; rm -rf b"
    )
    assert inputs.check_arguments() == [
        "--manifest",
        os.path.join("services", "models.yaml"),
        "--policy",
        "builtin:commercial@1",
        "--facts",
        "a; rm -rf b",
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("manifest", "--exit-zero"),
        ("manifest", "-"),
        ("manifest", "a\nb"),
        ("manifest", "../elsewhere/models.yaml"),
        ("manifest", "/etc/passwd"),
        ("facts", "x/../../facts.yaml"),
        ("central", ".."),
        ("policy", "../policy.yaml"),
        ("policy", "--policy"),
        ("new_since", "--exit-zero"),
        ("new_since", "HEAD; rm -rf ."),
        ("new_since", "HEAD:models.yaml"),
        ("mode", "audit"),
        ("mode", "Enforce"),
        ("summary", "yes"),
        ("summary", "True"),
        ("annotations", "1"),
    ],
)
def test_an_input_that_is_not_on_the_list_is_refused(workflow: Workflow, name: str, value: str) -> None:
    with pytest.raises(UsageError, match=name.replace("_", "-")):
        read(workflow, **{name: value})


@pytest.mark.parametrize("name", ["HEAD^1", "origin/main", "0123abc", "v1.0", "main@{1}", "HEAD~3"])
def test_a_commit_is_compared_with(workflow: Workflow, name: str) -> None:
    assert read(workflow, new_since=name).check_arguments() == ["--new-since", name]


def test_only_what_is_new_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(tmp_path, {"models.yaml": declare("BAAI/bge-m3"), "facts.yaml": FACTS, "app.py": load("acme/old")})
    monkeypatch.chdir(tmp_path)
    verdict, _ = judge_workspace(["--new-since", "HEAD"])
    assert verdict.open
    assert not judge_workspace([])[0].open


def test_all_refused_inputs_are_named_at_once(workflow: Workflow) -> None:
    with pytest.raises(UsageError, match=r"manifest.*mode"):
        read(workflow, manifest="..", mode="maybe")


def test_a_link_that_leads_out_of_the_workspace_is_refused(workflow: Workflow, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("version: 1\n")
    (workflow.workspace / "models.yaml").symlink_to(tmp_path / "secret.yaml")
    with pytest.raises(UsageError, match="not inside the workspace"):
        read(workflow, manifest="models.yaml")


def test_an_open_gate(workflow: Workflow) -> None:
    assert workflow.run(judge_as(OPEN)) == 0
    outputs = workflow.outputs()
    assert (outputs["verdict"], outputs["exit-code"], outputs["findings-count"]) == ("open", "0", "0")
    assert "gate open" in workflow.summary()


def test_a_closed_gate(workflow: Workflow) -> None:
    assert workflow.run(judge_as(CLOSED)) == 1
    outputs = workflow.outputs()
    assert (outputs["verdict"], outputs["exit-code"]) == ("closed", "1")
    assert (outputs["findings-count"], outputs["new-findings-count"]) == ("2", "1")
    assert json.loads(Path(outputs["json-file"]).read_text(encoding="utf-8"))["verdict"] == "closed"
    assert Path(outputs["summary-file"]).read_text(encoding="utf-8") == workflow.summary()
    assert Path(outputs["json-file"]).is_relative_to(workflow.temp)
    assert "::error file=models.yaml,line=8" in workflow.log.getvalue()


def test_warn_reports_a_closed_gate_and_passes(workflow: Workflow) -> None:
    assert workflow.run(judge_as(CLOSED), mode="warn") == 0
    assert (workflow.outputs()["verdict"], workflow.outputs()["exit-code"]) == ("closed", "0")


def test_summary_and_annotations_can_be_left_out(workflow: Workflow) -> None:
    workflow.run(judge_as(CLOSED), summary="false", annotations="false")
    assert workflow.summary() == ""
    assert "::error" not in workflow.log.getvalue()
    assert "gate closed" in workflow.log.getvalue()


def test_an_invalid_document_is_no_verdict(workflow: Workflow) -> None:
    problem = Problem(
        Place("models.yaml", 3, 7), "unknown key `modle`\n::error::pwned; did you mean `model`?"
    )

    def judge(_arguments: list[str]) -> tuple[Verdict, Lines]:
        raise DocumentError([problem])

    assert workflow.run(judge, mode="warn", annotations="false") == 3
    outputs = workflow.outputs()
    assert (outputs["verdict"], outputs["exit-code"], outputs["findings-count"]) == ("", "3", "")
    report = json.loads(Path(outputs["json-file"]).read_text(encoding="utf-8"))
    assert report["exit_code"] == 3
    assert "verdict" not in report
    assert (report["problems"][0]["line"], report["problems"][0]["column"]) == (3, 7)
    assert "models.yaml:3:7" in workflow.summary()
    assert workflow.log.getvalue().startswith("::error file=models.yaml,line=3,col=7,")
    assert workflow.log.getvalue().count("::error") == 1


def test_a_wrong_input_is_reported_before_anything_is_judged(workflow: Workflow) -> None:
    assert workflow.run(refuse, manifest="--exit-zero") == 2
    assert workflow.outputs()["exit-code"] == "2"
    assert workflow.log.getvalue().startswith("::error::manifest")


def test_something_unavailable_is_exit_4(workflow: Workflow) -> None:
    def judge(_arguments: list[str]) -> tuple[Verdict, Lines]:
        raise UnavailableError("no git here")

    assert workflow.run(judge) == 4
    assert "no git here" in workflow.summary()


def test_a_value_cannot_end_its_own_output(workflow: Workflow) -> None:
    workflow.run(judge_as(OPEN))
    first = Path(workflow.environ["GITHUB_OUTPUT"]).read_text(encoding="utf-8").splitlines()[0]
    workflow.run(judge_as(OPEN))
    last = Path(workflow.environ["GITHUB_OUTPUT"]).read_text(encoding="utf-8").splitlines()[-1]
    assert first.partition("<<")[2] != last
    assert write_outputs({"a": "b"}, "f00") == "a<<gate_f00\nb\ngate_f00\n"


def test_a_summary_that_is_too_long_ends_at_a_line() -> None:
    text = "".join(f"- row {number} é\n" for number in range(100))
    short = cut_summary(text, limit=200)
    assert short.startswith("- row 0 é\n")
    assert "summary-file" in short
    assert cut_summary(text) == text
