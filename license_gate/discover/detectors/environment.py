"""Files of environment variables: `.env`, `.env.example` and their like."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (".env", ".envrc")
PATH = ""
NAMES = (".env", "env.", "sample.env", "example.env")
LITERALS = ()
LIMIT = TEXT_LIMIT
WHOLE = True


def detect(source: Source) -> Iterator[Found]:
    """Every variable that is set to a model."""
    from license_gate.discover.shell import find_variables

    yield from find_variables(source, source.text, "environment", "config")
