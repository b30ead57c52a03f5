"""Everything that Python code says of models: its strings first, a syntax tree only where they do not suffice."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.python.candidates import may_matter
from license_gate.discover.python.literals import find
from license_gate.discover.python.open_calls import (
    Imports,
    OpenCall,
    find_calls,
    is_hopeless,
    may_be_text,
    read_imports,
)
from license_gate.discover.python.passing import COMPUTED, is_local, stays_inside
from license_gate.discover.python.piece import Piece, read_piece
from license_gate.discover.source import Found, Source
from license_gate.discover.vendors import vendor_of_path

# What a path holds where a file may hold names of `tables`, and a word that stands in each of them.
_TABLES = (
    ("task", b"DATASET_"), ("eval", b"DATASET_"), ("bench", b"DATASET_"),
    ("configuration", b"_PRETRAINED_INIT"), ("clip", b"openaipublic"),
)  # fmt: skip
_MANY = 100  # arguments: above that a syntax tree costs less than a search through the file for each


def read_file(source: Source, detector: str) -> Iterator[Found]:
    """The references of a whole file."""
    imports = read_imports(source.data)
    named = imports.parts or imports.whisper or imports.llama or imports.vendor or imports.runs
    if named or vendor_of_path(source.path) or may_matter(source.text) or _holds_names(source):
        yield from read_code(source, source.text, detector, imports)


def read_code(source: Source, text: str, detector: str, imports: Imports) -> Iterator[Found]:
    """The references of a piece of code, of a file that imports this."""
    code = read_piece(source, text, detector, imports)
    calls = find_calls(text, imports)
    yield from find(code, [call.offset for call in calls])
    yield from _find_commands(code)
    yield from _find_rare(code)
    if any(call.argument for call in calls):
        yield from _follow(code, calls)


def _find_commands(code: Piece) -> Iterator[Found]:
    """What commands name in the strings of a program, and what it gives to a shell."""
    source, imports = code.source, code.imports
    evaluates = imports.evaluates or source.test
    options = source.holds(b"--") or (evaluates and source.holds(b"pretrained="))
    if options or imports.runs:
        from license_gate.discover.python import commands

        yield from commands.find_commands(code) if options else ()
        yield from commands.find_shell_lines(code) if imports.runs else ()


def _find_rare(code: Piece) -> Iterator[Found]:
    """Names that only few files hold, in words of their own."""
    source = code.source
    if _holds_names(source):
        from license_gate.discover.python.tables import find_named

        yield from find_named(code)
    if source.holds(b"ViT-"):  # nearly all architectures of open_clip hold it
        from license_gate.discover.python.open_clip_tables import find_pairs as find_in_tables

        yield from find_in_tables(code)
    if source.path.endswith("pretrained.py") and source.holds(b"_PRETRAINED"):
        from license_gate.discover.python.open_clip import find_catalog

        yield from find_catalog(source, code.text, code.detector)
    if code.imports.open_clip:
        from license_gate.discover.python.open_clip import find_pairs

        yield from find_pairs(source, code.text, code.detector)


def _holds_names(source: Source) -> bool:
    """Whether a file may hold a name of `tables`: its path is asked first, because a search costs more."""
    path = source.path
    for place, word in _TABLES:  # noqa: SIM110 (a loop and no `any`: it runs for every file)
        if place in path and source.holds(word):
            return True
    return False


def _may_lead_out(code: Piece, argument: str) -> bool:
    """Whether an argument may stand for a model that the program has not made itself."""
    if argument in ("None", "True", "False"):
        return False
    # A folder's name, and in a test any name, mostly stands for what was saved before.
    own = code.source.test or is_local(argument.rpartition(".")[2])
    return not own or may_be_text(code.text, argument)


def _follow(code: Piece, calls: list[OpenCall]) -> Iterator[Found]:
    """What stands behind the arguments that are no literals."""
    names = {call.argument for call in calls if call.argument and call.argument[0] not in "*."}
    few = len(names) <= _MANY
    open_names = {name for name in names if not few or _may_lead_out(code, name)}
    named = [call for call in calls if call.argument in open_names and not code.prose.holds(call.offset)]
    if not named:
        return
    if few and all(
        is_hopeless(code.text, name, code.prose.holds) for name in {call.argument for call in named}
    ):
        for call in named:
            if not stays_inside(code.text, call):
                yield code.source.skip(code.lines.place(call.offset)[0], COMPUTED)
        return
    from license_gate.discover.python.resolve import resolve

    yield from resolve(code, code.lines.place(named[0].offset)[0])
