"""The fingerprints of all known license texts: hashes of word runs, and each text's deciding values.

Two files. `texts.json` lists the texts; `runs.bin` holds four arrays after a header of three
counts (little-endian uint32: runs, sets, members):

    runs     uint32, sorted   a hash of `RUN` words in a row
    owners   uint16           for each run, the number of the set of texts it occurs in
    starts   uint32, sets + 1 where each set begins in `members`
    members  uint16           numbers of texts
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, NamedTuple

_HEADER = 12
_UINT32 = next(code for code in "IL" if array(code).itemsize == 4)


class KnownText(NamedTuple):
    """One text of an edition."""

    license: str
    part: str  # "license" or "use-policy"
    label: str  # which of several texts of the edition; '' for the one that the catalog records
    same: bool  # has the terms that the catalog records, whatever its date
    whole: bool  # False: only excerpts of the text are known
    runs: int  # different runs of words
    words: int
    exact: str  # digest of all words
    holders: tuple[int, ...]  # hashes of the words of its copyright lines
    shared: tuple[str, ...]  # other entries of the catalog that apply this very text
    values: dict[str, dict[str, int]]  # what -> value -> how often


class Index:
    """Looks runs of words up. Built by `make_index`, or read from the two files by `load_index`."""

    __slots__ = ("_members", "_owners", "_runs", "_starts", "exact", "texts")

    def __init__(self, texts: Sequence[KnownText], arrays: bytes) -> None:
        self.texts = tuple(texts)
        self.exact: dict[str, int] = {}
        for number, text in enumerate(self.texts):
            self.exact.setdefault(text.exact, number)
        runs, sets, members = _read(_UINT32, arrays, 0, 3)
        at = _HEADER
        self._runs = _read(_UINT32, arrays, at, runs)
        self._owners = _read("H", arrays, at := at + 4 * runs, runs)
        self._starts = _read(_UINT32, arrays, at := at + 2 * runs, sets + 1)
        self._members = _read("H", arrays, at + 4 * (sets + 1), members)

    def find(self, runs: Sequence[int]) -> list[int]:
        """For each run its place in the table, -1 where no known text has it."""
        table, size = self._runs, len(self._runs)
        known: dict[int, int] = {}
        for run in set(runs):
            place = bisect_left(table, run)
            known[run] = place if place < size and table[place] == run else -1
        return [known[run] for run in runs]

    def owner(self, place: int) -> int:
        """The set of texts that have the run at a place of the table."""
        return self._owners[place]

    def members(self, owner: int) -> array[int]:
        """The numbers of the texts of a set."""
        return self._members[self._starts[owner] : self._starts[owner + 1]]

    def main(self, number: int) -> KnownText:
        """The text whose values count for a text: its own, or that which the catalog records."""
        text = self.texts[number]
        if text.same:
            return text
        return next(
            each
            for each in self.texts
            if (each.license, each.part) == (text.license, text.part) and each.same and not each.label
        )


def load_index(listing: str, arrays: bytes) -> Index:
    """The index in the two files."""
    return Index([_read_text(row) for row in json.loads(listing)["texts"]], arrays)


def write_arrays(runs_of: Sequence[frozenset[int]]) -> bytes:
    """The bytes of `runs.bin` for the runs of each text."""
    having: dict[int, list[int]] = {}
    for number, runs in enumerate(runs_of):
        for run in runs:
            having.setdefault(run, []).append(number)
    table = sorted(having)
    sets = {owners: index for index, owners in enumerate(sorted({tuple(having[run]) for run in table}))}
    starts, members = [0], list[int]()
    for owners in sets:
        members.extend(owners)
        starts.append(len(members))
    return b"".join(
        (
            _write(_UINT32, (len(table), len(sets), len(members))),
            _write(_UINT32, table),
            _write("H", [sets[tuple(having[run])] for run in table]),
            _write(_UINT32, starts),
            _write("H", members),
        )
    )


def write_listing(texts: Sequence[KnownText]) -> str:
    """The text of `texts.json`: one line per license text, so that a change shows as a line."""
    rows = ",\n".join(json.dumps(text._asdict(), ensure_ascii=False, separators=(",", ":")) for text in texts)
    return f'{{"texts": [\n{rows}\n]}}\n'


def _read_text(row: dict[str, Any]) -> KnownText:
    return KnownText(**{**row, "holders": tuple(row["holders"]), "shared": tuple(row["shared"])})


def _read(code: str, data: bytes, start: int, count: int) -> array[int]:
    values: array[int] = array(code)
    values.frombytes(data[start : start + count * values.itemsize])
    if sys.byteorder == "big":
        values.byteswap()
    return values


def _write(code: str, values: Sequence[int]) -> bytes:
    written = array(code, values)
    if sys.byteorder == "big":
        written.byteswap()
    return written.tobytes()
