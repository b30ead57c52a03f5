"""Every folder of cases/check is a test: a small repository, the day, and what the gate says.

case.yaml: `today`, `arguments`, `environ`, `exit_code`, `models` (name -> outcome, or a list of `product: outcome`),
`codes` (exactly these, notes included), `contains` / `lacks` (texts of the text report), `problems` (texts on
standard error). report.txt, where it is there, is the whole text report; LICENSE_GATE_UPDATE=1 writes it anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml

from license_gate.cli import main

CASES = Path(__file__).parent / "check"
STORIES = sorted(path.parent for path in CASES.glob("*/case.yaml"))


def command(story: Path, case: dict[str, Any], *more: str) -> list[str]:
    return [
        "check", "--root", str(story / "repo"), "--today", str(case["today"]), *map(str, case.get("arguments", [])), *more,
    ]  # fmt: skip


@pytest.fixture(params=STORIES, ids=lambda story: story.name)
def story(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Path:
    path: Path = request.param
    monkeypatch.chdir(path)
    for name in ("LICENSE_GATE_FACTS", "LICENSE_GATE_CENTRAL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in load(path).get("environ", {}).items():
        monkeypatch.setenv(name, value)
    return path


def load(story: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((story / "case.yaml").read_text(encoding="utf-8"))
    return found


def test_the_verdict_is_as_the_story_says(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = load(story)
    code = main(command(story, case, "--format", "json"))
    out, err = capsys.readouterr()
    assert code == case["exit_code"], err or out
    for text in case.get("problems", []):
        assert text in err
    report = json.loads(out)
    if code > 1:
        return
    for model, outcome in case.get("models", {}).items():
        found = {(each["product"], each["outcome"]) for each in report["models"] if each["model"] == model}
        wanted = outcome if isinstance(outcome, dict) else {product: outcome for product, _ in found}
        assert found == set(wanted.items()) and found
    if "codes" in case:
        assert sorted({finding["code"] for finding in report["findings"]}) == sorted(case["codes"])


def test_the_report_reads_as_the_story_says(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = load(story)
    code = main(command(story, case))
    out, err = capsys.readouterr()
    assert code == case["exit_code"], err or out
    for text in case.get("contains", []):
        assert text in out
    for text in case.get("lacks", []):
        assert text not in out + err
    golden = story / "report.txt"
    if os.environ.get("LICENSE_GATE_UPDATE") and (golden.exists() or case.get("golden")):
        golden.write_text(out, encoding="utf-8")
    if golden.exists():
        assert out == golden.read_text(encoding="utf-8")
