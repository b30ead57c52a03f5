"""Weights that lie in the tree: what their header says of where they come from; never a pass where it says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.naming import Identity
from license_gate.discover.source import Found, Source
from license_gate.domain.reference import Skipped

SUFFIXES = (
    ".gguf", ".ggml", ".safetensors", ".onnx", ".pt", ".pth", ".ckpt", ".bin", ".h5", ".keras", ".tflite", ".pb", ".nemo", ".mlmodel", ".npz", ".msgpack",
    ".task", ".litertlm", ".pkl", ".joblib", ".llamafile", ".engine", ".mar", ".ptl", ".pte",
)  # fmt: skip
PATH = ""
NAMES = ()
LITERALS = ()
LIMIT = 8 * 1024 * 1024
WHOLE = False
_ALWAYS_WEIGHTS = (".gguf", ".ggml", ".safetensors", ".ckpt", ".pth", ".llamafile", ".nemo")
_SMALLEST = 1024 * 1024
_POINTER = b"version https://git-lfs.github.com/spec/"
UNREAD = "is kept in Git LFS and was not read"
UNKNOWN = "holds weights that do not say where they come from: declare it as a path in models.yaml"


def detect(source: Source) -> Iterator[Found]:
    """The bases and the origin that a header names, or that the file is there and says nothing."""
    data = source.data
    if data.startswith(_POINTER):
        yield Skipped(source.path, UNREAD)
        return
    suffix = source.path[source.path.rfind(".") :].lower()
    try:
        names = _read_header(suffix, data)
    except ValueError as error:
        yield Skipped(source.path, str(error))
        return
    for name in names:
        yield source.refer(name.model, name.model, (1, 1), "weights", "load", name.certainty)
    if not names and (suffix in _ALWAYS_WEIGHTS or len(data) >= _SMALLEST) and not source.test:
        yield Skipped(source.path, UNKNOWN)


def _read_header(suffix: str, data: bytes) -> list[Identity]:
    """What the header of a known format names.

    Raises:
        ValueError: the header lies.
    """
    if suffix == ".gguf":
        from license_gate.discover.weights.gguf import read_gguf

        return read_gguf(data)
    if suffix == ".safetensors":
        from license_gate.discover.weights.safetensors import read_safetensors

        return read_safetensors(data)
    if suffix == ".onnx":
        from license_gate.discover.weights.onnx import read_onnx

        return read_onnx(data)
    return []
