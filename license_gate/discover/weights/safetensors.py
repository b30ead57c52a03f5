"""safetensors: the strings of `__metadata__`. Source: the format's README, ModelSpec, kohya's trainer."""

from __future__ import annotations

import json

from license_gate.discover.identity import read_name
from license_gate.discover.naming import Identity, Trust

_LARGEST = 100 * 1000 * 1000  # what the reference reader accepts
_KEYS = (
    "modelspec.merged_from",
    "ss_sd_model_name",
    "ss_base_model_name",
    "base_model",
    "source_model",
    "modelspec.title",
    "_name_or_path",
)


def read_safetensors(data: bytes) -> list[Identity]:
    """Ids of the Hub that the metadata names; none where they lie beyond what was read.

    Raises:
        ValueError: the length of the header cannot be true.
    """
    size = int.from_bytes(data[:8], "little")
    if len(data) < 8 or size > _LARGEST or data[8:9] != b"{":
        raise ValueError("has a safetensors header whose length does not fit")
    metadata = _read_metadata(data[8 : 8 + size])
    found: dict[str, Identity] = {}
    for key in _KEYS:
        for part in str(metadata.get(key, "")).split(","):
            identity = read_name(part, Trust.NAMED if key.endswith("title") else Trust.LOADER)
            if identity and ":" not in identity.model:
                found.setdefault(identity.model, identity)
    return list(found.values())


def _read_metadata(header: bytes) -> dict[str, object]:
    """`__metadata__` alone: it is a flat map of strings, and the tensors around it may be many."""
    start = header.find(b'"__metadata__"')
    if start < 0:
        return {}
    text = header[start + 14 :].decode("utf-8", "replace").lstrip(" \t\r\n:")
    try:
        metadata, _ = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return {}
    return metadata if isinstance(metadata, dict) else {}
