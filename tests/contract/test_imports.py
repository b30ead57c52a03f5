"""A warm `check` pays for no module that it does not need: every commit of every user would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BANNED = (
    "dataclasses",
    "decimal",
    "inspect",
    "jsonschema",
    "license_expression",
    "logging",
    "pathlib",
    "requests",
)
DRIVER = """
import sys
before = set(sys.modules)
from license_gate.cli import main  # what the program does but its end, after which nobody can look
code = main(["check", "--today", sys.orig_argv[-2]])
with open(sys.orig_argv[-1], "w", encoding="utf-8") as file:
    file.write(" ".join(sorted(set(sys.modules) - before)))
sys.exit(code)
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "quickstart", tmp_path / "acme"))


def loaded(repository: Path, *days: str) -> set[str]:
    """The modules that the last of several checks of the quickstart loads beyond a bare interpreter's."""
    environ = {**os.environ, "XDG_CACHE_HOME": str(repository.parent / "cache"), "PYTHONPATH": str(ROOT)}
    listing = repository.parent / "modules"
    for day in days:
        done = subprocess.run(
            [sys.executable, "-c", DRIVER, day, str(listing)],
            check=False,
            capture_output=True,
            text=True,
            cwd=repository,
            env=environ,
        )
        assert done.returncode == 1, done.stderr
    return set(listing.read_text(encoding="utf-8").split())


def test_a_warm_check_loads_no_heavy_module(repository: Path) -> None:
    modules = loaded(repository, "2026-11-23", "2026-11-24")  # another day: judged anew, from known documents
    assert "license_gate.evaluate" in modules
    assert sorted(set(BANNED) & modules) == []


def test_a_check_of_what_has_not_changed_loads_neither_yaml_nor_the_judge(repository: Path) -> None:
    modules = loaded(repository, "2026-11-24", "2026-11-24")
    assert sorted({*BANNED, "yaml", "license_gate.evaluate", "license_gate.documents"} & modules) == []
