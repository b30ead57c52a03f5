"""GGUF: the key-value pairs before the tensors. Source: gguf-py constants, version 2 and 3."""

from __future__ import annotations

import struct

from license_gate.discover.hub import read_hub_url
from license_gate.discover.naming import Identity

_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_STRING, _ARRAY = 8, 9
_MOST_PAIRS = 4096
_LONGEST_KEY = 65_535
LIES = "has a GGUF header whose lengths do not fit"


class _Reader:
    """Walks over the bytes that were read; past their end is an error."""

    __slots__ = ("_at", "_data")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 4

    def take(self, size: int) -> bytes:
        if size < 0 or self._at + size > len(self._data):
            raise EOFError
        self._at += size
        return self._data[self._at - size : self._at]

    def number(self, form: str) -> int:
        return int(struct.unpack("<" + form, self.take(struct.calcsize(form)))[0])

    def string(self, longest: int) -> str:
        size = self.number("Q")
        if size > longest:
            raise ValueError(LIES)
        return self.take(size).decode("utf-8", "replace")

    def value(self) -> str:
        """A string; everything else is stepped over."""
        kind = self.number("I")
        if kind == _STRING:
            return self.string(len(self._data))
        self._skip(kind)
        return ""

    def _skip(self, kind: int) -> None:
        if kind in _SIZES:
            self.take(_SIZES[kind])
        elif kind == _ARRAY:
            self._skip_array()
        else:
            raise ValueError(LIES)

    def _skip_array(self) -> None:
        kind, count = self.number("I"), self.number("Q")
        if kind in _SIZES:
            self.take(_SIZES[kind] * count)
        elif kind == _STRING:
            for _ in range(count):
                self.take(self.number("Q"))
        else:
            raise ValueError(LIES)


def read_gguf(data: bytes) -> list[Identity]:
    """The repository a file comes from, and its bases.

    Raises:
        ValueError: the header is none, or lies about its lengths.
    """
    if not data.startswith(b"GGUF"):
        raise ValueError("is called GGUF but has no such header")
    reader = _Reader(data)
    try:
        version, _, count = reader.number("I"), reader.number("Q"), reader.number("Q")
    except EOFError:
        raise ValueError(LIES) from None
    if version not in (2, 3) or count > _MOST_PAIRS:
        raise ValueError(LIES)
    return _pick(_read_pairs(reader, count))


def _read_pairs(reader: _Reader, count: int) -> dict[str, str]:
    """The pairs up to the end of what was read: vocabularies come after the names."""
    pairs: dict[str, str] = {}
    try:
        for _ in range(count):
            key = reader.string(_LONGEST_KEY)
            value = reader.value()
            if value and key.startswith("general."):
                pairs[key] = value
    except EOFError:
        if not pairs:
            raise ValueError(LIES) from None
    return pairs


def _pick(pairs: dict[str, str]) -> list[Identity]:
    own = [
        pairs[key]
        for key in ("general.repo_url", "general.source.huggingface.repository", "general.source.repo_url")
        if key in pairs
    ]
    bases = [
        value
        for key, value in pairs.items()
        if key.startswith("general.base_model.") and key.endswith(".repo_url")
    ]
    found: dict[str, Identity] = {}
    for written in (*own, *bases):
        url = written if "://" in written else f"https://huggingface.co/{written}"
        identity = read_hub_url(url)
        if identity:
            found.setdefault(identity.model, identity)
    return list(found.values())
