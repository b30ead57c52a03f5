"""The small pieces that the schemas of scripts/write_schemas.py are made of.

Every scalar of a document reaches the schema as text (plain true and false as booleans, nothing as null);
a number is allowed beside it because an editor reads YAML by its own types.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from license_gate.documents.reading import LONGEST_NAME

Schema = dict[str, Any]


def section(
    description: str, properties: Mapping[str, Any], required: Iterable[str] = (), **more: object
) -> Schema:
    """A mapping with these keys and no others."""
    schema: Schema = {"description": description, "type": "object", "additionalProperties": False}
    if needed := list(required):
        schema["required"] = needed
    return {**schema, "properties": properties, **more}


def text(description: str) -> Schema:
    """Free text."""
    return {"description": description, "type": ["string", "number"], "minLength": 1}


def name(description: str) -> Schema:
    """One line."""
    return {**text(description), "maxLength": LONGEST_NAME, "pattern": r"^\S(.*\S)?$"}


def flag(description: str) -> Schema:
    """True or false."""
    return {"description": description, "type": "boolean"}


def day(description: str) -> Schema:
    """A calendar day."""
    return {"description": description, "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def whole(description: str, pattern: str = r"^(0|[1-9]\d{0,3})$") -> Schema:
    """A small whole number."""
    return {"description": description, "type": ["string", "integer"], "pattern": pattern}


def word(description: str, words: Iterable[str]) -> Schema:
    """One of a few words."""
    return {"description": description, "enum": list(words)}


def version() -> Schema:
    """`version: 1`."""
    return {"description": "The version of this document's format: 1.", "enum": ["1", 1]}


def one_or_more(description: str, item: Schema) -> Schema:
    """A list that is not empty, or one item without brackets."""
    items = {key: value for key, value in item.items() if key != "description"}
    return {"description": description, "anyOf": [items, {"type": "array", "minItems": 1, "items": items}]}


def names(description: str) -> Schema:
    """One name, or a list of names."""
    return one_or_more(description, name(""))


def choices(description: str, words: Iterable[str]) -> Schema:
    """One known word, or a list of them."""
    return one_or_more(description, {"enum": list(words)})


def entries(description: str, item: Schema) -> Schema:
    """A list of mappings; nothing after the colon is an empty list."""
    return {"description": description, "type": ["array", "null"], "items": item}


def named_entries(description: str, item: Schema, **more: object) -> Schema:
    """A mapping from names of the author's choice; nothing after the colon is an empty one."""
    return {"description": description, "type": ["object", "null"], "additionalProperties": item, **more}
