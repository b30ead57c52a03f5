"""Which facts bound which: product <= organization <= group, along `bounded_by` of the fact types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from license_gate.domain.facts import FactType


class Inclusion:
    """The relation "at least as large in the same period", followed to its end; cycles do no harm."""

    __slots__ = ("_down", "_larger", "_smaller", "_timed", "_up")

    def __init__(self, types: Mapping[str, FactType]) -> None:
        self._larger = {name: kind.bounded_by for name, kind in types.items() if kind.bounded_by}
        smaller: dict[str, tuple[str, ...]] = {}
        for name, larger in self._larger.items():
            for other in larger:
                smaller[other] = (*smaller.get(other, ()), name)
        self._smaller = smaller
        self._timed = frozenset(name for name, kind in types.items() if kind.timed)
        self._up: dict[str, tuple[str, ...]] = {}
        self._down: dict[str, tuple[str, ...]] = {}

    def upward(self, fact: str) -> tuple[str, ...]:
        """The fact and every fact that is at least as large."""
        found = self._up.get(fact)
        if found is None:
            found = self._up[fact] = _closure(fact, self._larger)
        return found

    def downward(self, fact: str) -> tuple[str, ...]:
        """The fact and every fact that is at most as large."""
        found = self._down.get(fact)
        if found is None:
            found = self._down[fact] = _closure(fact, self._smaller)
        return found

    def touched_by(self, facts: Iterable[str]) -> frozenset[str]:
        """The facts whose readings may change when something is learned of these."""
        touched: set[str] = set()
        for fact in facts:
            if fact == "organization.founded":
                touched |= self._timed
            touched.update(self.upward(fact), self.downward(fact))
        return frozenset(touched)


def _closure(fact: str, edges: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found = {fact: None}
    waiting = [fact]
    while waiting:
        for other in edges.get(waiting.pop(), ()):
            if other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(found)
