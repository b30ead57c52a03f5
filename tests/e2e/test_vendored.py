"""Weights in a repository with the license text that their publisher ships: declared, changed, unknown."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from license_gate import cli
from tests.histories import commit, write
from tests.research import ROOT, research_folder

TEXTS = os.path.join(research_folder() or "", "licenses", "texts")
real = pytest.mark.skipif(
    research_folder() is None, reason="the license texts are not at hand: set LICENSE_GATE_RESEARCH"
)
MANIFEST = """\
version: 1
policy: builtin:commercial@1
facts: facts.yaml
models:
  - path: weights/chat/
    uses: [serve]
"""
FACTS = "version: 1\nuse: {commercial: true, fields: []}\ngroup:\n  monthly_active_users: {2023-06: 820M}\n"
MODEL = "path:weights/chat/"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "repo"
    write(root, {"models.yaml": MANIFEST, "facts.yaml": FACTS, "weights/chat/vocab.txt": "a b c\n"})
    return root


def declare(root: Path, license_: str) -> None:
    (root / "models.yaml").write_text(f"{MANIFEST}    license: {license_}\n")


def text_of(edition: str) -> str:
    return Path(TEXTS, f"{edition}.txt").read_text(encoding="utf-8")


def place(root: Path, text: str, name: str = "LICENSE") -> None:
    (root / "weights" / "chat" / name).write_text(text, encoding="utf-8")


def check(root: Path, *options: str) -> int:
    return cli.main(["check", "--root", str(root), "--today", "2026-11-15", *options])


def judge(root: Path, capsys: Captured, *options: str) -> dict[str, Any]:
    capsys.readouterr()
    code = check(root, "--format", "json", *options)
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert report["exit_code"] == code
    return report


def codes(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in report["findings"]}


def licenses(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["license"], each["evidence"]) for each in report["models"][0]["effective_licenses"]]


@real
def test_llama_2_declared_as_apache_is_found_out_and_quoted(root: Path, capsys: Captured) -> None:
    text = text_of("llama2")
    place(root, text)
    place(root, text_of("llama2-use-policy"), "USE_POLICY.md")
    declare(root, "apache-2.0")
    report = judge(root, capsys)
    assert licenses(report) == [("llama2", "text"), ("apache-2.0", "assertion")]
    found = codes(report)
    assert {"LG204", "LG301"} == set(found)
    assert {"file": "weights/chat/LICENSE", "line": 1, "column": 1} in found["LG204"]["locations"]
    quote = found["LG301"]["clause"]["quote"]
    assert quote["file"] == "weights/chat/LICENSE"
    assert quote["text"] == text.splitlines()[quote["line"] - 1].strip()
    assert "700 million" in quote["text"]
    check(root)
    printed = " ".join(capsys.readouterr().out.split())
    assert f'quote weights/chat/LICENSE:{quote["line"]} "{quote["text"]}"' in printed


@real
@pytest.mark.parametrize("declared", ["", "llama2"])
def test_the_text_alone_is_enough(declared: str, root: Path, capsys: Captured) -> None:
    place(root, text_of("llama2"))
    if declared:
        declare(root, declared)
    report = judge(root, capsys)
    assert licenses(report) == [("llama2", "text")]
    assert set(codes(report)) == {"LG301"}


@real
def test_another_model_under_the_same_license_is_quoted_from_the_copy(root: Path, capsys: Captured) -> None:
    place(root, text_of("llama2"))
    hosted = "  - model: meta-llama/Llama-2-7b-hf\n    uses: [serve]\n"
    (root / "models.yaml").write_text(MANIFEST + hosted)
    quotes = {each["clause"]["quote"]["file"] for each in judge(root, capsys)["findings"] if each["clause"]}
    assert quotes == {"weights/chat/LICENSE"}


@real
@pytest.mark.parametrize("declared", ["", "tencent-hunyuan-community", "apache-2.0"])
def test_hunyuan_with_another_number_is_not_judged_as_hunyuan(
    declared: str, root: Path, capsys: Captured
) -> None:
    changed = text_of("tencent-hunyuan-community").replace("100 million", "900 million")
    place(root, changed)
    if declared:
        declare(root, declared)
    report = judge(root, capsys)
    assert report["models"][0]["outcome"] == "undecided"
    assert report["verdict"] == "closed"
    assert ("tencent-hunyuan-community", "text") not in licenses(report)
    finding = codes(report)["LG208"]
    assert (finding["answer"], finding["level"]) == ("unknown", "fail")
    line = next(
        number for number, each in enumerate(changed.splitlines(), 1) if "900 million monthly active" in each
    )
    (difference,) = (each["statement"] for each in finding["explanation"]["because"])
    assert difference.startswith(f"weights/chat/LICENSE:{line}: user limit: here more than 900,000,000")
    assert "recorded more than 100,000,000" in difference
    assert {"file": "weights/chat/LICENSE", "line": line, "column": 1} in finding["locations"]
    assert ("LG204" in codes(report)) is (declared == "apache-2.0")


@pytest.mark.parametrize("declared", ["", "apache-2.0"])
def test_a_text_that_nobody_knows_is_an_unknown_license(declared: str, root: Path, capsys: Captured) -> None:
    place(root, "Whoever runs this model feeds the cat.\nWhoever sells it feeds two.\n")
    if declared:
        declare(root, declared)
    report = judge(root, capsys)
    assert report["models"][0]["outcome"] == "undecided"
    assert set(codes(report)) == {"LG201"}


def test_an_entry_of_the_organization_answers_for_a_text_that_nobody_knows(
    root: Path, capsys: Captured
) -> None:
    place(root, "Whoever runs this model feeds the cat.\n")
    write(root, {"license-policy.yaml": "version: 1\nname: Ours\nextends: [builtin:commercial@1]\n"})
    shutil.copytree(
        os.path.join(ROOT, "tests", "cases", "check", "own-license", "repo", "licenses"), root / "licenses"
    )
    declare(root, "acme-terms")
    manifest = (root / "models.yaml").read_text().replace("builtin:commercial@1", "license-policy.yaml")
    (root / "models.yaml").write_text(manifest)
    report = judge(root, capsys)
    assert codes(report)["LG209"]["level"] == "warn"
    assert "LG201" not in codes(report)


def test_our_own_license_file_is_known_and_a_new_one_is_judged_anew(root: Path, judged: list[int]) -> None:
    place(root, Path(ROOT, "LICENSE").read_text(encoding="utf-8"))
    assert (check(root), check(root), len(judged)) == (0, 0, 1)
    place(root, "Feed the cat.\n", "LICENSE-OTHER")
    assert (check(root), len(judged)) == (1, 2)
    (root / "weights" / "chat" / "LICENSE-OTHER").write_text("Feed the dog.\n")
    assert (check(root), len(judged)) == (1, 3)
    (root / "weights" / "chat" / "LICENSE-OTHER").unlink()
    assert (check(root), len(judged)) == (0, 4)


def test_a_text_that_was_there_before_closes_nothing_new(root: Path, capsys: Captured) -> None:
    place(root, "Feed the cat.\n")
    commit(root, {})
    report = judge(root, capsys, "--new-since", "HEAD")
    assert (report["verdict"], [each["new"] for each in report["findings"]]) == ("open", [False])
    place(root, "Feed the dog.\n", "TERMS.md")
    assert judge(root, capsys, "--new-since", "HEAD")["verdict"] == "closed"


def test_a_name_made_to_harm_stays_harmless(root: Path, capsys: Captured) -> None:
    place(root, "Feed the cat.\n", "LICENSE\n::error::owned\x1b[2J")
    for form in ("text", "github", "markdown", "json"):
        assert check(root, "--format", form) == 1
        printed = capsys.readouterr().out
        assert "\x1b" not in printed
        assert not any(line.startswith("::error::owned") for line in printed.splitlines())
