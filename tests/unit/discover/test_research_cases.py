"""The ways in which repositories name a model, as somebody else collected them."""

from __future__ import annotations

import json
import os

import pytest

from tests.research import research_folder
from tests.unit.discover.trees import scan_folder

FOLDER = os.path.join(research_folder() or "", "discovery-cases")


@pytest.mark.skipif(
    research_folder() is None or not os.path.isdir(FOLDER), reason="the research folder is not here"
)
def test_every_id_is_found_and_no_use_is_invented() -> None:
    with open(os.path.join(FOLDER, "expected.json"), encoding="utf-8") as file:
        expected = {name: set(models) for name, models in json.load(file).items()}
    found: dict[str, set[str]] = {name: set() for name in expected}
    for each in scan_folder(FOLDER).references:
        if each.file in expected and (each.kind != "mention" or expected[each.file]):
            found[each.file].add(each.model)
    assert found == expected
