"""Everything that Python code says of models: its strings first, a syntax tree only where they do not suffice."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.python.candidates import Prose, may_matter
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
from license_gate.discover.source import Found, Source

_MANY = 100  # arguments: above that a syntax tree costs less than a search through the file for each


def read_file(source: Source, detector: str) -> Iterator[Found]:
    """The references of a whole file."""
    imports = read_imports(source.data)
    if imports.parts or imports.whisper or imports.llama or may_matter(source.data):
        yield from read_code(source, source.text, detector, imports)


def read_code(source: Source, text: str, detector: str, imports: Imports) -> Iterator[Found]:
    """The references of a piece of code, of a file that imports this."""
    calls = find_calls(text, imports)
    yield from find(source, text, [call.offset for call in calls], detector, imports)
    if imports.open_clip:
        from license_gate.discover.python.open_clip import find_pairs

        yield from find_pairs(source, text, detector)
    if any(call.argument for call in calls):
        yield from _follow(source, text, calls, detector, imports.aliases)


def _may_lead_out(text: str, argument: str, *, test: bool) -> bool:
    """Whether an argument may stand for a model that the program has not made itself."""
    if argument in ("None", "True", "False"):
        return False
    local = is_local(argument.rpartition(".")[2])
    if test:
        return may_be_text(text, argument)  # tests mostly load what they have saved
    return not local or may_be_text(text, argument)


def _follow(
    source: Source, text: str, calls: list[OpenCall], detector: str, aliases: dict[str, str]
) -> Iterator[Found]:
    """What stands behind the arguments that are no literals."""
    prose = Prose(text)
    names = {call.argument for call in calls if call.argument and call.argument[0] not in "*."}
    few = len(names) <= _MANY
    open_names = {name for name in names if not few or _may_lead_out(text, name, test=source.test)}
    named = [call for call in calls if call.argument in open_names and not prose.holds(call.offset)]
    if not named:
        return
    if few and all(is_hopeless(text, name, prose.holds) for name in {call.argument for call in named}):
        for call in named:
            if not stays_inside(text, call):
                yield source.skip(text.count("\n", 0, call.offset) + 1, COMPUTED)
        return
    from license_gate.discover.python.resolve import resolve

    yield from resolve(source, text, text.count("\n", 0, named[0].offset) + 1, detector, aliases)
