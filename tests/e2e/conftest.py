"""What the end-to-end tests share: a package index that answers, this project as a git repository, a quickstart."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUICKSTART = ROOT / "examples" / "quickstart"
# Variables of an outer hook or workflow would lead git, pre-commit and act back into that one.
OUTER = ("GIT_", "GITHUB_", "RUNNER_", "INPUT_", "PRE_COMMIT", "LICENSE_GATE_", "PYTHONPATH", "PYTHONHOME")


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with a git identity and nothing else."""
    folder = tmp_path_factory.mktemp("home")
    (folder / ".gitconfig").write_text(
        "[user]\nname = Test\nemail = test@example.invalid\n[init]\ndefaultBranch = main\n"
    )
    return folder


@pytest.fixture(scope="session")
def environ(home: Path) -> dict[str, str]:
    """The environment of a person who has this virtual environment active."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OUTER)}
    tools = os.path.dirname(sys.executable)
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config"),
        "PIP_CACHE_DIR": os.environ.get("PIP_CACHE_DIR") or os.path.join(cache, "pip"),
        "GIT_CONFIG_GLOBAL": str(home / ".gitconfig"),
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PATH": os.pathsep.join([tools, kept.get("PATH", "")]),
    }


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips the test where no package index answers; asked once, for one small wheel."""
    folder = tmp_path_factory.mktemp("index")
    options = ["--quiet", "--no-deps", "--no-cache-dir", "--retries", "0", "--timeout", "15"]
    command = [sys.executable, "-m", "pip", "download", *options, "--dest", str(folder), "idna"]
    try:
        answer = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    except subprocess.TimeoutExpired:
        pytest.skip("the package index did not answer within 60 seconds")
    if answer.returncode:
        pytest.skip(f"no package index answers: {answer.stderr.strip()[-200:]}")


def git(folder: Path, environ: dict[str, str], *words: str) -> str:
    """Run git in a folder; its output. Fails the test when git fails."""
    done = subprocess.run(
        ["git", *words], check=False, capture_output=True, text=True, cwd=folder, env=environ
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, environ: dict[str, str]) -> Path:
    """This project as it stands in the work tree, as a git repository of one commit."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: which files belong to the project is not known")
    folder = tmp_path_factory.mktemp("project")
    for name in git(ROOT, environ, "ls-files", "--cached", "--others", "--exclude-standard").splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    commit_all(folder, environ)
    return folder


@pytest.fixture
def repository(tmp_path: Path, environ: dict[str, str]) -> Path:
    """A git repository with the quickstart, whose gate is closed, committed."""
    folder = tmp_path / "acme"
    shutil.copytree(QUICKSTART, folder)
    commit_all(folder, environ)
    return folder


def commit_all(folder: Path, environ: dict[str, str]) -> None:
    """Make a folder a git repository with all its files in one commit."""
    git(folder, environ, "init", "--quiet")
    git(folder, environ, "add", "--all", "--force")
    git(folder, environ, "commit", "--quiet", "--no-verify", "--message", "start")


def replace(file: Path, old: str, new: str) -> None:
    """Change one passage of a file that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def open_gate(repository: Path) -> None:
    """What a developer of the quickstart does to open the gate: correct the figure and the label."""
    facts = repository / "facts.yaml"
    head, _, tail = facts.read_text(encoding="utf-8").partition("    2023-06:\n")
    facts.write_text(f'{head}    2023-06: "<700M"\n\n{tail[tail.index("use:") :]}', encoding="utf-8")
    replace(repository / "models.yaml", "license: apache-2.0", "license: llama2")
