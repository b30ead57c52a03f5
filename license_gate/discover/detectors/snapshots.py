"""Folders of the Hub's cache that lie in the tree: `models--org--name/snapshots/<commit>/`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.source import Found, Source

SUFFIXES = (".json", ".safetensors", ".bin", ".gguf", ".onnx", ".txt", ".model")
PATH = "models--"
NAMES = ("main",)
LITERALS = ()
LIMIT = 1024
WHOLE = False
_FOLDER = re.compile(r"(?:^|/)models--([\w.-]+?)(?:--([\w.-]+))?/")


def detect(source: Source) -> Iterator[Found]:
    """The model whose snapshot holds the file."""
    match = _FOLDER.search(source.path)
    if match:
        model = f"{match[1]}/{match[2]}" if match[2] else match[1]
        yield source.refer(model, match[0].strip("/"), (1, 1), "snapshots", "load")
