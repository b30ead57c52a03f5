"""Strings that say too little by themselves, named by what stands beside them.

A table of models, a list of them, the calls of one function, the names of one organization: where some are known
for models, the others of the same form are likely to be models too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from license_gate.discover.hub import HUB_ID, read_neighbor
from license_gate.discover.naming import Identity
from license_gate.discover.organizations import SHARED
from license_gate.discover.python.context import Context
from license_gate.discover.python.token import Token

Place = tuple[str, str, int]  # how a string stands, in what, and where that begins
_FEW = 2
_MANY = 5
_CROWD = 20
_OTHER = re.compile(
    r"licen[cs]e|author|org|url|uri|link|homepage|docs?|git|source|desc|title|path$|file|task|data_?set|image|mime|type|route|endpoint|version|tag|prefix|space|paper",
    re.IGNORECASE,
)


def place_of(context: Context, container: int, *, named: bool) -> Place | None:
    """What a string has in common with its neighbors; None where nothing can be said.

    `named` is whether its key speaks of models: then only values of the same key stand beside it.
    """
    if context.compared:
        return None
    if not context.listed:
        return ("call", f"{context.callee}({context.name or context.position}", 0) if context.callee else None
    if container < 0 or (context.name and _OTHER.search(context.name)):
        return None
    if context.key or not context.name:
        return "key" if context.key else "element", "", container
    return "value", context.name if named else "", container


class Neighbors:
    """What one file names for certain, and the strings that wait for it."""

    __slots__ = ("_crowds", "_owned", "_owners", "_places", "_waiting")

    def __init__(self) -> None:
        self._crowds: dict[int, list[tuple[Token, Identity]]] = {}
        self._owned: Counter[int] = Counter()  # ids with an organization, by the list or table
        self._owners: set[str] = set()
        self._places: Counter[Place] = Counter()
        self._waiting: list[tuple[Token, Place | None]] = []

    def know(self, identity: Identity, place: Place | None) -> None:
        """A string is the name of a model."""
        name = HUB_ID.fullmatch(identity.model)
        if name:
            self._owners.add(name[1])
            if place:
                self._places[place] += 1
                self._owned[place[2]] += 1

    def join(self, token: Token, identity: Identity, container: int) -> None:
        """A name of the first years stands in a list or table: where many do and none has an organization, they are the words of a check."""
        self._crowds.setdefault(container, []).append((token, identity))

    def wait(self, token: Token, place: Place | None) -> None:
        """A string has the form of a name and nothing says that it is one."""
        self._waiting.append((token, place))

    def _beside(self) -> dict[int, int]:
        """How many models each table has under different keys, unless it holds records with the same few keys."""
        tables: dict[int, list[int]] = {}
        for (kind, _, container), count in self._places.items():
            if kind == "value":
                tables.setdefault(container, []).append(count)
        return {
            container: len(counts)
            for container, counts in tables.items()
            if max(counts) == 1 or len(counts) >= _MANY
        }

    def settle(self) -> Iterator[tuple[Token, Identity]]:
        """The waiting strings whose neighbors are models, and names of the first years that are few."""
        for container, crowd in self._crowds.items():
            yield from crowd if len(crowd) <= _CROWD or self._owned[container] >= _FEW else ()
        if not self._owners:
            return
        waiting = Counter(place for _, place in self._waiting)
        tables = self._beside()
        for token, place in self._waiting:
            known = self._places[place] if place else 0
            if place and known == 0 and place[0] == "value" and place[1]:
                known = tables.get(place[2], 0)
            owner, _, name = token.text.partition("/")
            beside = known >= _FEW or known >= waiting[place] > 0
            akin = owner in self._owners and owner not in SHARED
            formed = known >= _MANY or re.search(r"[\d-]|[A-Z]", token.text if beside else name)
            identity = read_neighbor(token.text) if (beside or akin) and formed else None
            if identity:
                yield token, identity
