"""Git submodules: repositories of the Hub are uses; of all others the files are not looked at, and that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.hub import read_hub_url
from license_gate.discover.source import Found, Source

SUFFIXES = (".gitmodules",)
PATH = ""
NAMES = ()
LITERALS = (b"submodule",)
LIMIT = 256 * 1024
WHOLE = True
_URL = re.compile(r"^[ \t]*url[ \t]*=[ \t]*(\S+)", re.MULTILINE)


def detect(source: Source) -> Iterator[Found]:
    """A reference for every submodule of the Hub, a skip for every other."""
    for match in _URL.finditer(source.text):
        found = read_hub_url(match[1])
        place = source.place(match.start(1))
        if found:
            yield source.refer(found.model, match[1], place, "submodules", "load")
        else:
            yield source.skip(place[0], "a git submodule: its files are not scanned here")
