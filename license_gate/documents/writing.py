"""Domain and tree -> YAML text for people: block style, one key a line, quotes wherever a reader could stumble."""

from __future__ import annotations

import re

from license_gate.documents.yaml_tree import NULLS
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence

STEP = "  "
_PLAIN = re.compile(r"(?:\./|[A-Za-z0-9/])[A-Za-z0-9_./@+:-]*", re.ASCII)
# Plain words that some reader of YAML 1.1 takes for something else: Norway must stay Norway.
_TAKEN = re.compile(r"y|n|yes|no|on|off|true|false|null", re.IGNORECASE)
_NUMBER = re.compile(r"[-+.\d][\d_.:eExXoa-fA-F+-]*")
_BREAK = re.compile(r"(?<=\n)|(?<=\r)(?!\n)|(?<=[\x85\u2028\u2029])")
_EMPTY_LIST = re.compile(r"\[[ \t]*\]")


def scalar(text: str) -> str:
    """One text as a YAML scalar that every reader takes for that text."""
    plain = _PLAIN.fullmatch(text) and not (
        _TAKEN.fullmatch(text) or _NUMBER.fullmatch(text) or text.endswith(":")
    )
    return text if plain else '"' + "".join(map(_escaped, text)) + '"'


def block(key: str, node: Node, indent: str = "") -> list[str]:
    """The lines of `key:` with a value that somebody wrote elsewhere."""
    if isinstance(node, Scalar):
        return [f"{indent}{key}: {_written(node)}"]
    if isinstance(node, Sequence):
        items = [f"{indent}{STEP}- {_written(item)}" for item in node.items if isinstance(item, Scalar)]
        return [f"{indent}{key}:", *items] if items else [f"{indent}{key}: []"]
    lines = [line for pair in node.pairs for line in block(_key(pair.key), pair.value, indent + STEP)]
    return [f"{indent}{key}:", *lines]


def append(text: str, root: Mapping, entries: list[list[str]]) -> str:
    """The text of a models.yaml with entries after the last one of `models:`; nothing else changes.

    Args:
        text: the whole document.
        root: its tree.
        entries: per entry its lines, the first beginning with `- `, the others indented under it.
    """
    lines = _BREAK.split(text)
    lines = lines[:-1] if lines[-1] == "" else lines
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    value = root.get("models")
    if value is None:
        lines += [end, f"models:{end}"] if lines else [f"models:{end}"]
    elif isinstance(value, Sequence) and not value.items:
        _remove_brackets(lines, value)
    indent, gap = _manner(lines, value)
    at = _end_of_models(lines, root)
    added = [f"{indent}{line}{end}" for entry in entries for line in ([""] if gap else []) + entry]
    added = [line if line.strip() else end for line in added]
    return "".join((*lines[:at], *added, *lines[at:]))


def _remove_brackets(lines: list[str], value: Sequence) -> None:
    """`models: []` becomes `models:`."""
    row, column = value.place.line - 1, value.place.column - 1
    head, tail = lines[row][:column], lines[row][column:]
    lines[row] = head.rstrip() + _EMPTY_LIST.sub("", tail, count=1)


def _manner(lines: list[str], value: Node | None) -> tuple[str, bool]:
    """How the file indents its entries, and whether it leaves a line free between them."""
    if not isinstance(value, Sequence) or not value.items:
        return STEP, False
    indent = " " * (value.place.column - 1)
    last = value.items[-1].place.line - 1
    return indent, len(value.items) > 1 and not lines[last - 1].strip()


def _end_of_models(lines: list[str], root: Mapping) -> int:
    """After the last line of `models:`, before what belongs to the next key."""
    starts = [pair.key.place.line - 1 for pair in root.pairs]
    own = [pair.key.place.line - 1 for pair in root.pairs if pair.key.text == "models"]
    at = min((start for start in starts if own and start > own[0]), default=len(lines))
    while at > 0 and _belongs_below(lines[at - 1]):
        at -= 1
    return at


def _belongs_below(line: str) -> bool:
    return not line.strip() or line.startswith(("#", "..."))


def _key(key: Scalar) -> str:
    return key.text if re.fullmatch(r"[\w.-]+", key.text, re.ASCII) else scalar(key.text)


def _written(node: Node) -> str:
    """A scalar as it was written; a plain true or false stays one."""
    if not isinstance(node, Scalar) or (not node.quoted and node.text in NULLS):
        return "null"
    return node.text if not node.quoted and node.text in ("true", "false") else scalar(node.text)


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    number = ord(character)
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
