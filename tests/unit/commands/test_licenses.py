from __future__ import annotations

import argparse
import datetime as dt
import json
from typing import Any

import pytest

from license_gate.commands import licenses
from license_gate.commands.console import Console
from license_gate.errors import UsageError


def run(*argv: str) -> str:
    parser = argparse.ArgumentParser()
    licenses.register(parser.add_subparsers())
    arguments = parser.parse_args(["licenses", *argv])
    written: list[str] = []
    arguments.console = Console(written.append, written.append, input, dt.date(2026, 11, 24), {})
    assert arguments.run(arguments) == 0
    return "".join(written)


def run_json(*argv: str) -> Any:  # noqa: ANN401 (JSON)
    return json.loads(run(*argv, "--format", "json"))


def test_the_list_has_a_line_per_license_with_what_can_close_the_gate() -> None:
    text = run("list")
    line = next(line for line in text.splitlines() if line.startswith("llama2 "))
    assert line.split()[1:3] == ["community", "2023-07-18"]
    assert "user limit, training on model or outputs" in line
    assert "known by name only" in text
    assert max(map(len, text.splitlines())) <= 110


def test_the_list_as_json_names_all_that_decides() -> None:
    listed = {each["id"]: each for each in run_json("list")["licenses"]}
    assert "excluded territory" in listed["tencent-hunyuan-community"]["deciding"]
    assert listed["mit"]["deciding"] == []


def test_a_license_is_shown_by_any_of_its_names() -> None:
    assert run("show", "LLAMA2") == run("show", "llama2")
    assert run("show", "mrl") == run("show", "mrl-0.1")


def test_a_license_as_json_holds_clauses_and_what_travels() -> None:
    shown = run_json("show", "gemma")
    assert shown["license"]["id"] == "gemma"
    assert {"id", "kind", "section", "says"} <= set(shown["license"]["clauses"][0])
    assert "a model distilled from it" in shown["travels"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (("show", "lama2"), "did you mean llama2"),
        (("show", "modified-mit"), "stands for several licenses: kimi-k2-modified-mit"),
        (("show", "other"), "no license goes by other"),
        (("show", "a\x1b[2Jb"), r"a\\x1b\[2Jb"),
        (("list", "--format", "xml"), "choose text or json"),
    ],
)
def test_what_cannot_be_shown_is_a_usage_error_that_helps(argv: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        run(*argv)
