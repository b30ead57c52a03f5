"""License texts -> the index that knows them again. Run at development time; texts in, hashes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from license_gate.identify.deciding import find_all
from license_gate.identify.found import LICENSE
from license_gate.identify.index import Index, KnownText, write_arrays, write_listing
from license_gate.identify.plain import make_plain
from license_gate.identify.words import Words, digest, hash_word, read_words, split_words


class Sample(NamedTuple):
    """A license text with its name; the other fields as in `KnownText`."""

    license: str
    text: str
    part: str = LICENSE
    label: str = ""
    same: bool = True
    whole: bool = True
    shared: tuple[str, ...] = ()


def build_files(samples: Iterable[Sample]) -> tuple[str, bytes]:
    """The contents of texts.json and runs.bin."""
    read = [_read(sample) for sample in samples]
    return write_listing([text for text, _ in read]), write_arrays(
        [frozenset(words.runs) for _, words in read]
    )


def make_index(samples: Iterable[Sample]) -> Index:
    """An index in memory."""
    read = [_read(sample) for sample in samples]
    return Index([text for text, _ in read], write_arrays([frozenset(words.runs) for _, words in read]))


def _read(sample: Sample) -> tuple[KnownText, Words]:
    plain = make_plain(sample.text)
    words = read_words(plain)
    values = {
        what: dict(sorted(Counter(value.text for value in found).items()))
        for what, found in find_all(plain).items()
        if found
    }
    holders = sorted({hash_word(word) for line in plain.copyrights for word in split_words(line)})
    text = KnownText(
        license=sample.license,
        part=sample.part,
        label=sample.label,
        same=sample.same,
        whole=sample.whole,
        runs=len(set(words.runs)),
        words=len(words.words),
        exact=digest(plain),
        holders=tuple(holders),
        shared=sample.shared,
        values=values,
    )
    return text, words
