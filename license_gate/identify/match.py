"""The words of a text against the index: which known texts are in it, and where."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from license_gate.identify.index import Index
from license_gate.identify.words import RUN, Words

NEAR = 0.70  # share of a known text's runs that must be there before its name is spoken
LEAST = 0.65  # of the score: so much may stand between the parts of a license before it is another text
ALIKE = 0.90  # candidates of which none is ten percent better than another are told apart by their values
_GAP = 40  # words between two runs of one license; more, and something else stands between
_ROOMY = 1.3  # times the length of a known text: what one copy with additions may take up
_SMALLEST = 0.10  # pieces with less of all that was found are chance
_TRIED = 16  # texts that are looked for closely
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

    def candidates(self) -> list[Candidate]:
        """The known texts that are there best and about as good as each other, the best first."""
        counts, texts = self._count(), self._index.texts
        ranks = {
            number: count * count / texts[number].runs
            for number, count in counts.items()
            if count >= max(_SHORTEST, NEAR * texts[number].runs)
        }
        alike: list[Candidate] = []
        best = 0.0
        for number in sorted(ranks, key=lambda number: -ranks[number])[:_TRIED]:
            if ranks[number] < ALIKE * best:
                break
            candidate = self._place(number)
            if candidate.score >= LEAST and candidate.shared >= NEAR * texts[number].runs:
                alike.append(candidate)
                best = best or ranks[number]
        return sorted(alike, key=lambda each: -each.score)

    def nearest(self) -> tuple[int, float] | None:
        """The known text of which most is there, and how much; for people who wonder."""
        counts = self._count()
        shares = [
            (count * count / self._index.texts[number].runs, number) for number, count in counts.items()
        ]
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
        text = self._index.texts[number]
        having = {owner for owner in set(self._owners) if owner >= 0 and number in self._index.members(owner)}
        found = [at for at, owner in enumerate(self._owners) if owner in having]
        stretches = _stretches(_densest(found, self._places, int(_ROOMY * text.words) + _GAP))
        pieces = tuple((stretch[0], stretch[-1]) for stretch in stretches)
        strange = [at for stretch in stretches for at in _gaps(stretch)]
        shared = len({self._places[at] for stretch in stretches for at in stretch})
        return Candidate(number, shared, pieces, tuple(strange), shared / (text.runs + len(strange)))


def _densest(found: list[int], places: list[int], width: int) -> list[int]:
    """The positions with the most different runs that a window of so many words holds: one copy of a license."""
    if not found or found[-1] - found[0] < width:
        return found
    inside: Counter[int] = Counter()
    most, best, start = 0, (0, 0), 0
    for end, at in enumerate(found):
        inside[places[at]] += 1
        while at - found[start] >= width:
            gone = places[found[start]]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            start += 1
        if len(inside) > most:
            most, best = len(inside), (start, end + 1)
    return _trimmed(found[best[0] : best[1]], places)


def _trimmed(found: list[int], places: list[int]) -> list[int]:
    """Without what is there another time at either end: a part of the copy before or behind."""
    counts = Counter(places[at] for at in found)
    last = len(found) - _repeated(found[::-1], places, counts)
    return found[_repeated(found[:last], places, counts) : last]


def _repeated(found: list[int], places: list[int], counts: Counter[int]) -> int:
    """How many positions from the start on repeat others; a few are a phrase that is used twice, not a copy."""
    repeated = 0
    while counts[places[found[repeated]]] > 1:
        counts[places[found[repeated]]] -= 1
        repeated += 1
    return repeated if repeated > _SHORTEST else 0


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
    there = set(stretch)
    return [at for at in range(stretch[0], stretch[-1]) if at not in there]
