"""Finds loader calls whose model is not written in the call, without a syntax tree."""

from __future__ import annotations

import re

from license_gate.discover.python.loaders import LOADERS, Loader, find_loader

_NAMES = tuple(sorted({name.rpartition(".")[2] for name in LOADERS}))
_LITERAL = re.compile(r"""\s*r?(?:"[^"\n]*"|'[^'\n]*')\s*(?:,|$)""")


def find_open_calls(text: str) -> list[int]:
    """The lines of loader calls whose model is not written in the call itself."""
    present = [name for name in _NAMES if name + "(" in text]
    if not present:
        return []
    lines: list[int] = []
    for match in re.finditer(rf"\b((?:\w+\.)?(?:{'|'.join(present)}))\(", text):
        if text.startswith(("def ", "class "), match.start() - 4) or text[: match.start()].endswith(
            ("def ", "class ")
        ):
            continue
        loader = find_loader(match[1], text)
        if loader and not _is_written(text[match.end() : match.end() + 600], loader):
            lines.append(text.count("\n", 0, match.start()) + 1)
    return lines


def _is_written(arguments: str, loader: Loader) -> bool:
    """Whether the model is a plain literal, judged without a syntax tree."""
    for keyword in loader.keywords:
        match = re.search(rf"(?<![\w.]){keyword}\s*=\s*(\S)", arguments)
        if match and match.start() < _end(arguments):
            return match[1] in "\"'"
    if not loader.positions:
        return True
    rest = arguments[: _end(arguments)]
    for _ in range(loader.positions[0]):
        match = _LITERAL.match(rest)
        if match is None:
            return False
        rest = rest[match.end() :]
    return _LITERAL.match(rest) is not None or not rest.strip()


def _end(arguments: str) -> int:
    depth = 0
    for index, char in enumerate(arguments):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            if depth == 0:
                return index
            depth -= 1
    return len(arguments)
