"""Lists of objects in languages with C-like strings: `models: [{ id: "org/name" }]`."""

from __future__ import annotations

import re
from array import array

from license_gate.discover.hub import read_hub_dataset
from license_gate.discover.identity import read_name
from license_gate.discover.naming import Identity, Trust

# Keys that say of whom something is only with the list around their object.
PARTS = ("id", "name", "model", "repo")
_APPLICATIONS = re.compile(r"spaces|demos|apps", re.IGNORECASE)
_DATASETS = re.compile(r"data_?sets", re.IGNORECASE)
_MODELS = re.compile(r"(?:\w*_)?(?:widget)?models", re.IGNORECASE)
_HEAD = re.compile(r"""([A-Za-z_]\w*)["']?\s*(?::\s*[\w<>\[\]| ]{1,80}=|[:=])\s*$""")
_BRACKET = re.compile(r"[\[\](){}]")
_FAR = 6000  # characters that a list may begin above what it holds
_BESIDE = 160  # characters before its bracket that hold its name


class Lists:
    """The lists of a text. Ask for its places in their order: each bracket is read once, however many are asked for."""

    __slots__ = ("_at", "_open", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._open = array("q")  # for each open bracket: where the nearest open list begins, -1 for nowhere

    def around(self, start: int) -> str:
        """What the list is called that holds the string at `start` or its object, '' for none."""
        self._read(start)
        opened = self._open[-1] if self._open else -1
        if opened < 0 or start - opened >= _FAR:
            return ""
        head = _HEAD.search(self._text, max(0, opened - _BESIDE), opened)
        return head[1] if head else ""

    def _read(self, until: int) -> None:
        for bracket in _BRACKET.finditer(self._text, self._at, until):
            if bracket[0] in "]})":
                if self._open:
                    self._open.pop()
            elif bracket[0] == "[":
                self._open.append(bracket.start())
            else:
                self._open.append(self._open[-1] if self._open else -1)
        self._at = max(self._at, until)


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
