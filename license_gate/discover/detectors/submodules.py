"""Git submodules that are repositories of the Hub."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.identity import read_hub_url
from license_gate.discover.source import Found, Source

SUFFIXES = (".gitmodules",)
PATH = ""
NAMES = ()
LITERALS = (b"huggingface.co", b"hf.co")
LIMIT = 256 * 1024
WHOLE = True
_URL = re.compile(r"^[ \t]*url[ \t]*=[ \t]*(\S+)", re.MULTILINE)


def detect(source: Source) -> Iterator[Found]:
    """Every submodule of the Hub."""
    for match in _URL.finditer(source.text):
        found = read_hub_url(match[1])
        if found:
            yield source.refer(found.model, match[1], source.place(match.start(1)), "submodules", "load")
