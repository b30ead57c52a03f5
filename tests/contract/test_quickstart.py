"""The quickstart and the README: what they tell a newcomer to write works as they say."""

from __future__ import annotations

import io
import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from license_gate.cli import main

ROOT = Path(__file__).parents[2]
POLICY = """\
version: 1
name: Acme
extends:
  - builtin:commercial@1
agreements:
  - id: A-1
    with: meta
    licenses:
      - llama2
    clauses:
      - user-limit
    reference: C-2024-17
    reason: Meta granted a license for all products.
    approved_by: legal@acme.example
    until: 2027-06-30
"""


@pytest.fixture
def quickstart(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "quickstart", tmp_path / "acme"))


def check(folder: Path) -> tuple[int, str]:
    """The exit code of `check` in a folder, and all that it prints."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["check", "--root", str(folder), "--today", "2026-11-24"])
    return code, said.getvalue()


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    changed = re.sub(old, new, text)
    assert changed != text
    file.write_text(changed, encoding="utf-8")


def test_it_closes_for_one_reason(quickstart: Path) -> None:
    code, said = check(quickstart)
    assert code == 1
    assert re.findall(r"(?m)^error\[(\w+)", said) == ["LG301"]
    assert "skipped" not in said


def test_the_first_way_out_is_a_corrected_figure(quickstart: Path) -> None:
    edit(quickstart / "facts.yaml", r"2023-06:(\n      .*)+", '2023-06: "<700M"')
    code, said = check(quickstart)
    assert code == 0, said


def test_the_second_way_out_is_another_base(quickstart: Path) -> None:
    edit(quickstart / "models.yaml", r"base:(\n      .*)+", "base: mistralai/Mistral-7B-v0.1")
    code, said = check(quickstart)
    assert code == 0, said


def test_the_third_way_out_is_an_agreement(quickstart: Path) -> None:
    (quickstart / "license-policy.yaml").write_text(POLICY, encoding="utf-8")
    edit(quickstart / "models.yaml", r"policy: .*", "policy: license-policy.yaml")
    code, said = check(quickstart)
    assert code == 0, said


def test_the_documents_in_the_readme_are_valid(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("models.yaml", "facts.yaml"):
        block = text.partition(f"**`{name}`**")[2].partition("```yaml\n")[2].partition("```")[0]
        (tmp_path / name).write_text(block, encoding="utf-8")
    code, said = check(tmp_path)
    assert code == 0, said
    assert "acme/support-7b" in said
