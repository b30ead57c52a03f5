"""Everything that Python code says of models: its strings first, a syntax tree only where they do not suffice."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.python.candidates import Prose, may_matter
from license_gate.discover.python.literals import find
from license_gate.discover.python.open_calls import (
    CLIENT,
    OpenCall,
    find_calls,
    find_names,
    is_hopeless,
    may_be_text,
)
from license_gate.discover.python.passing import COMPUTED, is_local, stays_inside
from license_gate.discover.source import Found, Source


def read_file(source: Source, detector: str) -> Iterator[Found]:
    """The references of a whole file."""
    names = find_names(source.data)
    if names or b"llama" in source.data or may_matter(source.data):
        yield from read_code(source, source.text, detector, names)


def read_code(source: Source, text: str, detector: str, names: list[str] | None = None) -> Iterator[Found]:
    """The references of a piece of code."""
    names = find_names(text.encode("utf-8", "replace")) if names is None else names
    calls = find_calls(text, names)
    yield from find(source, text, [call.offset for call in calls], detector, clients=CLIENT in names)
    if "open_clip" in text:
        from license_gate.discover.python.open_clip import find_pairs

        yield from find_pairs(source, text, detector)
    if any(call.argument for call in calls):
        yield from _follow(source, text, calls, detector)


def _follow(source: Source, text: str, calls: list[OpenCall], detector: str) -> Iterator[Found]:
    """What stands behind the arguments that are no literals."""
    prose = Prose(text)
    named = [
        call
        for call in calls
        if call.argument and call.argument[0] not in "*." and not prose.holds(call.offset)
    ]
    if source.test:
        names = {call.argument for call in named}
        texts = {name for name in names if not is_local(name) and may_be_text(text, name)}
        named = [call for call in named if call.argument in texts]
    if not named:
        return
    if all(is_hopeless(text, call.argument) for call in named):
        for call in named:
            if not stays_inside(text, call):
                yield source.skip(text.count("\n", 0, call.offset) + 1, COMPUTED)
        return
    from license_gate.discover.python.resolve import resolve

    yield from resolve(source, text, text.count("\n", 0, named[0].offset) + 1, detector)
