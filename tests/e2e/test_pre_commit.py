"""The hook, run by the real pre-commit in a git repository that the test makes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import git, open_gate, replace

pytestmark = [pytest.mark.network, pytest.mark.usefixtures("index")]


def install_hook(repository: Path, project: Path, environ: dict[str, str]) -> None:
    revision = git(project, environ, "rev-parse", "HEAD")
    config = f"repos:\n  - repo: {project}\n    rev: {revision}\n    hooks:\n      - id: license-gate\n"
    (repository / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    git(repository, environ, "add", ".pre-commit-config.yaml")
    subprocess.run(["pre-commit", "install"], check=True, cwd=repository, env=environ, capture_output=True)


def commit(repository: Path, environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    git(repository, environ, "add", "--all")
    command = ["git", "commit", "--message", "work"]
    return subprocess.run(command, check=False, cwd=repository, env=environ, capture_output=True, text=True)


def test_a_closed_gate_refuses_the_commit_and_an_open_one_lets_it_pass(
    repository: Path, project: Path, environ: dict[str, str]
) -> None:
    install_hook(repository, project, environ)

    refused = commit(repository, environ)
    said = refused.stdout + refused.stderr
    assert refused.returncode == 1, said
    assert "exit code: 1" in said
    assert "LG301" in said
    assert "gate closed" in said
    assert git(repository, environ, "rev-list", "--count", "HEAD") == "1"

    open_gate(repository)
    passed = commit(repository, environ)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert git(repository, environ, "rev-list", "--count", "HEAD") == "2"

    replace(repository / "models.yaml", "relation: finetune", "relatoin: finetune")
    broken = commit(repository, environ)
    said = broken.stdout + broken.stderr
    assert broken.returncode == 1, said  # git's own code; the hook's is in the output
    assert "exit code: 3" in said
    assert "did you mean" in said
