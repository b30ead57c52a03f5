"""A piece of Python code and what is true of all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from license_gate.discover.classes import Classes
from license_gate.discover.naming import Identity
from license_gate.discover.python.candidates import Prose
from license_gate.discover.python.containers import Containers
from license_gate.discover.python.loaders import AZURE_CLIENT, HOSTS, PLAIN_CLIENT
from license_gate.discover.python.open_calls import CLIENT, Imports
from license_gate.discover.source import Found, Lines, Source
from license_gate.discover.vendors import vendor_in, vendor_of_path
from license_gate.domain.reference import Certainty, ReferenceKind

_OF_MODELS = re.compile(r"Models?(?:Names?|Ids?)?$")


class Piece(NamedTuple):
    """The code, what its file imports, and whom its clients speak to."""

    source: Source
    text: str
    detector: str  # who is asking
    imports: Imports
    lines: Lines
    prose: Prose
    containers: Containers
    classes: Classes
    endpoint: str  # the provider that its clients speak to
    ollama: bool
    whisper: bool  # whether sizes are names of models
    vendor: str  # after whom the file is named

    def vendor_at(self, offset: int) -> str:
        """The vendor after whom the class around a place is named, or the file."""
        return vendor_in(self.classes.above(offset).partition("(")[0]) or self.vendor

    def lists_models(self, offset: int) -> bool:
        """Whether the class around a place is an enumeration of models."""
        name, _, bases = self.classes.above(offset).partition("(")
        return "Enum" in bases and _OF_MODELS.search(name) is not None

    def may_be_vendors(self) -> bool:
        """Whether a part of the code may be a client of a vendor."""
        return bool(self.vendor) or self.imports.vendor

    def speaks_of_hub(self) -> bool:
        """Whether a repository is one of the Hub."""
        return "hf_hub" in self.text or "huggingface" in self.text

    def refer(
        self, identity: Identity, written: str, offset: int, kind: ReferenceKind, certainty: Certainty
    ) -> Found:
        """A reference at a character of the code."""
        place = self.lines.place(offset)
        return self.source.refer(identity.model, written, place, self.detector, kind, certainty)


def read_piece(source: Source, text: str, detector: str, imports: Imports) -> Piece:
    """What holds for every string of the code."""
    return Piece(
        source,
        text,
        detector,
        imports,
        Lines(text),
        Prose(text),
        Containers(text),
        Classes(text, _find_classes),
        endpoint=_endpoint(text) if CLIENT in imports.parts else "",
        ollama=imports.llama and ("ollama" in text or "Ollama" in text or "OLLAMA" in text),
        whisper=imports.whisper or "whisper" in source.path.lower() or _is_whispers(source),
        vendor=vendor_of_path(source.path),
    )


def _find_classes(text: str) -> Iterator[tuple[int, str]]:
    """Where each class of the module begins, and its name with its bases."""
    at = 0 if text.startswith("class ") else text.find("\nclass ") + 1 or -1
    while at >= 0:
        yield at, text[at + 6 : at + 86].partition(":")[0]
        at = text.find("\nclass ", at) + 1 or -1


def _is_whispers(source: Source) -> bool:
    """Whether settings hold one of Whisper."""
    return ("config" in source.path or "setting" in source.path) and source.holds(b"WHISPER_MODEL")


def _endpoint(text: str) -> str:
    """The provider that the clients of a file speak to, '' where its vendor or nobody says."""
    if "OpenAI" not in text and "openai" not in text:
        return ""
    if "zure" in text and AZURE_CLIENT.search(text) and not PLAIN_CLIENT.search(text):
        return "azure-openai"
    match = HOSTS.search(text) if "base_url" in text or "api_base" in text else None
    return (match.lastgroup or "").replace("_", "-") if match else ""
