"""Every folder of cases/check is a test: a small repository, the day, and what the gate says.

case.yaml, every key but `exit_code` optional:
  today        2026-11-15 where nothing is said
  arguments    of `check`; paths are relative to the story's folder
  environ      variables of the run
  exit_code    of every format
  models       name -> outcome, or product -> outcome
  licenses     name -> the licenses that bind it
  openness     name -> level
  curable      names of the models that are prohibited but curable; no other is
  findings     partial findings: each fits exactly one of the report (`clause` is its id, `section` its section)
  codes        exactly these, notes included
  obligations  name -> `kind status` of every duty, worst first not needed
  questions    exactly these, ranked: `fact` or `fact at period`
  contains, lacks   texts of the text report; lacks also of standard error
  problems     texts on standard error
  secret       texts that no output in any format may hold
  explain      words of `explain` -> texts it prints
  lines        the text report has at most so many
report.txt, where it is there, is the whole text report; LICENSE_GATE_UPDATE=1 writes it anew.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from license_gate.cli import main
from license_gate.report.formats import available

CASES = Path(__file__).parent / "check"
STORIES = sorted(path.parent for path in CASES.glob("*/case.yaml"))
KEYS = {
    "today", "arguments", "environ", "exit_code", "models", "licenses", "openness", "curable", "findings",
    "codes", "obligations", "questions", "contains", "lacks", "problems", "secret", "explain", "lines",
}  # fmt: skip
SCHEMA = Draft202012Validator(
    json.loads((CASES.parents[2] / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
)
Case = dict[str, Any]
Output = tuple[int, str, str]
Run = Callable[[list[str]], Output]


def load(story: Path) -> Case:
    found: Case = yaml.safe_load((story / "case.yaml").read_text(encoding="utf-8"))
    assert set(found) <= KEYS, f"{story.name}: {sorted(set(found) - KEYS)}"
    return found


@pytest.fixture(params=STORIES, ids=lambda story: story.name)
def story(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    path: Path = request.param
    monkeypatch.chdir(path)
    for name, value in load(path).get("environ", {}).items():
        monkeypatch.setenv(name, value)
    return path


def command(name: str, case: Case, *words: str) -> list[str]:
    where = ["--root", "repo", "--today", str(case.get("today", "2026-11-15"))]
    return [name, *words, *where, *map(str, case.get("arguments", []))]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run_it(words: list[str]) -> Output:
        code = main(words)
        return (code, *capsys.readouterr())

    return run_it


def test_the_verdict_is_as_the_story_says(story: Path, run: Run) -> None:
    case = load(story)
    code, out, err = run([*command("check", case), "--format", "json"])
    assert code == case["exit_code"], err or out
    for text in case.get("problems", []):
        assert text in err
    report = json.loads(out)
    SCHEMA.validate(report)
    if code > 1:
        assert report["exit_code"] == code
        assert len(report["problems"]) == len(err.splitlines())
        return
    check_models(case, report)
    check_findings(case, report)


def check_models(case: Case, report: Case) -> None:
    models = report["models"]
    for name, outcome in case.get("models", {}).items():
        found = {each["product"]: each["outcome"] for each in models if each["model"] == name}
        assert found, f"{name} is not in the report"
        assert found == (outcome if isinstance(outcome, dict) else dict.fromkeys(found, outcome)), name
    for name, licenses in case.get("licenses", {}).items():
        binding = {
            each["license"]
            for model in models
            if model["model"] == name
            for each in model["effective_licenses"]
        }
        assert binding == set(licenses), name
    for name, level in case.get("openness", {}).items():
        assert {each["openness"] for each in models if each["model"] == name} == {level}, name
    if "curable" in case:
        assert {each["model"] for each in models if each["curable"]} == set(case["curable"])
    for name, duties in case.get("obligations", {}).items():
        listed = [
            f"{duty['kind']} {duty['status']}"
            for each in models
            if each["model"] == name
            for duty in each["obligations"]
        ]
        assert sorted(listed) == sorted(duties), name


def check_findings(case: Case, report: Case) -> None:
    if "codes" in case:
        assert sorted({finding["code"] for finding in report["findings"]}) == sorted(set(case["codes"]))
    for wanted in case.get("findings", []):
        fitting = [finding for finding in report["findings"] if fits(wanted, finding)]
        assert len(fitting) == 1, (
            f"{wanted} fits {len(fitting)} of {json.dumps(report['findings'], indent=1)}"
        )
    if "questions" in case:
        asked = [
            f"{each['fact']} at {each['at']}" if each["at"] else each["fact"] for each in report["questions"]
        ]
        assert asked == case["questions"]


def fits(wanted: Case, finding: Case) -> bool:
    clause = finding["clause"] or {}
    flat = {
        **finding,
        "clause": clause.get("id"),
        "section": clause.get("section"),
        "license": clause.get("license"),
    }
    flat["at"] = [f"{place['file']}:{place['line']}" for place in finding["locations"]]
    flat["path"] = [step["model"] for step in finding["path"]]
    return all(value in flat[key] if key == "at" else flat[key] == value for key, value in wanted.items())


def test_the_report_reads_as_the_story_says(story: Path, run: Run) -> None:
    case = load(story)
    code, out, err = run(command("check", case))
    assert code == case["exit_code"], err or out
    for text in case.get("contains", []):
        assert text in flowing(out)
    for text in case.get("lacks", []):
        assert text not in flowing(out) + err
    assert len(out.splitlines()) <= case.get("lines", 10_000)
    golden = story / "report.txt"
    if golden.exists():
        stable = re.sub(r"catalog \S+, ", "", out)
        if os.environ.get("LICENSE_GATE_UPDATE"):
            golden.write_text(stable, encoding="utf-8")
        assert stable == golden.read_text(encoding="utf-8")


def flowing(text: str) -> str:
    """The report without its line breaks: where a sentence wraps is not the story's matter."""
    return text + "\n" + " ".join(text.split())


def test_every_format_gives_the_same_exit_code_and_keeps_secrets(story: Path, run: Run) -> None:
    case = load(story)
    for form in available():
        code, out, err = run([*command("check", case), "--format", form, "--verbose"])
        assert code == case["exit_code"], form
        for text in case.get("secret", []):
            assert text not in out + err, form


def test_explain_says_what_the_story_says(story: Path, run: Run) -> None:
    case = load(story)
    for words, texts in case.get("explain", {}).items():
        code, out, err = run(command("explain", case, *words.split()))
        assert code == 0, err
        for text in texts:
            assert text in flowing(out), words
        for text in case.get("secret", []):
            assert text not in out + err, words
