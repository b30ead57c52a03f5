"""Commands that stand in the strings of a program: `"--model_name_or_path org/name"`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.hub import read_hub_dataset
from license_gate.discover.identity import read_name
from license_gate.discover.likeness import OLD_DATASETS
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.python.piece import Piece
from license_gate.discover.source import Found
from license_gate.domain.reference import ReferenceKind

_MODEL = r"(?:[a-z]+[_-])*(?:model|tokenizer|adapter)(?:[_-](?:name[_-]or[_-]path|name|id|path))?"
_OPTION = re.compile(
    rf"""(?:(?<=["',])pretrained=|--(?:{_MODEL}|(?P<data>dataset(?:[_-](?:name|id))?))(?:=|[ \t]+)(?:hfds/)?)(?P<value>[A-Za-z0-9][\w.-]*(?:/[\w.-]+)?)(?=["',\s\\])"""
)


def find_commands(code: Piece) -> Iterator[Found]:
    """What the options of commands name."""
    for match in _OPTION.finditer(code.text):
        written = match["value"]
        identity = _as_dataset(written) if match["data"] else _as_model(written)
        offset = match.start("value")
        if identity and not code.prose.holds(offset):
            kind: ReferenceKind = "test" if code.source.test else "data" if match["data"] else "load"
            yield code.refer(identity, written, offset, kind, identity.certainty)


def _as_model(written: str) -> Identity | None:
    known = read_name(written, Trust.NAMED)
    if known or "/" not in written:
        return known
    taken = read_name(written, Trust.LOADER)
    return taken._replace(certainty="likely") if taken else None


def _as_dataset(written: str) -> Identity | None:
    if written in OLD_DATASETS:
        return Identity(f"dataset:{written}", "likely")
    return read_hub_dataset(written)
