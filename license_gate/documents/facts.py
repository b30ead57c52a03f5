"""facts.yaml, and the `facts:` that other documents hold: nested or dotted names -> records."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from license_gate.documents.fact_values import COMMA, is_rest_of_number, read_fact
from license_gate.documents.reading import is_blank, read_flag, read_mapping
from license_gate.documents.version import check_version
from license_gate.documents.wording import Notes
from license_gate.domain.facts import Entry, RecordedFacts
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping, Node, Pair
from license_gate.domain.vocabulary import Vocabulary

FACTS_KEYS = ("version", "confidential")
_NEAR = ("product", "use", "output", "distribution")
_FAR = ("organization", "consolidated", "group")


class Stand(NamedTuple):
    """Where facts may stand: the scopes that are allowed there, and the one that bare names mean."""

    where: str
    scopes: tuple[str, ...]
    bare: str = ""


FACTS_FILE = Stand("facts.yaml", (*_FAR, *_NEAR))
PRODUCT = Stand("a product", _NEAR, bare="product")
DECLARATION = Stand("a model of models.yaml", (*_NEAR, "model", "target"))
BASE = Stand("a base", ("model",), bare="model")
TARGET = Stand("a target", ("target",), bare="target")
ANYWHERE = Stand("a policy", (*_FAR, *_NEAR, "model", "target", "lineage"))

_HOME = {
    **dict.fromkeys(_FAR, "facts.yaml"),
    **dict.fromkeys(_NEAR, "facts.yaml, a product or a model of models.yaml"),
    "model": "a model or a base of models.yaml",
    "target": "an entry of 'targets:' or a model of models.yaml",
}


def read_facts(
    root: Node,
    file: str,
    words: Vocabulary,
    problems: list[Problem],
    confidential: bool | None = None,  # noqa: FBT001 - None is a third answer
) -> RecordedFacts:
    """Read a facts.yaml.

    Args:
        root: its tree, composed with `quiet=True` so that no message repeats a value.
        file: its name in places.
        words: the vocabulary.
        problems: receives everything that is wrong.
        confidential: True for text that came from the environment; None: as the document says.
    """
    declared = root.get("confidential") if isinstance(root, Mapping) else None
    # A `confidential:` that is anything but a plain false keeps every message quiet.
    quiet = bool(confidential) or (declared is not None and getattr(declared, "text", "") != "false")
    notes = Notes(problems, quiet=quiet)
    mapping = read_mapping(root, "facts.yaml", notes)
    if mapping is None:
        return RecordedFacts((), quiet, file)
    check_version(mapping, "facts.yaml", notes)
    if declared is not None:
        read_flag(declared, "confidential", notes)
    pairs = [pair for pair in mapping.pairs if pair.key.text not in FACTS_KEYS]
    entries = tuple(_entries(pairs, FACTS_FILE, words, notes))
    return RecordedFacts(entries, quiet, file)


def read_entries(node: Node | None, stand: Stand, words: Vocabulary, notes: Notes) -> tuple[Entry, ...]:
    """Read the value of a `facts:` key."""
    if node is None or is_blank(node):
        return ()
    mapping = read_mapping(node, "facts", notes)
    return tuple(_entries(mapping.pairs, stand, words, notes)) if mapping else ()


def _entries(pairs: Iterable[Pair], stand: Stand, words: Vocabulary, notes: Notes) -> Iterable[Entry]:
    scopes = {fact.scope for fact in words.facts.values()}
    for pair in pairs:
        name = pair.key.text
        if name in scopes:
            yield from _scope(name, pair, stand, words, notes)
        elif stand.bare and "." not in name:
            yield from _record(f"{stand.bare}.{name}", pair, stand, words, notes)
        else:
            yield from _record(name, pair, stand, words, notes)


def _scope(scope: str, pair: Pair, stand: Stand, words: Vocabulary, notes: Notes) -> Iterable[Entry]:
    """The facts nested under the name of their scope."""
    if is_blank(pair.value):
        return
    mapping = read_mapping(pair.value, scope, notes)
    for inner in mapping.pairs if mapping else ():
        yield from _record(f"{scope}.{inner.key.text}", inner, stand, words, notes)


def _record(name: str, pair: Pair, stand: Stand, words: Vocabulary, notes: Notes) -> tuple[Entry, ...]:
    fact = words.facts.get(name)
    if fact is None:
        _report_unknown(name, pair, stand, words, notes)
        return ()
    if fact.scope not in stand.scopes:
        home = _HOME.get(fact.scope)
        message = f"'{name}' cannot be recorded in {stand.where}"
        notes.add(pair.key.place, f"{message}: it belongs to {home}" if home else message)
        return ()
    if name == "use.acts" and fact.derived == "identity" and stand is not ANYWHERE:
        notes.add(pair.key.place, "'use.acts' is what 'uses:' of a product or model says: write it there")
        return ()
    return read_fact(fact, pair.key, pair.value, words, notes)


def _report_unknown(name: str, pair: Pair, stand: Stand, words: Vocabulary, notes: Notes) -> None:
    """Compare with full names and with what was written: `mau`, `group.mau`, `organisation.seat`."""
    if is_rest_of_number(pair.key):
        notes.add(pair.key.place, COMMA)
        return
    written = pair.key.text
    known = [fact for fact, kind in words.facts.items() if kind.scope in stand.scopes]
    if written == name:
        known += [scope for scope in stand.scopes if "." not in written]
        known += FACTS_KEYS if stand is FACTS_FILE and "." not in written else ()
    notes.unknown_key(pair.key.place, "fact", name, known)
