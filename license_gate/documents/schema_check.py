"""The second net: a document that the readers accept must also follow its published schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from license_gate.documents.conforming import Conformity
from license_gate.documents.reading import is_blank
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Mapping, Node, Sequence
from license_gate.hashing import sha256

BOOLEANS = {"true": True, "false": False}


class Memory(Protocol):
    """Remembers which documents followed their schema; one that cannot write remembers nothing."""

    def load(self, digest: str) -> bool:
        """Whether this digest was saved."""

    def save(self, digest: str) -> None:
        """Remember this digest."""


def check_schema(
    data: bytes, root: Node, schema: bytes, name: str, problems: list[Problem], memory: Memory | None = None
) -> None:
    """Report where a document does not follow its schema.

    Args:
        data: the document's bytes, of which the verdict is remembered.
        root: its tree; call this only for documents in which the readers found nothing.
        schema: the text of the schema.
        name: the schema's file, for messages. These never repeat a value.
        problems: receives one problem per place.
        memory: remembers documents that were found right, so that jsonschema is loaded only for new ones.
    """
    digest = _digest(data, schema)
    if memory is not None and memory.load(digest):
        return
    found = _violations(root, schema, name)
    problems.extend(found)
    if memory is not None and not found:
        memory.save(digest)


def to_instance(node: Node) -> Any:  # noqa: ANN401 - JSON
    """What a schema sees: plain true and false as booleans, nothing as null, every other scalar as text."""
    if isinstance(node, Mapping):
        return {pair.key.text: to_instance(pair.value) for pair in node.pairs}
    if isinstance(node, Sequence):
        return [to_instance(item) for item in node.items]
    if is_blank(node):
        return None
    return node.text if node.quoted else BOOLEANS.get(node.text, node.text)


def place_of(root: Node, path: Iterable[str | int]) -> Place:
    """Where a JSON path ends in the document, or the last step of it that is written."""
    node = root
    for step in path:
        inner: Node | None = None
        if isinstance(node, Mapping):
            inner = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            inner = node.items[step]
        if inner is None:
            break
        node = inner
    return node.place


def _digest(data: bytes, schema: bytes) -> str:
    return sha256(sha256(schema).digest() + data).hexdigest()


def _violations(root: Node, schema: bytes, name: str) -> list[Problem]:
    import json

    rules, instance = json.loads(schema), to_instance(root)
    if Conformity(rules).accepts(instance):
        return []
    import jsonschema

    places: dict[Place, str] = {}
    for error in jsonschema.Draft202012Validator(rules).iter_errors(instance):
        deepest = _deepest(error)
        places.setdefault(place_of(root, deepest.absolute_path), str(deepest.validator))
    return [
        Problem(place, f"this does not follow {name} (its '{keyword}')") for place, keyword in places.items()
    ]


def _deepest(error: Any) -> Any:  # noqa: ANN401 - jsonschema's errors, imported only where they arise
    """The error that lies deepest under an `anyOf`: the form that the author most likely meant."""
    while error.context:
        error = max(error.context, key=lambda inner: len(inner.absolute_path))
    return error
