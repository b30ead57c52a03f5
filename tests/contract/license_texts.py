"""The real license texts of the research folder, for tests that hold the catalog against them."""

from __future__ import annotations

import hashlib
import os
import re
from functools import cache

from tests.research import research_folder

WORD = re.compile(r"[a-z0-9]+")
ADDRESS = re.compile(r"https?://\S+")
PLAIN = {0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'", 0x2013: "-", 0x2014: "-", 0xA0: " "}
MISSING = "the license texts are not at hand: set LICENSE_GATE_RESEARCH"


@cache
def by_digest() -> dict[str, str]:
    """SHA-256 of the bytes -> text."""
    texts = {}
    for path in _paths():
        with open(path, "rb") as file:
            data = file.read()
        texts[hashlib.sha256(data).hexdigest()] = data.decode("utf-8", "replace")
    return texts


def fold(text: str) -> str:
    """A text as locators are compared: case, quotes, markdown, links and white space do not count."""
    text = re.sub(r"\]\([^)]*\)", "]", text).translate(PLAIN)
    return " ".join(re.sub(r"[*_`#>\\|\[\]]", "", text).lower().split())


def words(text: str) -> list[str]:
    """The words of a text in lower case, without any marks and addresses."""
    return WORD.findall(ADDRESS.sub(" ", text).lower())


def _paths() -> list[str]:
    folder = research_folder()
    texts = os.path.join(folder, "licenses", "texts") if folder else ""
    return [os.path.join(texts, name) for name in sorted(os.listdir(texts))] if texts else []
