"""`check --new-since`: two trees, each by its own documents; only what is new closes the gate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from license_gate.cli import main
from tests.histories import FACTS, MANIFEST, commit, declare, git, load, write

Captured = pytest.CaptureFixture[str]
LLAMA = "meta-llama/Llama-2-7b-chat-hf"
GIANT = FACTS.replace('"<1M"', "{2023-06: 820M}")
NONCOMMERCIAL = "  - model: acme/writer\n    license: cc-by-nc-4.0\n    uses: [serve]\n"


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "repo"
    commit(root, {"models.yaml": declare(LLAMA), "facts.yaml": GIANT, "app.py": load(LLAMA, "acme/old")})
    monkeypatch.chdir(root)
    return root


def judge(capsys: Captured, *options: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main(["check", "--today", "2026-11-15", "--format", "json", *options])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, found


def new(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each["code"], each["model"]) for each in report["findings"] if each["new"]]


def test_what_was_there_is_listed_and_does_not_close(root: Path, capsys: Captured) -> None:
    write(root, {"other.py": load("acme/old")})
    code, report = judge(capsys, "--new-since", "HEAD")
    assert (code, report["verdict"], new(report)) == (0, "open", [])
    assert report["counts"] | {"models": 1} == {
        "models": 1, "findings": 2, "fail": 0, "warn": 0, "note": 0, "waived": 0, "older": 2, "left_to_ci": 0,
        "skipped": 0,
    }  # fmt: skip
    assert {each["level"] for each in report["findings"]} == {"fail"}
    assert report["run"]["new_since"] == "HEAD"
    assert judge(capsys)[0] == 1


def test_what_is_new_closes(root: Path, capsys: Captured) -> None:
    write(root, {"other.py": load("acme/new")})
    code, report = judge(capsys, "--new-since", "HEAD")
    assert (code, new(report)) == (1, [("LG101", "acme/new")])
    assert report["findings"][0]["model"] == "acme/new"


def test_every_report_says_what_is_new_and_counts_the_rest(root: Path, capsys: Captured) -> None:
    write(root, {"other.py": load("acme/new")})
    said = "2 older findings not counted: --new-since HEAD"
    for form, mark in {
        "text": "new since HEAD\n",
        "markdown": "1 error new since HEAD",
        "github": "(new)",
    }.items():
        assert main(["check", "--format", form, "--new-since", "HEAD"]) == 1
        out = capsys.readouterr().out
        assert said in out
        assert mark in out
        assert ("acme/old is used but not declared" in out) == (form != "github")


def test_a_declaration_is_judged_in_both_trees(root: Path, capsys: Captured) -> None:
    write(root, {"models.yaml": declare(LLAMA, "acme/old") + NONCOMMERCIAL})
    code, report = judge(capsys, "--new-since", "main")
    assert code == 1
    assert ("LG305", "acme/writer") in new(report)
    assert ("LG301", LLAMA) not in new(report)


def test_facts_count_as_they_were_written(root: Path, capsys: Captured) -> None:
    """A number that was fine and no longer is, is new."""
    commit(root, {"facts.yaml": FACTS})
    write(root, {"facts.yaml": GIANT})
    assert new(judge(capsys, "--new-since", "HEAD")[1]) == [("LG301", LLAMA)]


def test_a_waiver_that_is_taken_away_makes_it_new(root: Path, capsys: Captured) -> None:
    policy = (
        "version: 1\nname: Acme\nextends: [builtin:commercial@1]\nwaivers:\n  - id: W-1\n    rule: references-declared\n"
        "    reason: r\n    approved_by: a\n    until: 2026-12-31\n"
    )
    manifest = declare(LLAMA).replace("builtin:commercial@1", "license-policy.yaml")
    commit(root, {"license-policy.yaml": policy, "models.yaml": manifest})
    write(root, {"license-policy.yaml": policy.partition("waivers:")[0]})
    assert new(judge(capsys, "--new-since", "HEAD")[1]) == [("LG101", "acme/old")]


def test_a_doubt_that_is_a_violation_now_is_new(root: Path, capsys: Captured) -> None:
    commit(root, {"facts.yaml": GIANT.replace("2023-06", "2026-10")})
    write(root, {"facts.yaml": GIANT})
    assert new(judge(capsys, "--new-since", "HEAD")[1]) == [("LG301", LLAMA)]


def test_a_note_that_closes_now_is_new(root: Path, capsys: Captured) -> None:
    policy = "version: 1\nname: Acme\nrules:\n  references-declared:\n    level: LEVEL\n"
    manifest = declare(LLAMA).replace("builtin:commercial@1", "license-policy.yaml")
    commit(root, {"license-policy.yaml": policy.replace("LEVEL", "warn"), "models.yaml": manifest})
    write(root, {"license-policy.yaml": policy.replace("LEVEL", "fail")})
    assert new(judge(capsys, "--new-since", "HEAD")[1]) == [("LG101", "acme/old")]


def test_invalid_documents_then_make_everything_new_aloud(root: Path, capsys: Captured) -> None:
    commit(root, {"models.yaml": MANIFEST.replace("models:", "modells:")})
    write(root, {"models.yaml": declare(LLAMA)})
    code, report = judge(capsys, "--new-since", "HEAD")
    assert (code, len(new(report))) == (1, 2)
    main(["check", "--new-since", "HEAD"])
    out = " ".join(capsys.readouterr().out.split())
    assert (
        "note: everything counts as new: a document at HEAD is invalid (models.yaml:4:1: unknown key" in out
    )


def test_a_repository_that_takes_the_gate_on_is_judged_in_full_aloud(root: Path, capsys: Captured) -> None:
    (root / "models.yaml").unlink()
    commit(root, {})
    write(root, {"models.yaml": declare(LLAMA)})
    code, report = judge(capsys, "--new-since", "HEAD")
    assert (code, len(new(report))) == (1, 2)
    main(["check", "--new-since", "HEAD"])
    assert "everything counts as new: there is no models.yaml at HEAD" in capsys.readouterr().out


def test_facts_that_git_ignores_hold_for_both_trees(root: Path, capsys: Captured) -> None:
    (root / "facts.yaml").unlink()
    commit(root, {".gitignore": "facts.yaml\n"})
    write(root, {"facts.yaml": GIANT})
    assert judge(capsys, "--new-since", "HEAD")[0] == 0


def test_own_licenses_and_included_manifests_are_those_of_each_tree(root: Path, capsys: Captured) -> None:
    part = "version: 1\nproducts:\n  search:\n    uses: [serve]\nmodels:\n"
    manifest = declare().replace("models:", 'include: ["parts/*.yaml"]')
    commit(root, {"models.yaml": manifest, "parts/a.yaml": part + NONCOMMERCIAL, "app.py": ""})
    write(root, {"parts/a.yaml": part + NONCOMMERCIAL + NONCOMMERCIAL.replace("writer", "second")})
    assert new(judge(capsys, "--new-since", "HEAD")[1]) == [("LG305", "acme/second")]


def test_the_working_tree_and_the_index_stay_as_they_are(root: Path, capsys: Captured) -> None:
    write(root, {"staged.py": load("acme/new")})
    git(root, "add", "staged.py")
    write(root, {"staged.py": "", "loose.py": ""})
    before = git(root, "status", "--porcelain=v2", "--branch")
    judge(capsys, "--new-since", "HEAD")
    assert git(root, "status", "--porcelain=v2", "--branch") == before
    assert [path.name for path in (root / ".git").glob("*.lock")] == []


def test_a_second_run_remembers_the_old_tree(
    root: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, {"other.py": load("acme/new")})
    first = judge(capsys, "--new-since", "HEAD")
    monkeypatch.setattr("license_gate.revision.Blobs.read", None)
    assert judge(capsys, "--new-since", "HEAD") == first


@pytest.mark.parametrize("name", ["origin/main", "--help", "nowhere"])
def test_an_unknown_commit_is_a_mistake_of_the_command_line(capsys: Captured, name: str) -> None:
    assert main(["check", f"--new-since={name}"]) == 2
    assert "commit" in capsys.readouterr().err or name != "--help"


def test_many_files_are_read_as_well(root: Path, capsys: Captured) -> None:
    commit(root, {f"many/m{n}.py": f"# {n}\n" + load(f"acme/m{n % 7}") for n in range(400)})
    write(root, {"other.py": load("acme/new")})
    code, report = judge(capsys, "--new-since", "HEAD")
    assert (code, new(report)) == (1, [("LG101", "acme/new")])
    assert report["counts"]["older"] == 9


def test_the_verdict_on_a_tree_against_itself_is_open(root: Path, capsys: Captured) -> None:
    """Whatever it holds: nothing in it is new."""
    write(root, {"models.yaml": declare(LLAMA) + NONCOMMERCIAL + "  - model: acme/nobody-knows\n"})
    commit(root, {})
    assert judge(capsys)[0] == 1
    code, report = judge(capsys, "--new-since", "HEAD")
    assert (code, new(report)) == (0, [])
    assert report["counts"]["older"] == report["counts"]["findings"] > 2
