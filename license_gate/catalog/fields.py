"""Small readers of YAML nodes: each reports what is wrong at its place and says what was expected."""

from __future__ import annotations

from collections.abc import Iterable

from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence
from license_gate.domain.wording import did_you_mean


class Fields:
    """The keys of one mapping. Keys that are not in `known` are reported with the nearest known one."""

    __slots__ = ("node", "problems", "what")

    def __init__(self, node: Mapping, what: str, known: Iterable[str], problems: list[Problem]) -> None:
        self.node = node
        self.what = what
        self.problems = problems
        allowed = tuple(known)
        for pair in node.pairs:
            if pair.key.text not in allowed:
                self.report(
                    pair.key.place, f"unknown key {pair.key.text!r}{did_you_mean(pair.key.text, allowed)}"
                )

    def report(self, place: Place, message: str) -> None:
        """Add one problem of this mapping."""
        self.problems.append(Problem(place, f"{self.what}: {message}"))

    def place(self, key: str) -> Place:
        """Where the value of a key stands; the mapping itself where the key is missing."""
        node = self.node.get(key)
        return self.node.place if node is None else node.place

    def text(self, key: str, *, required: bool = False) -> str:
        """One line of text, '' where there is none."""
        node = self.node.get(key)
        if node is None:
            if required:
                self.report(self.node.place, f"{key}: is missing")
            return ""
        if isinstance(node, Scalar):
            return node.text
        self.report(node.place, f"{key}: expected text")
        return ""

    def quoted(self, key: str) -> str:
        """Text that looks like a number must stand in quotes: YAML readers make 3.10 equal to 3.1."""
        node = self.node.get(key)
        if isinstance(node, Scalar) and not node.quoted and node.text.replace(".", "", 1).isdigit():
            self.report(node.place, f'{key}: write it in quotes: "{node.text}"')
        return self.text(key, required=True)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        return texts(self.node.get(key), key, self)

    def flag(self, key: str) -> bool:
        """True or false; false where nothing is written."""
        text = self.text(key)
        if text not in ("", "true", "false"):
            self.report(self.place(key), f"{key}: expected true or false, not {text!r}")
        return text == "true"

    def choice(self, key: str, allowed: Iterable[str], *, required: bool = True) -> str:
        """One of some words."""
        words = tuple(allowed)
        text = self.text(key, required=required)
        if text and text not in words:
            self.report(self.place(key), f"{key}: unknown {text!r}{did_you_mean(text, words)}")
        return text


def texts(node: Node | None, key: str, fields: Fields) -> tuple[str, ...]:
    """The texts of a list node."""
    if node is None:
        return ()
    if isinstance(node, Scalar):
        return (node.text,)
    if isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    fields.report(node.place, f"{key}: expected a list of texts")
    return ()
