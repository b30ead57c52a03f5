"""Loader calls that name no model of the outside: what a program has saved itself, what it is handed on."""

from __future__ import annotations

import re

from license_gate.discover.python.open_calls import OpenCall

COMPUTED = "the model is computed at run time: declare it in models.yaml"
_LOCAL = re.compile(
    r"tmp|temp|(?:^|_)(?:output|out|save|saved|local|ckpt|checkpoint|cache|work|log|results?)_?(?:dir|path|folder|directory)?$"
    r"|_dir(?:ectory)?$|_?dirname$|_folder$|(?:^|_)path$",
    re.IGNORECASE,
)


def is_local(name: str) -> bool:
    """Whether a variable is called like a folder of the program's own."""
    return bool(name) and _LOCAL.search(name) is not None


def stays_inside(text: str, call: OpenCall) -> bool:
    """The same without a syntax tree: by the name of the argument and by who is called."""
    before = text[max(0, call.offset - 80) : call.offset]
    line = before[before.rfind("\n") + 1 :]
    handed_on = "super(" in line or re.search(r"\bcls\.\w+\($", line) is not None
    return handed_on or is_local(call.argument.rpartition(".")[2]) or not call.argument[0].isalpha()
