"""What stands around a string in Python code: the call, the parameter, the variable, the key."""

from __future__ import annotations

import re
from typing import NamedTuple

from license_gate.discover.source import begin_of_line, line_before

_REACH = 600
_INDEX = -2  # the place of a string behind `name[`
_NEAR = 160
_BEGINS = re.compile(r"(?:starts|ends)with\($")  # a tuple of them follows
_CALLEE = re.compile(r"([A-Za-z_][\w.]*)(?:\[[^\]\n]*\])?\s*$")
_TARGET = re.compile(r"([A-Za-z_][\w.]*)(?:\s*:\s*[^=\n(){}]{1,80})?\s*=\s*[rRuU]?$")
_OTHERWISE = re.compile(r"([A-Za-z_]\w*)\s*=(?!=)[^=,]{1,80}\b(?:or|else) $")  # `model=given or "..."`
_KEY = re.compile(r"""["']([\w.-]+)["']\s*\]?\s*[:=]\s*$""")
_DEFAULT = re.compile(
    r"""(?:getenv|environ\.get|environ\.setdefault|\.get|env(?:\.str)?|config|getattr)\(\s*(?:\w+\s*,\s*)?["']([\w.-]+)["']\s*,\s*(?:default\s*=\s*)?$"""
)
_LINE_TARGET = re.compile(r"^\s*(?:self\.)?([A-Za-z_][\w.]*)\s*(?::[^=\n]+)?=(?!=)")
_SOUGHT = re.compile(r"(?:not )?in\b(?! [\[({])")
_FUNCTION = re.compile(r"def (\w+)")
_DEFAULTS = ("Field", "field", "Option", "Argument", "Query", "Form", "Body")  # `model: str = Field("...")`
_OPTIONS = ("add_argument", "option", "argument", "Option", "Argument", "add_option")
_OPTION = re.compile(r"""["']-{0,2}([A-Za-z][\w-]*)["']""")
_LONG_OPTION = re.compile(r"""["']--([A-Za-z][\w-]*)["']""")
_PARAMETRIZED = r"""parametrize\(\s*["'](\w+)["'],\s*[\[(][^\[\]()]*$"""
_FAR = 2000  # how far above its `return` a function may begin, and a table above what it holds
_LEVELS = 3
_MARKS = re.compile(r"[\[\](){}\"',]")
_PATTERNS = re.compile(
    r"\b(\w+) in [\w.]+(?:\(\))?\s+for \1 in [\[({][^\])}]*$"
)  # `any(word in name for word in (...`
_COMPARED = re.compile(r"(?:[!=]=|\bin|\bnot in)\s*[(\[{]?\s*$")


PARTS = (
    "source",
    "path",
    "name",
    "id",
    "repo_id",
    "hf_path",
)  # what says of whom something is only with what is around


class Context(NamedTuple):
    """`name` is the keyword, variable or key that takes the string; `callee` the call around it."""

    name: str = ""
    callee: str = ""
    position: int = -1  # among the positional arguments of `callee`, -1 for none
    compared: bool = False
    sought: bool = False  # looked for in another text: a part of names, not a name
    key: bool = False  # the string is itself a key of a dictionary, or looks one up
    fetched: bool = False  # a key of a table under which an address stands
    titled: bool = False  # a key of a table, under which another table stands
    listed: bool = False  # an element of a list, tuple or set
    outer: tuple[
        str, ...
    ] = ()  # of a value under such a key: the keys and variables around its table, nearest first


def read_context(text: str, start: int, end: int) -> Context:
    """The surroundings of the string at `start`."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + 40].lstrip()
    compared = _COMPARED.search(before[-20:]) is not None or after.startswith(("==", "!=", "in ", " in "))
    sought = _SOUGHT.match(after) is not None or _is_pattern(before)
    bracket, callee, position = _enclosing(before)
    tail = before[-_NEAR:]
    target = _target(tail)
    name = target[1] if target else ""
    if not name and (bracket not in ("(", "{") or callee.rpartition(".")[2] in _DEFAULTS):
        name = set_on_line(text, start) or _returned_by(text, start)
    index = position == _INDEX and after.startswith("]")
    key = index or (after.startswith(":") and not compared)
    listed = not index and (bracket != "(" or not callee)
    if name == "default" and callee.rpartition(".")[2] in _OPTIONS:
        called = before.rfind(f"{callee}(")
        option = _LONG_OPTION.search(before, called) or _OPTION.search(before, called)
        name = option[1].replace("-", "_") if option else name
    if name == "default" and callee.rpartition(".")[2] in _DEFAULTS:
        name = set_on_line(text, start - len(before) + before.rfind(f"{callee}(")) or name
    position = -1 if target or position == _INDEX else position
    outer = _outer(text, start) if bracket == "{" and name in PARTS else ()
    titled = key and after[1:].lstrip().startswith("{")
    fetched = key and after[1:].lstrip()[1:5] == "http"
    return Context(name, callee, position, compared, sought, key, fetched, titled, listed, outer)


def _is_pattern(before: str) -> bool:
    """Whether a string is one of several that are looked for in a text."""
    opened = max(before.rfind(" in ["), before.rfind(" in ("))
    return opened >= 0 and _PATTERNS.search(before, max(0, opened - _NEAR)) is not None


def _outer(text: str, start: int) -> tuple[str, ...]:
    """`datasets` for a string in `"datasets": [{"path": ...`, and what that is a part of."""
    before = text[max(0, start - _FAR) : start]
    names = []
    for _ in range(_LEVELS):
        before = before[: max(_opening(before)[0], 0)].rstrip()
        near = before[-_NEAR:]
        found = _KEY.search(near) or _TARGET.search(near[near.rfind("\n") + 1 :])
        if found:
            names.append(found[1])
    return tuple(names)


def _opening(before: str) -> tuple[int, int]:
    """Where the bracket that is open at the end begins, -1 for none, and how many commas lie between."""
    depth = commas = 0
    quote = ""
    for mark in reversed(list(_MARKS.finditer(before))):
        char = mark[0]
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in ")]}":
            depth += 1
        elif char == ",":
            commas += depth == 0
        elif depth == 0:
            return mark.start(), commas
        else:
            depth -= 1
    return -1, commas


def parametrized(text: str, start: int) -> str:
    """The parameter of a test that a list of values is given for, '' for none."""
    found = re.search(_PARAMETRIZED, text[max(0, start - _REACH) : start])
    return found[1] if found else ""


def set_on_line(text: str, start: int) -> str:
    """The variable that the line of a string sets, '' for none."""
    line = _LINE_TARGET.match(line_before(text, start))
    return line[1] if line else ""


def _returned_by(text: str, start: int) -> str:
    """The function whose result a string is, '' for none."""
    line = begin_of_line(text, start)
    if text[line:start].strip() != "return":
        return ""
    found = _FUNCTION.match(text, text.rfind("def ", max(0, line - _FAR), line))
    return found[1] if found else ""


def _target(tail: str) -> re.Match[str] | None:
    """What takes the string, by the sign before it; most signs rule the patterns out unread."""
    if tail.endswith((" or ", " else ")):
        return _OTHERWISE.search(tail[tail.rfind("\n") + 1 :])
    sign = tail.rstrip().rstrip("rRuU")[-1:]
    if sign == "=":
        line = tail.rstrip()
        line = line[line.rfind("\n") + 1 :]  # shorter, and a name stands on the line of its sign
        return _TARGET.search(line) or _KEY.search(tail) or _DEFAULT.search(tail)
    if sign == ":":
        return _KEY.search(tail)
    return _DEFAULT.search(tail) if sign == "," else None


def _enclosing(before: str) -> tuple[str, str, int]:
    """The bracket that is open before a string, the name in front of it, and how many commas lie between."""
    index, commas = _opening(before)
    if index < 0:
        return "", "", -1
    char = before[index]
    if char == "{":
        return char, "", commas
    named = _callee(before, index)
    if char == "(" and not named and _BEGINS.search(before, max(0, index - 20), index):
        named = "startswith"
    if char == "[" and named and not named.endswith("Literal"):
        return char, "", _INDEX
    return char, named, commas


def _callee(before: str, end: int) -> str:
    """The name that ends where a bracket opens, '' for none."""
    start = end
    while start > 0 and (before[start - 1].isalnum() or before[start - 1] in "_."):
        start -= 1
    if start < end:
        return before[start:end].lstrip(".0123456789")
    found = _CALLEE.search(before, max(0, end - 120), end)
    return found[1] if found else ""
