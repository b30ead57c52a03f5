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
sys.argv = ["license-gate", "check", "--today", "2026-11-24"]
try:
    from license_gate.cli import entry
    entry()
except SystemExit as stop:
    code = stop.code
finally:
    with open(sys.orig_argv[-1], "w", encoding="utf-8") as file:
        file.write(" ".join(sorted(set(sys.modules) - before)))
sys.exit(code)
"""


@pytest.fixture
def loaded(tmp_path: Path) -> set[str]:
    """The modules that a second `check` of the quickstart loads beyond a bare interpreter's."""
    repository = tmp_path / "acme"
    shutil.copytree(ROOT / "examples" / "quickstart", repository)
    environ = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    listing = tmp_path / "modules"
    for _ in ("cold", "warm"):
        done = subprocess.run(
            [sys.executable, "-c", DRIVER, str(listing)],
            check=False,
            capture_output=True,
            text=True,
            cwd=repository,
            env=environ,
        )
        assert done.returncode == 1, done.stderr
    return set(listing.read_text(encoding="utf-8").split())


def test_a_warm_check_loads_no_heavy_module(loaded: set[str]) -> None:
    assert "license_gate.evaluate" in loaded
    assert sorted(set(BANNED) & loaded) == []
