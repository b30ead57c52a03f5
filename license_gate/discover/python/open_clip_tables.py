"""Weights of open_clip that stand as two words side by side: in a table, or in the fields of a class."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.naming import Identity
from license_gate.discover.python.piece import Piece
from license_gate.discover.source import Found

_ARCHITECTURE = r"(?:(?:coca|nllb-clip|xlm-roberta|roberta|convnext|EVA\d*)[\w.-]*|ViT-[\w.-]+|RN\d+[\w-]*|PE-Core-[\w-]+)"
_TAG = r"(?:(?:frozen_)?laion\w+|openai|datacomp\w+|commonpool\w+|webli|dfn\w+|metaclip\w+|yfcc15m|cc12m|merged2b\w+)"
_GAP = r"\s{0,100}"  # between two words of a table
_PAIR = re.compile(
    rf"""["'](?P<name>{_ARCHITECTURE})["']{_GAP}(?:,|\n{_GAP}\w+(?:\s*:\s*str)?\s*=){_GAP}["'](?P<tag>{_TAG})["']"""
)


def find_pairs(code: Piece) -> Iterator[Found]:
    """Every architecture with the tag of its weights beside it."""
    for match in _PAIR.finditer(code.text):
        if not code.prose.holds(match.start()):
            name = f"{match['name']}/{match['tag']}"
            identity = Identity(f"open_clip:{name}", "likely")
            yield code.refer(identity, name, match.start("name"), "load", identity.certainty)
