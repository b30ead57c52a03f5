"""Python: arguments of loaders, keywords, variables, defaults, and strings that only models are called by."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.python.literals import LITERALS as _LITERALS
from license_gate.discover.python.literals import find
from license_gate.discover.python.open_calls import find_open_calls
from license_gate.discover.source import Found, Source

SUFFIXES = (".py", ".pyi", ".pyw")
PATH = ""
NAMES = ()
LITERALS = _LITERALS
LIMIT = TEXT_LIMIT
WHOLE = True


def detect(source: Source) -> Iterator[Found]:
    """Every model that the file names."""
    yield from find(source, source.text, "python")
    lines = find_open_calls(source.text)
    if lines:
        from license_gate.discover.python.resolve import resolve

        yield from resolve(source, source.text, lines, "python")
