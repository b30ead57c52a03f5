"""YAML text -> a tree with places, through the parser's events: nothing is converted and nothing is expanded."""

from __future__ import annotations

import re
from typing import Any

from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import LIMIT, Mapping, Node, Pair, Scalar, Sequence
from license_gate.domain.wording import shown

MAX_DEPTH = 100
# Four mebibytes of "- a" lines would be 1.4 million nodes and half a gigabyte of objects.
MAX_NODES = 100_000
MAX_PROBLEMS = 50
NULLS = ("", "~", "null", "Null", "NULL")  # plain scalars that say "nothing"

# What YAML allows in a stream (YAML 1.1, section 5.1).
# What YAML allows nowhere; compiled only for a document that holds some of it.
_FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class _Stop(Exception):  # noqa: N818 - it ends the reading, whatever the reason
    """The document cannot be read any further; the reason is already reported."""


def compose(data: bytes, file: str, problems: list[Problem], *, quiet: bool = False) -> Node | None:
    """The tree of one document, or None where its shape is not known.

    Args:
        data: the bytes of the file, UTF-8 with or without a byte order mark.
        file: the name that places carry.
        problems: receives everything that is wrong, each with its place.
        quiet: whether messages must not repeat any text of the document (confidential facts).
    """
    text = _decode(data, file, problems)
    if text is None:
        return None
    builder = _Builder(file, problems, quiet=quiet)
    try:
        _feed(builder, text)
    except _Stop:
        return None
    if not builder.sound:
        return None
    root = builder.root
    empty = root is None or (isinstance(root, Scalar) and not root.quoted and root.text in NULLS)
    return Mapping((), Place(file)) if empty else root


def _decode(data: bytes, file: str, problems: list[Problem]) -> str | None:
    if len(data) > LIMIT:
        problems.append(Problem(Place(file), "the file is larger than 4 MiB: split it (see include:)"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        place = Place(file, before.count(b"\n") + 1, column)
        byte = data[error.start]
        problems.append(Problem(place, f"byte 0x{byte:02x} is not UTF-8: save the file as UTF-8"))
        return None


def _feed(builder: _Builder, text: str) -> None:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.report_syntax(error, text)
    except yaml.YAMLError:
        builder.report_character(text)


class _Builder:
    """Collects the events of one document into a tree; an explicit stack, so depth costs nothing."""

    __slots__ = ("count", "documents", "file", "problems", "quiet", "reported", "root", "sound", "stack")

    def __init__(self, file: str, problems: list[Problem], *, quiet: bool) -> None:
        self.file = file
        self.problems = problems
        self.quiet = quiet
        self.reported = 0
        self.sound = True  # False: the shape is not known, so that readers must not run
        self.root: Node | None = None
        self.stack: list[_Open] = []
        self.count = 0
        self.documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no common type with marks
        """Add one event of `yaml.parse`."""
        name = type(event).__name__
        if name == "DocumentStartEvent":
            self.documents += 1
            if self.documents > 1:
                self.stop(_place(self.file, event), "a second document starts here: keep one per file")
        elif name == "ScalarEvent":
            place = self.start(event)
            self.put(Scalar(event.value, place, quoted=event.style not in (None, "")))
        elif name == "AliasEvent":
            self.lose(_place(self.file, event), "aliases (*) are not read here: write the value out")
            self.put(Scalar("", _place(self.file, event)))
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            self.open(event, mapping=name == "MappingStartEvent")
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self.put(self.stack.pop().close())

    def start(self, event: Any) -> Place:  # noqa: ANN401 - as above
        """Count a node and report what no node may carry."""
        place = _place(self.file, event)
        self.count += 1
        if self.count > MAX_NODES:
            self.stop(place, f"more than {MAX_NODES:_} values in one file: split it (see include:)")
        if event.anchor is not None:
            self.report(place, "anchors (&) are not read here: write the value out where it is used")
        if event.tag is not None:
            self.report(place, "tags (!) are not read here: remove the tag")
        return place

    def open(self, event: Any, *, mapping: bool) -> None:  # noqa: ANN401 - as above
        """Enter a list or a mapping."""
        place = self.start(event)
        if len(self.stack) >= MAX_DEPTH:
            self.stop(place, f"nested deeper than {MAX_DEPTH} levels")
        self.stack.append(_Open(place, mapping=mapping))

    def put(self, node: Node) -> None:
        """Hang a finished node where it belongs."""
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if not parent.mapping:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self.as_key(node)
        else:
            self.put_pair(parent, parent.key, node)
            parent.key = None

    def as_key(self, node: Node) -> Scalar:
        """The node as the key of a mapping."""
        if not isinstance(node, Scalar):
            self.lose(node.place, "a key must be plain text, not a list or a mapping")
            return Scalar("", node.place)
        if node.text == "<<" and not node.quoted:
            self.lose(node.place, "merge keys (<<) are not read here: write the keys out")
        return node

    def put_pair(self, parent: _Open, key: Scalar, value: Node) -> None:
        """Add a pair unless its key stands there already."""
        first = parent.lines.setdefault(key.text, key.place.line)
        if len(parent.lines) > len(parent.pairs):
            parent.pairs.append(Pair(key, value))
        else:
            name = "" if self.quiet else f" {shown(key.text)}"
            self.report(key.place, f"duplicate key{name}: it is already set on line {first}")

    def lose(self, place: Place, message: str) -> None:
        """Report something that leaves the shape of the document unknown."""
        self.sound = False
        self.report(place, message)

    def report(self, place: Place, message: str) -> None:
        """Append a problem; a hostile file must not fill the memory with them."""
        self.problems.append(Problem(place, message))
        self.reported += 1
        if self.reported >= MAX_PROBLEMS:
            self.problems.append(Problem(place, "too many problems: the rest of the file is not read"))
            raise _Stop

    def stop(self, place: Place, message: str) -> None:
        """Report a problem after which nothing more is read."""
        self.problems.append(Problem(place, message))
        raise _Stop

    def report_syntax(self, error: Any, text: str) -> None:  # noqa: ANN401 - MarkedYAMLError is untyped
        """Report what the parser could not read, in the parser's words (they repeat no content)."""
        mark = error.problem_mark or error.context_mark
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
        self.stop(place, _syntax_message(error, _line(text, place.line), place))

    def report_character(self, text: str) -> None:
        """Report a character that YAML does not allow; the parser's own position counts otherwise."""
        found = re.search(_FORBIDDEN, text)
        if found is None:
            self.stop(Place(self.file), "the file cannot be read as YAML")
            return
        before = _LINE_BREAK.split(text[: found.start()])
        place = Place(self.file, len(before), len(before[-1]) + 1)
        self.stop(place, f"character U+{ord(found.group()):04X} is not allowed in YAML: remove it")


class _Open:
    """A list or a mapping whose end has not been seen yet."""

    __slots__ = ("items", "key", "lines", "mapping", "pairs", "place")

    def __init__(self, place: Place, *, mapping: bool) -> None:
        self.place = place
        self.mapping = mapping
        self.items: list[Node] = []
        self.pairs: list[Pair] = []
        self.lines: dict[str, int] = {}
        self.key: Scalar | None = None

    def close(self) -> Node:
        """The finished node."""
        if self.mapping:
            return Mapping(tuple(self.pairs), self.place)
        return Sequence(tuple(self.items), self.place)


def _place(file: str, event: Any) -> Place:  # noqa: ANN401 - as above
    return Place(file, event.start_mark.line + 1, event.start_mark.column + 1)


def _line(text: str, number: int) -> str:
    lines = _LINE_BREAK.split(text)
    return lines[number - 1] if number <= len(lines) else ""


def _syntax_message(error: Any, line: str, place: Place) -> str:  # noqa: ANN401 - as above
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or line[place.column - 1 : place.column] == "\t":
        return "a tab cannot indent YAML: use spaces"
    said = " ".join(part for part in (error.context, error.problem) if part)
    return f"this is not YAML: {said}{_hint(str(error.problem))}"


def _hint(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "; a value that contains ': ' needs quotes"
    if "cannot start any token" in problem or "while scanning an alias" in problem:
        return "; a value that begins with @, `, % or * needs quotes"
    return ""
