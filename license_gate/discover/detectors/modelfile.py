"""Ollama's Modelfile: `FROM name:tag`, `ADAPTER`, a Hub repository behind hf.co."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.identity import read_ollama
from license_gate.discover.source import Found, Source

SUFFIXES = (".modelfile",)
PATH = ""
NAMES = ("modelfile",)
LITERALS = ()
LIMIT = 256 * 1024
WHOLE = True
_LINE = re.compile(r"^[ \t]*(?:FROM|ADAPTER)[ \t]+(\S+)[ \t]*$", re.IGNORECASE | re.MULTILINE)
_BLOCK = re.compile(r'"""(?:(?!""").)*"""', re.DOTALL)


def detect(source: Source) -> Iterator[Found]:
    """The model that it starts from and the adapters that it adds."""
    text = _BLOCK.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), source.text)
    for match in _LINE.finditer(text):
        written = match[1].strip("\"'")
        if written.startswith((".", "/", "~", "$")):
            continue
        model = read_ollama(written)
        if model:
            yield source.refer(model, written, source.place(match.start(1)), "modelfile", "deploy")
