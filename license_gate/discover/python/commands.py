"""Commands that stand in the strings of a program: `"--model_name_or_path org/name"`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.hub import read_dataset_name
from license_gate.discover.identity import read_name
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.python.context import read_context
from license_gate.discover.python.piece import Piece
from license_gate.discover.source import Found, begin_of_line
from license_gate.domain.reference import ReferenceKind

_MODEL = r"(?:[a-z]+[_-])*(?:model|tokenizer|adapter)(?:[_-](?:name[_-]or[_-]path|name|id|path))?"
_VALUE = r"""(?P<value>[A-Za-z0-9][\w.-]*(?:/[\w.-]+)?)(?=["',\s\\])"""
# Two patterns that begin with what is rare: one that begins with a choice is tried at every character.
_OPTION = re.compile(rf"--(?:{_MODEL}|(?P<data>dataset(?:[_-](?:name|id))?))(?:=|[ \t]+)(?:hfds/)?{_VALUE}")
_ARGUMENT = re.compile(rf"pretrained={_VALUE}")  # of lm-eval
_BEFORE_ARGUMENTS = ("'", '"', ",", "model_args ", "model_args=")
# The pattern of commands begins with a choice and is slow; one of these words stands in each.
_PROGRAMS = (
    "ollama",
    "vllm",
    "spacy",
    " download",
    "mlx_lm",
    "optimum-cli",
    "litgpt",
    "trl",
    "axolotl",
    "sglang",
)
# Who runs a command; `""` for one that waits in a variable. Messages tell a person to run it.
_RUNNERS = ("", "run", "call", "check_call", "check_output", "Popen", "popen", "system", "getoutput", "split")
_MESSAGE = re.compile(r"msg|message|help|hint|usage|doc|text|error", re.IGNORECASE)


def find_commands(code: Piece) -> Iterator[Found]:
    """What the options of commands name."""
    for match in _OPTION.finditer(code.text):
        yield from _read(match, code, data=match["data"] is not None)
    for match in _ARGUMENT.finditer(code.text):
        if code.text[max(0, match.start() - 12) : match.start()].endswith(_BEFORE_ARGUMENTS):
            yield from _read(match, code, data=False)


def find_shell_lines(code: Piece) -> Iterator[Found]:
    """What commands name that the program gives to a shell as one string: `"ollama pull mistral"`."""
    from license_gate.discover.shell import find_programs  # its patterns are needed for few programs
    from license_gate.discover.variables import Variables

    nothing = Variables("")
    for start, line in _lines_with_programs(code.text):
        for begin, offset, written, identity in find_programs(line, nothing):
            if line[begin - 1 : begin] in ("'", '"') and _is_run(code, start + begin - 1):
                yield _refer(code, identity, written, start + offset, data=False)


def _lines_with_programs(text: str) -> Iterator[tuple[int, str]]:
    """Where each line begins that speaks of such a program, and the line."""
    starts: set[int] = set()
    for word in _PROGRAMS:
        at = text.find(word)
        while at >= 0:
            starts.add(begin_of_line(text, at))
            at = text.find(word, at + len(word))
    for start in sorted(starts):
        end = text.find("\n", start)
        yield start, text[start : end if end >= 0 else len(text)]


def _is_run(code: Piece, quote: int) -> bool:
    """Whether the string that opens here is run or waits to be, and is not shown to a person."""
    if code.prose.holds(quote):
        return False
    context = read_context(code.text, quote, code.text.find(code.text[quote], quote + 1) + 1)
    runs = context.callee.rpartition(".")[2] in _RUNNERS
    return runs and not _MESSAGE.search(context.name)


def _read(match: re.Match[str], code: Piece, *, data: bool) -> Iterator[Found]:
    written = match["value"]
    identity = read_dataset_name(written) if data else _as_model(written)
    offset = match.start("value")
    if identity and not code.prose.holds(offset):
        yield _refer(code, identity, written, offset, data=data)


def _refer(code: Piece, identity: Identity, written: str, offset: int, *, data: bool) -> Found:
    kind: ReferenceKind = "test" if code.source.test else "data" if data else "load"
    return code.refer(identity, written, offset, kind, identity.certainty)


def _as_model(written: str) -> Identity | None:
    known = read_name(written, Trust.NAMED)
    if known or "/" not in written:
        return known
    taken = read_name(written, Trust.LOADER)
    return taken._replace(certainty="likely") if taken else None
