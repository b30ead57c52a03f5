"""Bare names that a class or a table of Python code sets by a well-known word.

Evaluations of the kind of lm-eval set `DATASET_PATH = "piqa"` or `DATASET_ID`; PaddleNLP keeps what it can load under its name, as
`ERNIE_PRETRAINED_INIT_CONFIGURATION = {"ernie-1.0": {`. The path of a file says whether it may hold any: to search
every file for a rare word would cost more than the rest of its strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.naming import Identity
from license_gate.discover.python.piece import Piece
from license_gate.discover.source import Found

_DATASET = re.compile(r"""DATASET_(?:PATH|ID)(?:\s*:\s*\w+)?\s*=\s*["']([a-z][a-z0-9_-]{2,40})["']""")
_TABLE = re.compile(r"_PRETRAINED_INIT_CONFIGURATION\s*=\s*\{")
_KEY = re.compile(r"""^ {4}["']((?=[^"'\n]*[\d-])[A-Za-z][\w.-]+)["']:\s*\{""", re.MULTILINE)

# What OpenAI's package of CLIP fetches, in the copies that others keep of it; its other names are found everywhere.
_CLIP = re.compile(r"""["'](RN\d+(?:x\d+)?)["']:\s*["']https://openaipublic""")


def find_named(code: Piece) -> Iterator[Found]:
    """Data sets of evaluations, and the models of such tables."""
    for match in _DATASET.finditer(code.text):
        identity = Identity(f"dataset:{match[1]}", "likely")
        yield code.refer(identity, match[1], match.start(1), "data", "likely")
    for match in _CLIP.finditer(code.text):
        identity = Identity(f"openai-clip:{match[1]}", "exact")
        yield code.refer(identity, match[1], match.start(1), "load", "exact")
    table = _TABLE.search(code.text)
    while table:
        end = code.text.find("\n}", table.end())
        if end < 0:
            return
        for key in _KEY.finditer(code.text, table.end(), end):
            yield code.refer(Identity(key[1], "likely"), key[1], key.start(1), "load", "likely")
        table = _TABLE.search(code.text, end)
