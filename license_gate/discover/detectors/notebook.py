"""Jupyter notebooks: Python and shell lines of code cells, links in the text between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from license_gate.discover.source import Found, Source
from license_gate.domain.reference import Skipped

SUFFIXES = (".ipynb",)
PATH = ""
NAMES = ()
LITERALS = ()
LIMIT = 16 * 1024 * 1024
WHOLE = True
_LOST = 50  # cells that are written in a way of their own: then none is looked for
_SLACK = 1000  # what the marks around the lines of a cell take
_SHELL_LINE = re.compile(r"^[ \t]*[!%][^\n]*$", re.MULTILINE)


def detect(source: Source) -> Iterator[Found]:
    """Every model that a code cell names; lines are those of the file where they can be found in it."""
    import json

    from license_gate.discover.prose import find_links
    from license_gate.discover.python.code import read_code
    from license_gate.discover.python.open_calls import read_imports
    from license_gate.discover.shell import find_commands, find_variables

    try:
        notebook = json.loads(source.data)
        cells = [cell for cell in notebook["cells"] if isinstance(cell, dict)]
    except (ValueError, RecursionError, KeyError, TypeError):
        yield source.skip(1, "is no notebook that can be read")
        return
    imports = read_imports(source.data.replace(b"\\n", b"\n"))  # a cell uses what another one imports
    begin = lost = 0
    for cell in cells:
        text = _text(cell.get("source"))
        place = _begin(source, text, begin) if lost < _LOST else -1
        lost += place < 0
        begin = max(place, begin)
        if cell.get("cell_type") == "code":
            found = (
                *read_code(source, _SHELL_LINE.sub("", text), "notebook", imports),
                *find_commands(source, text, "notebook"),
                *find_variables(source, "\n".join(_SHELL_LINE.findall(text)), "notebook"),
            )
        else:
            found = tuple(find_links(source, text, "notebook"))
        for each in found:
            yield _placed(source, each, text, begin)


def _text(value: Any) -> str:  # noqa: ANN401 (whatever the JSON holds)
    if isinstance(value, list):
        return "".join(part for part in value if isinstance(part, str))
    return value if isinstance(value, str) else ""


def _begin(source: Source, text: str, after: int) -> int:
    """Where a cell begins in the file, -1 where it is not found: cells have no lines of their own, but an order."""
    import json

    first = text.lstrip("\n").partition("\n")[0]
    return max(source.text.find(json.dumps(first, ensure_ascii=each)[:-1], after) for each in (False, True))


def _placed(source: Source, found: Found, text: str, begin: int) -> Found:
    """What a cell holds, at its line of the file."""
    if isinstance(found, Skipped):
        blank = len(text) - len(text.lstrip("\n"))
        line = int(found.what.rpartition(":")[2]) - blank
        return source.skip(source.place(begin)[0] - 1 + line, found.reason)
    position = source.text.find(found.as_written, begin, begin + 2 * len(text) + _SLACK)
    line = source.place(position if position >= 0 else begin)[0]
    return found._replace(line=line, column=1)
