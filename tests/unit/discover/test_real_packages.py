"""Public packages, labelled by hand; their trees are not kept here.

Unpack them below $LICENSE_GATE_TREES, each in the folder that its label names, to measure again.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
import yaml

from tests.unit.discover.trees import LABELS, scan_folder

TREES = os.environ.get("LICENSE_GATE_TREES", "")


def read_label(name: str) -> dict[str, Any]:
    with open(os.path.join(LABELS, name), encoding="utf-8") as file:
        label: dict[str, Any] = yaml.safe_load(file)
    return label


@pytest.mark.skipif(not TREES, reason="$LICENSE_GATE_TREES names no folder of unpacked packages")
def test_recall_and_precision_by_distinct_model() -> None:
    hits = found_count = wanted_count = 0
    for name in sorted(os.listdir(LABELS)):
        label = read_label(name)
        folder = os.path.join(TREES, label["folder"])
        if not os.path.isdir(folder):
            continue
        wanted = set(label["models"])
        found = {each.model for each in scan_folder(folder).references if each.kind != "mention"}
        hits, found_count, wanted_count = (
            hits + len(found & wanted),
            found_count + len(found),
            wanted_count + len(wanted),
        )
    assert wanted_count, f"none of the labelled packages is in {TREES}"
    assert hits / wanted_count >= 0.95
    assert hits / found_count >= 0.97
