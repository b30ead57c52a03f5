from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from license_gate.commands import identify
from license_gate.commands.console import Console
from license_gate.errors import UnavailableError, UsageError

APACHE = Path(__file__).parents[3] / "LICENSE"


def run(*argv: str, code: int = 0) -> str:
    parser = argparse.ArgumentParser()
    identify.register(parser.add_subparsers())
    arguments = parser.parse_args(["identify", *argv])
    written: list[str] = []
    arguments.console = Console(written.append, written.append, input, dt.date(2026, 11, 24), {})
    assert arguments.run(arguments) == code
    return "".join(written)


def run_json(*argv: str, code: int = 0) -> Any:  # noqa: ANN401 (JSON)
    return json.loads(run(*argv, "--format", "json", code=code))


def test_our_own_license_is_recognized_on_one_line() -> None:
    assert run(str(APACHE)).splitlines()[-1].endswith("apache-2.0, lines 1-201, 100 % the same wording")


def test_json_has_one_object_per_file_with_the_keys_that_are_promised() -> None:
    (row,) = run_json(str(APACHE))
    assert list(row)[:5] == ["file", "license", "score", "differs_on", "also"]
    assert (row["file"], row["license"], row["score"]) == (str(APACHE), "apache-2.0", 1.0)
    assert row["same_text"] == ["gemma-4", "snowflake-arctic"]


def test_each_difference_has_a_line_of_its_own(tmp_path: Path) -> None:
    changed = APACHE.read_text(encoding="utf-8").replace("fifty percent (50%)", "sixty percent (60%)")
    (tmp_path / "LICENSE").write_text(changed, encoding="utf-8")
    text = run(str(tmp_path / "LICENSE"))
    assert "it differs from the recorded text:" in " ".join(text.split())
    assert "    - percentage (line 20): here 60 %; recorded 50 %" in text
    (row,) = run_json(str(tmp_path / "LICENSE"))
    assert row["differs_on"][0] == {"what": "percentage", "recorded": ["50 %"], "found": ["60 %"], "line": 20}


def test_a_second_license_follows_with_also(tmp_path: Path) -> None:
    apache = APACHE.read_text(encoding="utf-8")
    changed = [apache.replace("(50%)", f"({number}%)") for number in (60, 70)]
    (tmp_path / "LICENSE").write_text("\n\n".join(changed), encoding="utf-8")
    assert "  also apache-2.0" in run(str(tmp_path / "LICENSE"))
    (row,) = run_json(str(tmp_path / "LICENSE"))
    assert [each["license"] for each in row["also"]] == ["apache-2.0"]


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_told(tmp_path: Path) -> None:
    text = run(str(tmp_path / "no\x1b[31m"), str(tmp_path), str(APACHE), code=UnavailableError.exit_code)
    assert "the file does not exist" in " ".join(text.split())
    assert "the file is not a regular file" in " ".join(text.split())
    assert "\x1b" not in text
    assert text.splitlines()[-1].endswith("100 % the same wording")


def test_text_from_the_file_is_harmless_in_the_output(tmp_path: Path) -> None:
    apache = APACHE.read_text(encoding="utf-8")
    bad = 'You must display "::error::\x1b[2Jgone" in the software unless licensed.'
    (tmp_path / "LICENSE").write_text(f"{apache}\n{bad}\n", encoding="utf-8")
    text = run(str(tmp_path / "LICENSE"))
    assert "gone" in text
    assert "\x1b" not in text
    assert "::error" not in text


def test_a_binary_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "weights").write_bytes(bytes(range(256)) * 50)
    (row,) = run_json(str(tmp_path / "weights"))
    assert (row["license"], row["reason"]) == (None, "the file is binary")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="choose text or json"):
        run(str(APACHE), "--format", "yaml")
