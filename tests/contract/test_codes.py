"""Codes: each is given once, has a page, and belongs to a family."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from license_gate.evaluate.codes import CODES

ROOT = Path(__file__).parents[2]
KINDS = yaml.safe_load((ROOT / "license_gate" / "catalog" / "clauses.yaml").read_text(encoding="utf-8"))[
    "kinds"
]
GIVEN = [*CODES, *(kind["code"] for kind in KINDS.values())]
MENTION = re.compile(r"\"(LG\d{3})\"")


def sources() -> list[Path]:
    return sorted((ROOT / "license_gate").rglob("*.py"))


def test_a_code_is_given_once() -> None:
    assert len(GIVEN) == len(set(GIVEN))


@pytest.mark.parametrize("code", GIVEN)
def test_a_code_has_its_page(code: str) -> None:
    assert re.fullmatch(r"LG[1234569]\d\d", code)
    assert f"# {code} " in (ROOT / "docs" / "codes" / f"{code}.md").read_text(encoding="utf-8")


def test_no_page_is_out_of_date() -> None:
    command = [sys.executable, os.path.join("scripts", "write_code_pages.py"), "--check"]
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_program_uses_no_code_that_has_no_page() -> None:
    used = {code for path in sources() for code in MENTION.findall(path.read_text(encoding="utf-8"))}
    assert sorted(used - set(GIVEN)) == []
