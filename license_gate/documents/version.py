"""`version: 1`, the first line of every document."""

from __future__ import annotations

from license_gate.documents.reading import read_text
from license_gate.documents.wording import Notes
from license_gate.domain.tree import Mapping

VERSION = "1"


def check_version(mapping: Mapping, what: str, notes: Notes) -> None:
    """Report a document whose format is not the one that is read here."""
    node = mapping.get("version")
    if node is None:
        notes.add(mapping.place, f"{what} needs 'version: {VERSION}'")
        return
    text = read_text(node, "version", notes)
    if text and text != VERSION:
        notes.wrong(node.place, text, f"is not a version that is read here: write 'version: {VERSION}'")
