"""Lists of objects in languages with C-like strings: `models: [{ id: "org/name" }]`."""

from __future__ import annotations

import re

from license_gate.discover.hub import read_hub_dataset
from license_gate.discover.identity import read_name
from license_gate.discover.naming import Identity, Trust

# Keys that say of whom something is only with the list around their object.
PARTS = ("id", "name", "model", "repo")
_APPLICATIONS = re.compile(r"spaces|demos|apps", re.IGNORECASE)
_DATASETS = re.compile(r"data_?sets", re.IGNORECASE)
_MODELS = re.compile(r"(?:\w*_)?(?:widget)?models", re.IGNORECASE)
_HEAD = re.compile(r"""([A-Za-z_]\w*)["']?\s*(?::\s*[\w<>\[\]| ]{1,80}=|[:=])\s*$""")
_FAR = 6000  # characters that a list may begin above what it holds
_BESIDE = 160  # characters before its bracket that hold its name


def list_around(text: str, start: int) -> str:
    """What the list is called that holds the string at `start` or its object, '' for none."""
    depth = 0
    for at in range(start - 1, max(0, start - _FAR), -1):
        mark = text[at]
        if mark in "]})":
            depth += 1
        elif mark in "[{(":
            depth -= 1
            if depth < 0 and mark == "[":
                head = _HEAD.search(text, max(0, at - _BESIDE), at)
                return head[1] if head else ""
            depth = max(depth, 0)
    return ""


def is_of_applications(name: str) -> bool:
    """Whether a list holds programs of the Hub, which are called like models."""
    return _APPLICATIONS.fullmatch(name) is not None


def read_listed(written: str, key: str, name: str) -> Identity | None:
    """What the entry of a list of models or of data sets is, where the list alone says so."""
    if key != "id" or not name:
        return None
    if _DATASETS.fullmatch(name):
        return read_hub_dataset(written, "likely")
    if not _MODELS.fullmatch(name):
        return None
    found = read_name(written, Trust.LOADER)
    return found if found == read_name(written, Trust.NAMED) else found and found._replace(certainty="likely")
