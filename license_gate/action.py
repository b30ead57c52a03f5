"""The GitHub Action: inputs from the environment, one judgment, and every report the workflow can use.

Nothing of the workflow reaches a shell. An input that is not on the list of what it may be stops the run.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Mapping
from typing import IO, NamedTuple

from license_gate.domain.place import Problem
from license_gate.domain.verdict import Verdict
from license_gate.errors import DocumentError, GateError, UsageError
from license_gate.report import formats, json
from license_gate.report.escape import code, markdown, workflow_data, workflow_property
from license_gate.report.style import Lines, Style

Judge = Callable[[list[str]], tuple[Verdict, Lines]]
OUR_BUG = 70
SUMMARY_LIMIT = 1_000_000  # bytes; GitHub drops a step summary of more than 1 MiB whole
_BUILTIN_POLICY = re.compile(r"builtin:[a-z][a-z0-9-]*(@[0-9]+)?")
_PATHS = ("manifest", "facts", "central")
_COMMIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./@{}^~+-]*")
_NAMES = (*_PATHS, "policy", "new_since", "mode", "summary", "annotations")


class Inputs(NamedTuple):
    """What the workflow asks for. Paths are relative to the workspace; '' leaves the choice to the tool."""

    manifest: str = ""
    policy: str = ""
    facts: str = ""
    central: str = ""
    warn: bool = False
    summary: bool = True
    annotations: bool = True
    new_since: str = ""

    def check_arguments(self) -> list[str]:
        """The command line of `check` that these inputs stand for."""
        named = (
            ("--manifest", self.manifest),
            ("--policy", self.policy),
            ("--facts", self.facts),
            ("--central", self.central),
            ("--new-since", self.new_since),
        )
        return [word for option, value in named if value for word in (option, value)]


class Reports(NamedTuple):
    """What a run leaves behind, whether or not it reached a verdict."""

    exit_code: int
    json: str = ""
    summary: str = ""
    log: str = ""
    annotations: str = ""
    verdict: str = ""
    findings: str = ""
    new_findings: str = ""


def read_inputs(environ: Mapping[str, str], workspace: str) -> Inputs:
    """The inputs of the action, from INPUT_* variables.

    Raises:
        UsageError: an input is not what it may be; the message names every one.
    """
    complaints: list[str] = []
    given = {name: environ.get(f"INPUT_{name.upper()}", "").strip() for name in _NAMES}
    for name, value in given.items():
        if value.startswith("-") or not value.isprintable():
            complaints.append(
                f"{name.replace('_', '-')}: {value!r} looks like an option or holds control characters"
            )
    for name in _PATHS:
        given[name] = _path_inside(name, given[name], workspace, complaints)
    if not _BUILTIN_POLICY.fullmatch(given["policy"]):
        given["policy"] = _path_inside("policy", given["policy"], workspace, complaints)
    commit = given["new_since"]
    if commit and not _COMMIT.fullmatch(commit):
        complaints.append(f"new-since: {commit!r} is no name of a commit")
    warn = _one_of("mode", given["mode"] or "enforce", ("enforce", "warn"), complaints) == "warn"
    summary = _one_of("summary", given["summary"] or "true", ("true", "false"), complaints) == "true"
    shown = _one_of("annotations", given["annotations"] or "true", ("true", "false"), complaints) == "true"
    if complaints:
        raise UsageError("; ".join(complaints))
    found = Inputs(given["manifest"], given["policy"], given["facts"], given["central"], warn, summary, shown)
    return found._replace(new_since=commit)


def _one_of(name: str, value: str, allowed: tuple[str, ...], complaints: list[str]) -> str:
    if value not in allowed:
        complaints.append(f"{name}: {value!r} is not one of {', '.join(allowed)}")
    return value


def _path_inside(name: str, value: str, workspace: str, complaints: list[str]) -> str:
    """A path relative to the workspace, links resolved; a complaint where it leads out of it."""
    if not value:
        return ""
    root = os.path.realpath(workspace)
    path = os.path.realpath(os.path.join(root, value))
    if path != root and not path.startswith(os.path.join(root, "")):
        complaints.append(f"{name}: {value!r} is not inside the workspace")
        return ""
    return os.path.relpath(path, root)


def report_verdict(verdict: Verdict, line: Lines, inputs: Inputs) -> Reports:
    """All reports of one verdict."""
    style = Style(line=line, exit_zero=inputs.warn)
    return Reports(
        style.exit_code(verdict),
        json=formats.load("json")(verdict, style),
        summary=formats.load("markdown")(verdict, style),
        log=formats.load("text")(verdict, style),
        annotations=formats.load("github")(verdict, style),
        verdict="open" if verdict.open else "closed",
        findings=str(len(verdict.findings)),
        new_findings=str(sum(finding.new for finding in verdict.findings)),
    )


def report_failure(error: GateError) -> Reports:
    """What is reported when there is no verdict: every problem with its place, or the one message."""
    problems = error.problems if isinstance(error, DocumentError) else ()
    rows = [(str(problem.place), problem.message) for problem in problems] or [("", str(error))]
    listed = "".join(f"- {code(place)} {markdown(message)}\n" for place, message in rows)
    return Reports(
        error.exit_code,
        json=json.problems(problems, error.exit_code),
        summary=f"## license-gate: no verdict\n\n{listed}",
        annotations="".join(map(_annotate, problems)) or f"::error::{workflow_data(str(error))}\n",
    )


def _annotate(problem: Problem) -> str:
    place = problem.place
    where = f"file={workflow_property(place.file)},line={place.line},col={place.column}"
    return f"::error {where},title={workflow_property(problem.code)}::{workflow_data(problem.message)}\n"


def publish(reports: Reports, inputs: Inputs, environ: Mapping[str, str], out: IO[str]) -> None:
    """Write the log, the annotations, the step summary, the report files and the outputs."""
    import tempfile

    folder = tempfile.mkdtemp(prefix="license-gate-", dir=environ.get("RUNNER_TEMP") or None)
    json_file = _write(os.path.join(folder, "report.json"), reports.json)
    summary_file = _write(os.path.join(folder, "summary.md"), reports.summary)
    out.write(reports.log)
    # Without annotations a failure would leave no word in the log.
    if inputs.annotations or not reports.verdict:
        out.write(reports.annotations)
    if inputs.summary:
        _append(environ.get("GITHUB_STEP_SUMMARY", ""), cut_summary(reports.summary))
    outputs = {
        "verdict": reports.verdict,
        "exit-code": str(reports.exit_code),
        "findings-count": reports.findings,
        "new-findings-count": reports.new_findings,
        "json-file": json_file,
        "summary-file": summary_file,
    }
    _append(environ.get("GITHUB_OUTPUT", ""), write_outputs(outputs, os.urandom(16).hex()))


def cut_summary(text: str, limit: int = SUMMARY_LIMIT) -> str:
    """The summary, ended at a line before it has more than `limit` bytes, with a word on where the rest is."""
    data = text.encode("utf-8", "replace")
    if len(data) <= limit:
        return text
    kept = data[:limit].rpartition(b"\n")[0].decode("utf-8", "ignore")
    return f"{kept}\n\nThe report is longer than a step summary may be. The output `summary-file` has it whole.\n"


def write_outputs(outputs: Mapping[str, str], delimiter: str) -> str:
    """The lines for $GITHUB_OUTPUT; `delimiter` must be new and random, so that no value can end itself early."""
    return "".join(
        f"{name}<<gate_{delimiter}\n{value}\ngate_{delimiter}\n" for name, value in outputs.items()
    )


def _write(path: str, text: str) -> str:
    with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(text)
    return path


def _append(path: str, text: str) -> None:
    if path:
        with open(path, "a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(text)


def run(environ: Mapping[str, str], judge: Judge, out: IO[str]) -> int:
    """Judge the workspace and publish the result; the exit code of the step."""
    inputs = Inputs()
    try:
        inputs = read_inputs(environ, environ["GITHUB_WORKSPACE"])
        reports = report_verdict(*judge(inputs.check_arguments()), inputs)
    except GateError as error:
        reports = report_failure(error)
    publish(reports, inputs, environ, out)
    return reports.exit_code


def judge_workspace(arguments: list[str]) -> tuple[Verdict, Lines]:
    """What `check` with these arguments finds in the folder the process is in."""
    from license_gate.cli import parse
    from license_gate.commands.check import judge
    from license_gate.commands.narrow import narrow

    # The JSON report is kept, so it records the commit as `check --format json` does.
    parsed = parse(["check", "--format", "json", *arguments])
    verdict, lines = judge(parsed)
    return narrow(verdict, parsed), lines


def main() -> int:
    """Run as the action's step; an error that is a bug of ours never looks like a closed gate."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        os.chdir(os.environ["GITHUB_WORKSPACE"])
        return run(os.environ, judge_workspace, sys.stdout)
    except Exception:  # noqa: BLE001 - the one place where a bug becomes an exit code
        import traceback

        sys.stderr.write(traceback.format_exc())
        return OUR_BUG


if __name__ == "__main__":
    sys.exit(main())
