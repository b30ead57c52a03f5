"""The readers that every document is made of: each takes a node, reports what is wrong, returns a plain value.

A reader never raises and never guesses: where it reports a problem, what it returns is only a stand-in that lets
the reading go on to the next problem.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from license_gate.documents.wording import Notes
from license_gate.documents.yaml_tree import NULLS
from license_gate.domain.place import Place
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence

LONGEST_NAME = 200
FLAGS = ("true", "false")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_SHAPES = {Scalar: "a single value", Sequence: "a list", Mapping: "a mapping"}


class Section:
    """A mapping whose keys are known to be the right ones; a missing key reads as the empty value."""

    __slots__ = ("mapping", "notes")

    def __init__(self, mapping: Mapping, notes: Notes) -> None:
        self.mapping = mapping
        self.notes = notes

    @property
    def start(self) -> Place:
        """Where the mapping begins."""
        return self.mapping.place

    def has(self, key: str) -> bool:
        """Whether the key is written, with or without a value."""
        return self.mapping.get(key) is not None

    def place(self, key: str) -> Place:
        """Where the value of a key stands; the mapping's own place when the key is missing."""
        node = self.mapping.get(key)
        return self.start if node is None else node.place

    def text(self, key: str) -> str:
        """Free text, of one line or several."""
        node = self.mapping.get(key)
        return "" if node is None else read_text(node, key, self.notes)

    def name(self, key: str) -> str:
        """One line without control characters."""
        node = self.mapping.get(key)
        return "" if node is None else read_name(node, key, self.notes)

    def names(self, key: str) -> tuple[str, ...]:
        """A list of names; a single one may stand without brackets."""
        return tuple(name for name, _ in self.named_places(key))

    def named_places(self, key: str) -> tuple[tuple[str, Place], ...]:
        """The same with the place of each name."""
        node = self.mapping.get(key)
        return () if node is None else read_names(node, key, self.notes)

    def choice(self, key: str, what: str, known: Collection[str]) -> str:
        """One of the known words, or ''."""
        node = self.mapping.get(key)
        return "" if node is None else read_choice(node, what, known, self.notes)

    def choices(self, key: str, what: str, known: Collection[str]) -> tuple[str, ...]:
        """A list of known words, never empty when the key is written."""
        names = self.named_places(key)
        for name, place in names:
            if name not in known:
                self.notes.unknown(place, what, name, known)
        return tuple(name for name, _ in names if name in known)

    def flag(self, key: str) -> bool | None:
        """True or false, or None when the key is missing."""
        node = self.mapping.get(key)
        return None if node is None else read_flag(node, key, self.notes)

    def day(self, key: str) -> str:
        """A calendar day, as ISO text."""
        node = self.mapping.get(key)
        return "" if node is None else read_day(node, key, self.notes)

    def whole(self, key: str) -> int | None:
        """A whole number from 0 to 9999."""
        node = self.mapping.get(key)
        return None if node is None else read_whole(node, key, self.notes)

    def paths(self, key: str) -> tuple[str, ...]:
        """Paths or globs inside the repository."""
        return tuple(path for path, place in self.named_places(key) if check_inside(path, place, self.notes))

    def items(self, key: str) -> tuple[Node, ...]:
        """The entries of a list; nothing written after the colon is an empty list."""
        node = self.mapping.get(key)
        return () if node is None or is_blank(node) else read_list(node, key, self.notes)

    def entries(self, key: str) -> Mapping:
        """A mapping whose keys are names given by the author; nothing after the colon is an empty one."""
        node = self.mapping.get(key)
        if node is None or is_blank(node):
            return Mapping((), self.start)
        return read_mapping(node, key, self.notes) or Mapping((), node.place)


def open_section(
    node: Node, what: str, known: Collection[str], notes: Notes, required: Collection[str] = ()
) -> Section | None:
    """The node as a mapping with these keys; None when it is no mapping at all."""
    mapping = read_mapping(node, what, notes)
    if mapping is None:
        return None
    meant = {
        notes.unknown_key(pair.key.place, f"key in {what}:", pair.key.text, known)
        for pair in mapping.pairs
        if pair.key.text not in known
    }
    for key in required:
        if mapping.get(key) is None and key not in meant:
            notes.add(mapping.place, f"{what} needs '{key}:'")
    return Section(mapping, notes)


def is_blank(node: Node) -> bool:
    """Whether nothing is written where a value could be."""
    return isinstance(node, Scalar) and not node.quoted and node.text in NULLS


def read_mapping(node: Node, what: str, notes: Notes) -> Mapping | None:
    """The node as a mapping."""
    if isinstance(node, Mapping):
        return node
    _misshapen(node, what, "a mapping (key: value)", notes)
    return None


def read_list(node: Node, what: str, notes: Notes) -> tuple[Node, ...]:
    """The items of a list."""
    if isinstance(node, Sequence):
        return node.items
    _misshapen(node, what, "a list ([a, b] or one '- item' a line)", notes)
    return ()


def read_text(node: Node, what: str, notes: Notes) -> str:
    """Text that is not empty."""
    text = _scalar(node, what, notes)
    if text in FLAGS and isinstance(node, Scalar) and not node.quoted:
        notes.add(node.place, f"'{what}:' takes text, and a plain {text} is none: put it in quotes")
    return text


def read_name(node: Node, what: str, notes: Notes) -> str:
    """One line of printable text, at most 200 characters."""
    text = read_text(node, what, notes)
    if not text.isprintable():
        notes.wrong(node.place, text, "has control or invisible characters: remove them")
    elif len(text) > LONGEST_NAME:
        notes.wrong(node.place, text, f"is longer than {LONGEST_NAME} characters")
    elif text != text.strip():
        notes.wrong(node.place, text, "begins or ends with a space")
    return text


def read_names(node: Node, what: str, notes: Notes) -> tuple[tuple[str, Place], ...]:
    """One name or a list of names, with places; never empty."""
    items = node.items if isinstance(node, Sequence) else (node,)
    if not items:
        notes.add(node.place, f"'{what}:' is an empty list: name at least one, or remove the key")
    names = [(read_name(item, what, notes), item.place) for item in items]
    return tuple((name, place) for name, place in names if name)


def read_choice(node: Node, what: str, known: Collection[str], notes: Notes) -> str:
    """One of the known words; '' when it is none."""
    text = read_text(node, what, notes)
    if not text or text in known:
        return text
    notes.unknown(node.place, what, text, known)
    return ""


def read_flag(node: Node, what: str, notes: Notes) -> bool:
    """True or false, written without quotes."""
    text = _scalar(node, what, notes)
    if text and (text not in FLAGS or (isinstance(node, Scalar) and node.quoted)):
        notes.wrong(node.place, text, "is neither true nor false (write it so, without quotes)")
    return text == "true"


def read_day(node: Node, what: str, notes: Notes) -> str:
    """A day of the calendar, YYYY-MM-DD."""
    text = read_text(node, what, notes)
    if text and not is_day(text):
        notes.wrong(node.place, text, "is not a day of the calendar: write it as 2026-12-31")
        return ""
    return text


def is_day(text: str) -> bool:
    """Whether the text is a day of the calendar, as ISO 8601 writes it."""
    import datetime as dt

    match = _DAY.fullmatch(text)
    if match is None:
        return False
    try:
        dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def read_whole(node: Node, what: str, notes: Notes) -> int | None:
    """A whole number from 0 to 9999."""
    text = read_text(node, what, notes)
    if re.fullmatch(r"0|[1-9]\d{0,3}", text):
        return int(text)
    if text:
        notes.wrong(node.place, text, "is not a whole number from 0 to 9999")
    return None


def check_inside(path: str, place: Place, notes: Notes) -> bool:
    """Whether a path or glob counts from the root of the repository and stays in it."""
    if not check_relative(path, place, notes):
        return False
    if ".." in path.split("/"):
        notes.wrong(place, path, "leads out of the repository")
        return False
    return True


def check_relative(path: str, place: Place, notes: Notes) -> bool:
    """Whether a path is relative, with forward slashes. Where it leads, only the disk can tell."""
    if path.startswith(("/", "~")) or "\\" in path or path[1:2] == ":":
        notes.wrong(place, path, "must be a relative path, with forward slashes")
        return False
    return True


def _scalar(node: Node, what: str, notes: Notes) -> str:
    if not isinstance(node, Scalar):
        _misshapen(node, what, "a single value", notes)
        return ""
    if is_blank(node) or not node.text.strip():
        notes.add(node.place, f"'{what}:' has no value")
        return ""
    return node.text


def _misshapen(node: Node, what: str, wanted: str, notes: Notes) -> None:
    found = "nothing" if is_blank(node) else _SHAPES[type(node)]
    notes.add(node.place, f"'{what}' needs {wanted}, but {found} stands here")
