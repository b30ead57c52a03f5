"""A YAML document as a tree that keeps every place. Scalars stay text; readers convert by expected type."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.domain.place import Place

LIMIT = 4 * 1024 * 1024  # bytes of one document


class Scalar(NamedTuple):
    """A scalar as it is written; `quoted` tells "2" from 2."""

    text: str
    place: Place
    quoted: bool = False


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    place: Place


class Pair(NamedTuple):
    """One key of a mapping with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """A mapping in the order of the file; keys are unique."""

    pairs: tuple[Pair, ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return next((pair.value for pair in self.pairs if pair.key.text == key), None)


Node = Scalar | Sequence | Mapping
