"""ONNX: string pairs at the end of the model, found by their bytes. Source: onnx.proto (metadata_props = 14)."""

from __future__ import annotations

import re

from license_gate.discover.identity import Identity, read_hub_url

_URL = re.compile(rb"(?:https://)?huggingface\.co/[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")


def read_onnx(data: bytes) -> list[Identity]:
    """Repositories of the Hub that the part of the file that was read links to."""
    found: dict[str, Identity] = {}
    for match in _URL.finditer(data):
        identity = read_hub_url(match[0].decode("ascii"))
        if identity:
            found.setdefault(identity.model, identity)
    return list(found.values())
