"""requirements.lock: it holds everything the program needs, each wheel by its hash, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINS = [Requirement(line.rstrip(" \\")) for line in TEXT.splitlines() if re.match(r"[a-z]", line)]


def read_needs() -> list[Requirement]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = text.partition("\ndependencies = [\n")[2].partition("]\n")[0]
    return [Requirement(line) for line in re.findall(r'"([^"]+)"', listed)]


def version(pin: Requirement) -> str:
    (clause,) = pin.specifier
    assert clause.operator == "=="
    return clause.version


@pytest.mark.parametrize("need", read_needs(), ids=str)
@pytest.mark.parametrize("python", ["3.10", "3.11", "3.12", "3.13", "3.14"])
def test_a_dependency_is_pinned_once_for_each_python(need: Requirement, python: str) -> None:
    name = canonicalize_name(need.name)
    found = [
        pin
        for pin in PINS
        if canonicalize_name(pin.name) == name
        and (pin.marker is None or pin.marker.evaluate({"python_version": python}))
    ]
    assert len(found) == 1
    assert need.specifier.contains(version(found[0]))


def test_every_pin_has_a_hash_and_no_line_names_an_address() -> None:
    blocks = re.split(r"\n(?=[a-z])", TEXT)[1:]
    assert len(blocks) == len(PINS)
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert not re.search(r"https?://|file:|--index|--find-links", TEXT)
