"""Models that Python code names in a string, judged by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from license_gate.discover.identity import LONGEST, may_name, read_name
from license_gate.discover.likeness import LEGACY, OLD_DATASETS, WHISPER_SIZE
from license_gate.discover.naming import Trust
from license_gate.discover.prose import read_links
from license_gate.discover.providers import name_family, name_owner
from license_gate.discover.python.candidates import find_candidates
from license_gate.discover.python.composed import find_pairs
from license_gate.discover.python.context import parametrized, read_context, set_on_line
from license_gate.discover.python.judgement import (
    DATA_WORD,
    LISTS_OF_MODELS,
    MODEL_WORD,
    NO_USE,
    WORD,
    identify,
)
from license_gate.discover.python.loaders import find_loader
from license_gate.discover.python.neighbors import Neighbors, place_of
from license_gate.discover.python.open_calls import CLIENT
from license_gate.discover.python.piece import Piece
from license_gate.discover.python.token import Token
from license_gate.discover.source import Found

_TAKER = re.compile(
    r"(?:load\w*|model\w*|from_pretrained|ollama\w*|whispermodel|engine|pipeline|path|name|arch|encoder\w*|embed\w*|deployment\w*|ranker\w*|sentencetransformer\w*|llm\w*|\bid|\bdefault|^[ ]{4}[A-Z][A-Z0-9_]*)(?:[\"']\s*,|[\"']\]?)?[\w.]*(?:\s*:[^=\n]{1,100})?\s*(?:\(|=|:|,)\s*$",
    re.IGNORECASE,
)
_SIGNS = ("(", "=", ":", ",")
_PROSE_CALL = re.compile(r"([A-Za-z_][\w.]*)\((?:\w+\s*=\s*)?$")


# Vocabularies of a library, not choices of a program.
_VOCABULARY = re.compile(
    r"supported|available|known|valid|allowed|choices|literal|prices?|pricing|cost|context|window|max_tokens|limits?|aliases|deprecated|typing",
    re.IGNORECASE,
)


def find(code: Piece, calls: list[int]) -> Iterator[Found]:
    """The references of a piece of code; `calls` is where the arguments of its loader calls begin."""
    clients = CLIENT in code.imports.parts and "ompletions.create(" in code.text
    takers = code.ollama or bool(code.endpoint) or clients or code.may_be_vendors()
    pairs = find_pairs(code.text) if code.source.holds(b"org=") else ()
    neighbors = Neighbors()
    for token in chain(find_candidates(code.text, calls, takers=takers, whisper=code.whisper), pairs):
        if _worth(token.text, code.text, token.start, whisper=code.whisper) or _listed(token, code):
            mentioned = code.prose.holds(token.start)
            yield from _mention(code, token) if mentioned else _judge(code, token, neighbors)
    for token, identity in neighbors.settle():
        yield code.refer(identity, token.text, token.inner, "load", identity.certainty)
    yield from _find_links(code)


def _worth(written: str, text: str, start: int, *, whisper: bool) -> bool:
    """Whether the surroundings are worth reading: a bare word must follow something that takes a model."""
    if written in OLD_DATASETS or (whisper and re.fullmatch(WHISPER_SIZE, written)):
        return True
    if name_family(written):
        return True
    if "/" in written or ":" in written or LEGACY.fullmatch(written) or name_owner(written):
        return may_name(written) or "_" in written
    if not 2 <= len(written) <= LONGEST or WORD.fullmatch(written) is None:
        return False
    before = text[max(0, start - 120) : start].rstrip()
    return before[-1:] in _SIGNS and _TAKER.search(before[before.rfind("\n") + 1 :]) is not None


def _listed(token: Token, code: Piece) -> bool:
    """Whether a string stands in a list of the models that a vendor serves."""
    if not code.may_be_vendors() or WORD.fullmatch(token.text) is None:
        return False
    return code.containers.before(token.start).lower() in LISTS_OF_MODELS


def _mention(code: Piece, token: Token) -> Iterator[Found]:
    """A string in a comment or a docstring: the call right before it is all that is asked for."""
    before = code.text[max(0, token.start - 60) : token.start]
    call = _PROSE_CALL.search(before)
    loader = find_loader(call[1], code.text, code.imports.aliases) if call else None
    if loader:
        identity = loader.read(token.text)
    else:
        identity = read_name(token.text, Trust.LOADER if before.endswith(("(", "=")) else Trust.NAMED)
    if identity:
        yield code.refer(identity, token.text, token.inner, "mention", "exact")


def _judge(code: Piece, token: Token, neighbors: Neighbors) -> Iterator[Found]:
    written = token.text
    context = read_context(code.text, token.start, token.end)
    container = code.containers.around(token.start) if context.listed else -1
    holder = code.containers.before(token.start) if context.listed else ""
    if container < 0 and context.listed:
        holder = set_on_line(code.text, token.start) or holder
        if code.source.test:
            holder = parametrized(code.text, token.start) or holder
    identity = identify(written, context, code, holder, token.start)
    place = place_of(context, container, named=MODEL_WORD.search(context.name) is not None)
    if identity is None:
        if (
            "/" in written
            and not NO_USE.search(context.callee)
            and not DATA_WORD.search(context.name + holder)
        ):
            neighbors.wait(token, place)
        return
    if container >= 0 and LEGACY.fullmatch(written):
        neighbors.join(token, identity, container)
        return
    neighbors.know(identity, place)
    if context.sought:
        yield code.refer(identity, written, token.inner, "mention", identity.certainty)
        return
    doubtful = context.compared or context.key or NO_USE.search(context.callee) or _VOCABULARY.search(holder)
    yield code.refer(identity, written, token.inner, "load", "likely" if doubtful else identity.certainty)


def _find_links(code: Piece) -> Iterator[Found]:
    """Links to the Hub in comments and docstrings, and addresses of files that the program fetches."""
    for start, url, found in read_links(code.source, code.text):
        mentioned = code.prose.holds(start)
        if mentioned or "/resolve/" in url:
            yield code.refer(found, url, start, "mention" if mentioned else "load", "exact")
