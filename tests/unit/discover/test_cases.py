"""A folder is a test: every reference and every skip of its files, in order."""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml

from tests.unit.discover.trees import CASES, scan_folder


def read_expected(story: str) -> dict[str, Any]:
    with open(os.path.join(CASES, story, "expected.yaml"), encoding="utf-8") as file:
        expected: dict[str, Any] = yaml.safe_load(file)
    return expected


@pytest.mark.parametrize("story", sorted(os.listdir(CASES)))
def test_every_reference_of_the_folder_is_found_and_nothing_else(story: str) -> None:
    expected = read_expected(story)
    found = scan_folder(os.path.join(CASES, story))
    assert [
        {
            "model": each.model,
            "kind": each.kind,
            "certainty": each.certainty,
            "file": each.file,
            "line": each.line,
        }
        for each in found.references
    ] == expected["references"]
    assert [each._asdict() for each in found.skipped] == expected.get("skipped", [])
