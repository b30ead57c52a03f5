"""The words of a text against the index: which known texts are in it, and where."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from license_gate.identify.index import Index
from license_gate.identify.words import RUN, Words

NEAR = 0.70  # share of a known text's runs that must be there before its name is spoken
ALIKE = 0.90  # candidates of which none is ten percent better than another are told apart by their values
_GAP = 40  # words between two runs of one license; more, and something else stands between
_SMALLEST = 0.10  # pieces with less of all that was found are chance
_MOST = 8  # texts that are told apart by their values
_SHORTEST = 12  # runs; a shorter known text would be found everywhere


class Candidate(NamedTuple):
    """One known text in a text. Positions count words."""

    number: int  # of the known text
    shared: int  # different runs that both have
    pieces: tuple[tuple[int, int], ...]  # first and last word of each connected piece
    strange: tuple[int, ...]  # positions inside the pieces whose run the known text has not
    score: float  # 1.0: nothing missing, nothing more


class Hits:
    """Where the runs of a text stand in the index; pieces that are explained are taken out."""

    __slots__ = ("_index", "_owners", "_places")

    def __init__(self, index: Index, words: Words) -> None:
        self._index = index
        self._places = index.find(words.runs)
        self._owners = [index.owner(place) if place >= 0 else -1 for place in self._places]

    def take(self, pieces: tuple[tuple[int, int], ...]) -> None:
        """From now on the runs of these pieces belong to nobody else."""
        for first, last in pieces:
            none = [-1] * (last + 1 - first)
            self._places[first : last + 1] = none
            self._owners[first : last + 1] = none

    def candidates(self, least: float) -> list[Candidate]:
        """The known texts that are there best, as good as alike, the best first; empty below `least`."""
        counts = self._count()
        ranks = {
            number: count * count / self._index.texts[number].runs
            for number, count in counts.items()
            if count >= max(_SHORTEST, least * self._index.texts[number].runs)
        }
        best = max(ranks.values(), default=0.0)
        alike = sorted((number for number, rank in ranks.items() if rank >= ALIKE * best), key=ranks.__getitem__)
        return sorted((self._place(number) for number in alike[-_MOST:]), key=lambda each: -each.score)

    def nearest(self) -> tuple[int, float] | None:
        """The known text of which most is there, and how much; for people who wonder."""
        counts = self._count()
        shares = [(count * count / self._index.texts[number].runs, number) for number, count in counts.items()]
        if not shares:
            return None
        number = max(shares)[1]
        return number, counts[number] / self._index.texts[number].runs

    def _count(self) -> Counter[int]:
        """For each known text the number of its runs that are there."""
        owners = Counter(self._index.owner(place) for place in set(self._places) if place >= 0)
        counts: Counter[int] = Counter()
        for owner, runs in owners.items():
            for number in self._index.members(owner):
                counts[number] += runs
        return counts

    def _place(self, number: int) -> Candidate:
        having = {owner for owner in set(self._owners) if owner >= 0 and number in self._index.members(owner)}
        found = [at for at, owner in enumerate(self._owners) if owner in having]
        stretches = _stretches(found)
        pieces = tuple((stretch[0], stretch[-1]) for stretch in stretches)
        strange = [at for stretch in stretches for at in _gaps(stretch)]
        shared = len({self._places[at] for stretch in stretches for at in stretch})
        score = shared / (self._index.texts[number].runs + len(strange))
        return Candidate(number, shared, pieces, tuple(strange), score)


def _stretches(found: list[int]) -> list[list[int]]:
    """Connected stretches of runs, those of chance left out."""
    stretches: list[list[int]] = []
    start = 0
    for at in range(1, len(found) + 1):
        if at == len(found) or found[at] - found[at - 1] > _GAP + RUN:
            stretches.append(found[start:at])
            start = at
    least = _SMALLEST * len(found)
    return [stretch for stretch in stretches if len(stretch) >= least]


def _gaps(stretch: list[int]) -> list[int]:
    if stretch[-1] - stretch[0] + 1 == len(stretch):
        return []
    return [
        at
        for before, after in zip(stretch, stretch[1:], strict=False)
        for at in range(before + 1, after)
    ]
