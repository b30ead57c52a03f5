"""The command line: what it refuses, and with which exit code."""

from __future__ import annotations

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
