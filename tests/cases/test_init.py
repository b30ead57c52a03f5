"""Every folder of cases/init is a test: a repository, the answers, and the files that init writes.

answers.yaml   given with --answers, where it is there
expected/      exactly the files that are new afterwards; LICENSE_GATE_UPDATE=1 writes them anew
case.yaml, every key but `check` optional:
  typed        lines typed at a terminal, then the end of input
  unasked      whether --yes is given
  address      what the installation tells of its own address
  exit_code    of init, 0 where nothing is said
  contains, lacks   texts of what init prints
  problems     lines on standard error
  check        what `check` exits with afterwards
  questions    exactly those that `check` has then
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from license_gate import cli
from license_gate.commands.console import Console
from license_gate.commands.own_address import Address

STORIES = sorted(path.parent for path in (Path(__file__).parent / "init").glob("*/case.yaml"))
KEYS = {"typed", "unasked", "address", "exit_code", "contains", "lacks", "problems", "check", "questions"}
TODAY = ["--today", "2026-11-15"]
Case = dict[str, Any]


def load(story: Path) -> Case:
    found: Case = yaml.safe_load((story / "case.yaml").read_text(encoding="utf-8"))
    assert set(found) <= KEYS, f"{story.name}: {sorted(set(found) - KEYS)}"
    return found


def list_files(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Typist:
    """Types the lines of a story; then the input ends."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = list(lines)

    def __call__(self, prompt: str) -> str:
        print(prompt, end="")  # noqa: T201 - as input() does
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


def seat(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put somebody before the terminal."""
    made = cli._console

    def console(today: str | None) -> Console:
        return made(today)._replace(ask=typist, interactive=True)

    monkeypatch.setattr(cli, "_console", console)


@pytest.fixture(params=STORIES, ids=lambda story: story.name)
def story(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path: Path = request.param
    monkeypatch.chdir(path)
    monkeypatch.setattr(
        "license_gate.commands.init.own_address",
        lambda: Address(**{"tag": "v0.1.0", **load(path).get("address", {})}),
    )
    shutil.copytree(path / "repo", tmp_path / "repo")
    return path


def test_init_writes_what_the_story_expects(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case, repo = load(story), tmp_path / "repo"
    words = ["init", "--root", str(repo), *TODAY]
    words += ["--answers", "answers.yaml"] if (story / "answers.yaml").exists() else []
    words += ["--yes"] if case.get("unasked") else []
    with monkeypatch.context() as patch:
        if "typed" in case:
            typist = Typist(case["typed"])
            seat(typist, patch)
        code = cli.main(words)
    out, err = capsys.readouterr()
    assert code == case.get("exit_code", 0), err or out
    for text in case.get("contains", []):
        assert text in out + " ".join(out.split())
    for text in case.get("lacks", []):
        assert text not in out
    for line in case.get("problems", []):
        assert line in err
    assert code == 3 or not err
    if "typed" in case:
        assert typist.lines == []
    compare(story, repo, out)
    judge(case, repo, capsys)


def compare(story: Path, repo: Path, out: str) -> None:
    """What stood there is untouched, and exactly the expected files are new; all were shown."""
    before, after = list_files(story / "repo"), list_files(repo)
    assert {path: after.get(path) for path in before} == before
    new = {path: text for path, text in after.items() if path not in before}
    if os.environ.get("LICENSE_GATE_UPDATE"):
        shutil.rmtree(story / "expected", ignore_errors=True)
        for path, text in new.items():
            (story / "expected" / path).parent.mkdir(parents=True, exist_ok=True)
            (story / "expected" / path).write_text(text, encoding="utf-8")
    assert new == list_files(story / "expected")
    for path, text in new.items():
        yaml.safe_load(text)
        assert f"{path}, a new file:\n" in out
        assert all(f"  | {line}".rstrip() in out for line in text.splitlines())


def judge(case: Case, repo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["check", "--root", str(repo), *TODAY, "--format", "json"])
    out, err = capsys.readouterr()
    assert code == case["check"], err or out
    if "questions" in case:
        asked = [
            f"{each['fact']} at {each['at']}".removesuffix(" at ") for each in json.loads(out)["questions"]
        ]
        assert asked == case["questions"]


def test_a_second_run_changes_nothing(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = tmp_path / "repo"
    words = ["init", "--root", str(repo), *TODAY]
    cli.main(words)
    once = list_files(repo)
    assert cli.main(words) == 0
    assert list_files(repo) == once
    assert "wrote" not in capsys.readouterr().out.rpartition("is there already")[2]
    assert story.exists()
