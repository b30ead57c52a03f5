"""ONNX: the pairs of `metadata_props`, and links to the Hub. Source: onnx.proto (ModelProto.metadata_props = 14).

The pairs come after the graph: of a file that is larger than what is read, they stay unread, and it is reported
as one that does not say where it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.hub import read_hub_url
from license_gate.discover.identity import read_name
from license_gate.discover.naming import Identity, Trust

_URL = re.compile(rb"(?:https://)?huggingface\.co/[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_CERTAIN = re.compile(
    r"(?:hf_|hub_)?(?:model_id|repo_id|repo|base_model|source_model)|_?name_or_path", re.IGNORECASE
)
_METADATA = 14 << 3 | 2
_MOST_FIELDS = 10_000
_BYTES, _EIGHT, _FOUR, _NUMBER = 2, 1, 5, 0


def read_onnx(data: bytes) -> list[Identity]:
    """What the metadata names, and repositories of the Hub that the part of the file that was read links to."""
    found: dict[str, Identity] = {}
    for key, value in _read_pairs(data):
        identity = read_name(value, Trust.LOADER) if _CERTAIN.fullmatch(key) else None
        if identity and ":" not in identity.model:
            found.setdefault(identity.model, identity)
    for match in _URL.finditer(data):
        identity = read_hub_url(match[0].decode("ascii"))
        if identity:
            found.setdefault(identity.model, identity)
    return list(found.values())


def _read_pairs(data: bytes) -> Iterator[tuple[str, str]]:
    for tag, value in _read_fields(data):
        if tag == _METADATA:
            pair = dict(_read_fields(value))
            texts = [pair.get(number << 3 | _BYTES, b"").decode("utf-8", "replace") for number in (1, 2)]
            yield texts[0], texts[1]


def _read_fields(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields of a message that hold bytes, by their tag; ends where a length leads out of what was read."""
    at = 0
    for _ in range(_MOST_FIELDS):
        if at >= len(data):
            return
        tag, at = _read_number(data, at)
        kind = tag & 7
        if kind == _BYTES:
            size, at = _read_number(data, at)
            if size > len(data) - at:
                return
            yield tag, data[at : at + size]
            at += size
        elif kind == _NUMBER:
            _, at = _read_number(data, at)
        elif kind in (_EIGHT, _FOUR):
            at += 8 if kind == _EIGHT else 4
        else:
            return


def _read_number(data: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where the next thing begins."""
    number = 0
    for shift in range(0, 70, 7):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        number |= (byte & 127) << shift
        if byte < 128:
            break
    return number, at
