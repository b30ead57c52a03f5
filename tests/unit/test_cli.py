"""The command line: what it refuses, and with which exit code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from license_gate.cli import main


@pytest.mark.parametrize("command", ["check", "scan", "init", "explain"])
def test_a_root_that_is_no_folder_is_refused(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["user-limit"] if command == "explain" else []
    assert main([command, *words, "--root", str(tmp_path / "gone")]) == 2
    assert "gone is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--exit", "--ver", "--fact=facts.yaml"])
def test_an_option_is_written_in_full(option: str, tmp_path: Path) -> None:
    assert main(["check", "--root", str(tmp_path), option]) == 2


def test_that_holds_for_commands_of_commands(tmp_path: Path) -> None:
    assert main(["policy", "test", "--roo", str(tmp_path)]) == 2


def test_a_process_that_ends_at_once_has_written_all_of_its_report(tmp_path: Path) -> None:
    # More than a pipe holds: what is left in a buffer would be lost.
    names = [f"acme/model-{number}-7b" for number in range(4000)]
    (tmp_path / "load.py").write_text("\n".join(f'MODEL = "{name}"' for name in names))
    command = [sys.executable, "-m", "license_gate", "scan", "--no-memo", "--root", str(tmp_path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [name for name in names if f"{name}\n" not in done.stdout] == []
    assert done.stdout.endswith("4000 used, 0 mentioned only, 0 not resolved or not read\n")
