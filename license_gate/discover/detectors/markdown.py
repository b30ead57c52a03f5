"""Documentation: links to the Hub are mentions; a model card says what it was made from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.identity import read_name
from license_gate.discover.naming import Trust
from license_gate.discover.prose import find_links
from license_gate.discover.source import Found, Source

SUFFIXES = (".md", ".mdx", ".rst", ".markdown", ".qmd")
PATH = ""
NAMES = ("readme",)
LITERALS = (b"hf.co/", b"huggingface.co/", b"base_model", b"datasets:", b"hf-mirror.com/")
LIMIT = TEXT_LIMIT
WHOLE = True
_HEAD = re.compile(r"\A---\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(
    r"^(base_model|datasets|base_models)[ \t]*:[ \t]*(.*(?:\n[ \t]*-[ \t]+.*)*)", re.MULTILINE
)


def detect(source: Source) -> Iterator[Found]:
    """What the card names, and every link."""
    text = source.text
    head = _HEAD.match(text)
    if head:
        yield from _read_card(source, text, head)
    yield from find_links(source, text, "markdown")


def _read_card(source: Source, text: str, head: re.Match[str]) -> Iterator[Found]:
    for field in _FIELD.finditer(text, head.start(1), head.end(1)):
        for value in re.finditer(r"[\w.-]+/[\w.-]+|(?<=- )[\w.-]+$", field[2], re.MULTILINE):
            identity = read_name(value[0], Trust.LOADER)
            data = field[1] == "datasets"
            model = f"dataset:{value[0]}" if data else identity.model if identity else ""
            if model:
                place = source.place(field.start(2) + value.start())
                yield source.refer(model, value[0], place, "model-card", "config")
