"""The labels that benchmarks/recall.py measures by."""

from __future__ import annotations

import os

import yaml

from tests.unit.discover.trees import TESTS

FOLDER = os.path.join(TESTS, "cases", "discovery-labels")
KEYS = {"package", "version", "round", "sure", "arguable", "arguable_files"}


def test_every_label_is_whole_and_names_a_model_once() -> None:
    files = [name for name in os.listdir(FOLDER) if name.endswith(".yaml")]
    assert len(files) > 100
    for name in files:
        with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
            label = yaml.safe_load(file)
        assert set(label) == KEYS, name
        assert f"{label['package']}.yaml" == name
        assert all(isinstance(each, str) and each for each in (*label["sure"], *label["arguable"])), name
        assert not set(label["sure"]) & set(label["arguable"]), name
