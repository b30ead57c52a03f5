"""Python: arguments of loaders, keywords, variables, defaults, and strings that only models are called by."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (".py", ".pyi", ".pyw")
PATH = ""
NAMES = ()
LITERALS = ()
LIMIT = TEXT_LIMIT
WHOLE = True


def detect(source: Source) -> Iterator[Found]:
    """Every model that the file names."""
    from license_gate.discover.python.code import read_file

    yield from read_file(source, "python")
