"""A text as numbers: its words, and a hash of every four words in a row."""

from __future__ import annotations

import re
from typing import NamedTuple
from zlib import crc32

from license_gate.hashing import sha256
from license_gate.identify.plain import Plain

RUN = 4  # words per hash: long enough to be rare, short enough that a changed number spoils few
_WORD = re.compile(r"[a-z0-9]+|[^\W_]")
_NUMBERING = re.compile(r"\s(?:\(?(?:[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\.|\d{1,2}[.)])(?=\s)")
# "10." in "no more than 10." numbers no paragraph.
_COUNTING = re.compile(r"\b(?:than|least|most|exceed|exceeds|exceeding|to|of|by|within|over|under)$")
_MASK = 0xFFFFFFFF


class Words(NamedTuple):
    """The words of a text in order; numbers of paragraphs are none."""

    words: tuple[str, ...]
    offsets: tuple[int, ...]
    runs: tuple[int, ...]  # one 32-bit hash per word from which `RUN` words can be read


def read_words(plain: Plain) -> Words:
    """All words of a text and their hashes."""
    found = list(_WORD.finditer(without_numbering(plain.text)))
    words = tuple(each.group() for each in found)
    return Words(words, tuple(each.start() for each in found), _runs(words))


def split_words(text: str) -> list[str]:
    """The words of a short text, numbers of paragraphs included."""
    return _WORD.findall(text)


def word_places(text: str) -> list[tuple[str, int]]:
    """Each word of a text with its offset, numbers of paragraphs included."""
    return [(found.group(), found.start()) for found in _WORD.finditer(text)]


def without_numbering(text: str) -> str:
    """The text with spaces where paragraphs are numbered, so that copies without numbers are the same."""
    return _NUMBERING.sub(_blank, f" {text}")[1:]


def _blank(found: re.Match[str]) -> str:
    start, end = found.span()
    if found.group()[1].isdigit() and _COUNTING.search(found.string, max(0, start - 10), start):
        return found.group()
    return " " * (end - start)


def digest(plain: Plain) -> str:
    """What two texts have in common when all their words are the same, numbers of paragraphs included."""
    return sha256(" ".join(split_words(plain.text)).encode()).hexdigest()[:32]


def hash_word(word: str) -> int:
    """32 bits that stand for a word."""
    return crc32(word.encode())


def _runs(words: tuple[str, ...]) -> tuple[int, ...]:
    known = {word: hash_word(word) for word in set(words)}
    hashes = [known[word] for word in words]
    return tuple(
        (a * 0x9E3779B1 + b * 0x85EBCA6B + c * 0xC2B2AE35 + d * 0x27D4EB2F) & _MASK
        for a, b, c, d in zip(hashes, hashes[1:], hashes[2:], hashes[3:], strict=False)
    )
