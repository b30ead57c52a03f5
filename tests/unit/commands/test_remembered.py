"""A remembered report is given again only where nothing changed that it follows from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from license_gate import cli

MANIFEST = """\
version: 1
policy: license-policy.yaml
facts: facts.yaml
models:
  - model: meta-llama/Llama-2-7b-hf
    uses: [serve]
"""
POLICY = "version: 1\nname: Ours\nextends: [builtin:commercial@1]\n"
FACTS = 'version: 1\ngroup:\n  monthly_active_users: "<1M"\nuse:\n  fields: []\n'
SOURCE = 'from transformers import AutoModel\n\nAutoModel.from_pretrained("meta-llama/Llama-2-7b-hf")\n'


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "repository"
    root.mkdir()
    for name, text in (
        ("models.yaml", MANIFEST),
        ("license-policy.yaml", POLICY),
        ("facts.yaml", FACTS),
        ("app.py", SOURCE),
    ):
        (root / name).write_text(text)
    return root


def check(root: Path, *more: str) -> int:
    return cli.main(["check", "--root", str(root), "--today", "2026-11-15", *more])


def test_the_second_run_gives_the_same_report_without_judging(
    repository: Path, judged: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    first, said = check(repository), capsys.readouterr().out
    assert (check(repository), capsys.readouterr().out) == (first, said)
    assert len(judged) == 1


def new_waivers(root: Path) -> None:
    (root / "waivers.yaml").write_text("version: 1\nwaivers: []\n")


def own_license(root: Path) -> None:
    (root / "licenses").mkdir()
    (root / "licenses" / "ours.yaml").write_text("id: ours-1.0\n")


def new_use(root: Path) -> None:
    (root / "more.py").write_text(SOURCE.replace("meta-llama/Llama-2-7b-hf", "mistralai/Mistral-7B-v0.1"))


def another_manifest(root: Path) -> None:
    (root / ".license-gate").mkdir()
    (root / ".license-gate" / "models.yaml").write_text(
        MANIFEST.replace("policy: ", "policy: ../").replace("facts: ", "facts: ../")
    )


def edit(name: str, old: str, new: str) -> Callable[[Path], object]:
    return lambda root: (root / name).write_text((root / name).read_text().replace(old, new))


@pytest.mark.parametrize(
    "change",
    [
        edit("facts.yaml", "<1M", "820M..900M"),
        edit("models.yaml", "serve", "internal"),
        edit("license-policy.yaml", "Ours", "Theirs"),
        edit("app.py", "\n\n", "\n\n\n"),
        lambda root: os.remove(root / "facts.yaml"),
        new_waivers,
        own_license,
        new_use,
        another_manifest,
    ],
    ids=[
        "facts",
        "manifest",
        "policy",
        "a line before a use",
        "facts gone",
        "new waivers",
        "own licenses",
        "new use",
        "manifest that wins",
    ],
)
def test_a_change_is_judged_anew(
    change: Callable[[Path], object], repository: Path, judged: list[int]
) -> None:
    check(repository)
    change(repository)
    check(repository)
    assert len(judged) == 2


@pytest.mark.parametrize(
    "more", [["--verbose"], ["--exit-zero"], ["--format", "github"], ["--policy", "builtin:strict"]]
)
def test_other_options_are_judged_anew(more: list[str], repository: Path, judged: list[int]) -> None:
    check(repository)
    check(repository, *more)
    assert len(judged) == 2


def test_another_day_is_judged_anew(repository: Path, judged: list[int]) -> None:
    check(repository)
    cli.main(["check", "--root", str(repository), "--today", "2026-11-16"])
    assert len(judged) == 2


def test_facts_of_the_environment_are_judged_anew(
    repository: Path, judged: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(repository)
    monkeypatch.setenv("LICENSE_GATE_FACTS", FACTS.replace("<1M", "<2M"))
    check(repository)
    assert len(judged) == 2


def test_a_path_that_starts_in_another_folder_is_judged_anew(
    repository: Path, judged: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, users in (("one", "<1M"), ("other", "<2M")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "mine.yaml").write_text(FACTS.replace("<1M", users))
        monkeypatch.chdir(tmp_path / name)
        check(repository, "--facts", "mine.yaml")
    assert len(judged) == 2


def test_a_new_document_of_the_organization_is_judged_anew(
    repository: Path, judged: list[int], tmp_path: Path
) -> None:
    central = tmp_path / "central"
    central.mkdir()
    check(repository, "--central", str(central))
    (central / "license-policy.yaml").write_text(POLICY)
    check(repository, "--central", str(central))
    assert len(judged) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", '["a", {}, [], "b"]', "\0"])
def test_a_damaged_memory_is_none(damage: str, repository: Path, judged: list[int], tmp_path: Path) -> None:
    check(repository)
    (kept,) = (tmp_path / "cache" / "license-gate" / "reports").iterdir()
    kept.write_text(damage)
    check(repository)
    assert len(judged) == 2


def test_the_memory_is_for_its_user_only(repository: Path, tmp_path: Path) -> None:
    check(repository)
    (kept,) = (tmp_path / "cache" / "license-gate" / "reports").iterdir()
    assert kept.stat().st_mode & 0o077 == 0


def test_without_a_place_to_write_nothing_is_remembered(
    repository: Path, judged: list[int], tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("not a folder")
    check(repository)
    check(repository)
    assert len(judged) == 2


def test_json_is_always_fresh(repository: Path, judged: list[int]) -> None:
    check(repository, "--format", "json")
    check(repository, "--format", "json")
    assert len(judged) == 2
