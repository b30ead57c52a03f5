"""The action, the workflow and the hooks, audited by zizmor."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AUDITED = ["action.yml", ".github", ".pre-commit-hooks.yaml"]


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent))
    if zizmor is None:
        pytest.skip("zizmor is not installed: it has no wheel for this platform")
    command = [zizmor, "--offline", "--no-progress", "--persona=pedantic", *AUDITED]
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_action_uses_no_other_action() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert "uses:" not in "".join(line for line in text.splitlines() if not line.strip().startswith("#"))


def test_no_expression_is_pasted_into_the_script() -> None:
    script = (ROOT / "action.yml").read_text(encoding="utf-8").partition("run: |")[2]
    assert script
    assert "${{" not in script
