"""Clients of vendors in languages with C-like strings: what they are given for a model, or have for a default."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.classes import Classes
from license_gate.discover.naming import Identity
from license_gate.discover.providers import ROUTES, name_family
from license_gate.discover.vendors import read_of_vendor, vendor_in, vendor_of_path

_CLASS = re.compile(r"\bclass (?!extends\b)(\w+)|\b(\w+) = class\b")
# What a default is the default of: `name: "model", ..., default: "..."`.
_OPTION = re.compile(r"""\bname["']?\s*:\s*["']model\w*["'][^{}]*$""", re.IGNORECASE)
# What a table of names is called, before its bracket and after its type.
_TABLE = re.compile(r"""\bmodel\w*["']?\s*(?::[^=\n]*)?[=:]\s*$""", re.IGNORECASE)
_NAME = re.compile(r"""["'][^"'\n]*["']\s*:""")
_SERVED = re.compile(r"""\s*:\s*["']([\w-]+)["']""")
_NEAR = 4000
_BESIDE = 160


class Clients:
    """What one file says of the vendors that it speaks to."""

    def __init__(self, path: str, text: str) -> None:
        self._text = text
        self._vendor = vendor_of_path(path)
        self._classes = Classes(text, _find_classes)

    def any(self) -> bool:
        """Whether there is any client of a vendor."""
        return bool(self._vendor) or any(map(vendor_in, self._classes.heads()))

    def read(self, written: str, key: str, start: int) -> Identity | None:
        """The model that the string at `start` names; `key` is what takes it."""
        vendor = vendor_in(self._classes.above(start)) or self._vendor
        return read_of_vendor(written, self._key(written, key, start), vendor) if vendor else None

    def _key(self, written: str, key: str, start: int) -> str:
        key = key.rpartition(".")[2].rstrip("0123456789")  # bundlers number what has the same name
        if "model" in key.lower():
            return key
        if key in ("default", "value"):
            before = self._text[max(0, start - _BESIDE) : start]
            return "model" if _OPTION.search(before) else key
        in_table = re.search(r"\d", written) and not _NAME.match(self._text, start) and self._in_table(start)
        return "model" if in_table else key

    def _in_table(self, start: int) -> bool:
        """Whether a string is a value in a table of the names by which a vendor serves models."""
        opened = self._text.rfind("{", max(0, start - _NEAR), start)
        if opened < 0 or self._text.find("}", opened, start) >= 0:
            return False
        return _TABLE.search(self._text[max(0, opened - _BESIDE) : opened]) is not None


def read_served(written: str, text: str, end: int) -> Identity | None:
    """A model in a table of models and of those who serve them: `"o3": "openai"`."""
    served = _SERVED.match(text, end)
    provider = ROUTES.get(served[1]) if served else None
    if provider is None or not re.search(r"\d", written) or "/" in written:
        return None
    return Identity(name_family(written) or f"{provider}:{written.removeprefix(f'{provider}-')}", "likely")


def _find_classes(text: str) -> Iterator[tuple[int, str]]:
    for match in _CLASS.finditer(text):
        yield match.start(), match[1] or match[2]
