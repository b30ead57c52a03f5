"""Says quickly that a document follows its schema, so that jsonschema is loaded only to say where one does not.

Reading jsonschema takes longer than judging fifty models, and most documents are right. What this cannot tell
for certain (a keyword it does not know) it does not accept; jsonschema has the last word on all of that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sized
from typing import Any

Json = Any  # what jsonschema sees: mappings, lists, texts, booleans, nothing
Schema = Mapping[str, Json]
Rule = Callable[[Json, Json, "Conformity", Schema], bool]
_SAYS_NOTHING = frozenset(("$schema", "$id", "$comment", "$defs", "title", "description"))
_TYPES: dict[str, Callable[[Json], bool]] = {
    "object": lambda instance: isinstance(instance, dict),
    "array": lambda instance: isinstance(instance, list),
    "string": lambda instance: isinstance(instance, str),
    "boolean": lambda instance: isinstance(instance, bool),
    "null": lambda instance: instance is None,
}


class _UnknownError(Exception):
    """A keyword or a reference that nobody here can read."""


class Conformity:
    """One schema, asked about instances made of mappings, lists, texts, booleans and nothing."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def accepts(self, instance: Json) -> bool:
        """Whether the schema certainly accepts the instance."""
        try:
            return self.follows(instance, self._schema)
        except _UnknownError:
            return False

    def follows(self, instance: Json, schema: Json) -> bool:
        """The same of a part of both; raises where the schema says something unknown."""
        if not isinstance(schema, dict):
            return schema is True
        for keyword, value in schema.items():
            if keyword in _SAYS_NOTHING:
                continue
            rule = _RULES.get(keyword)
            if rule is None:
                raise _UnknownError
            if not rule(value, instance, self, schema):
                return False
        return True

    def definition(self, reference: str) -> Json:
        """What `#/$defs/name` stands for."""
        part: Json = self._schema
        first, *steps = reference.split("/")
        for step in steps:
            part = part.get(step) if isinstance(part, dict) else None
        if first != "#" or part is None:
            raise _UnknownError
        return part


def _is_type(value: Json, instance: Json, _: Conformity, __: Schema) -> bool:
    names = value if isinstance(value, list) else [value]
    return any(name in _TYPES and _TYPES[name](instance) for name in names)


def _has_right_properties(value: Json, instance: Json, whole: Conformity, _: Schema) -> bool:
    if not isinstance(instance, dict):
        return True
    return all(whole.follows(instance[name], schema) for name, schema in value.items() if name in instance)


def _has_right_patterns(value: Json, instance: Json, whole: Conformity, _: Schema) -> bool:
    if not isinstance(instance, dict):
        return True
    return all(
        whole.follows(inner, schema)
        for pattern, schema in value.items()
        for name, inner in instance.items()
        if re.search(pattern, name)
    )


def _has_right_others(value: Json, instance: Json, whole: Conformity, schema: Schema) -> bool:
    if not isinstance(instance, dict):
        return True
    known = schema.get("properties", {})
    patterns = schema.get("patternProperties", {})
    return all(
        whole.follows(inner, value)
        for name, inner in instance.items()
        if name not in known and not any(re.search(pattern, name) for pattern in patterns)
    )


def _is_any(value: Json, instance: Json, whole: Conformity, _: Schema) -> bool:
    return any(whole.follows(instance, schema) for schema in value)


def _is_one(value: Json, instance: Json, whole: Conformity, _: Schema) -> bool:
    return sum(whole.follows(instance, schema) for schema in value) == 1


def _length(kind: type[Sized], compare: Callable[[int, int], bool]) -> Rule:
    return lambda value, instance, _, __: not isinstance(instance, kind) or compare(len(instance), value)


_RULES: dict[str, Rule] = {
    "$ref": lambda value, instance, whole, _: whole.follows(instance, whole.definition(value)),
    "additionalProperties": _has_right_others,
    "anyOf": _is_any,
    "enum": lambda value, instance, _, __: isinstance(instance, str) and instance in value,
    "items": lambda value, instance, whole, _: (
        not isinstance(instance, list) or all(whole.follows(item, value) for item in instance)
    ),
    "maxLength": _length(str, int.__le__),
    "minItems": _length(list, int.__ge__),
    "minLength": _length(str, int.__ge__),
    "minProperties": _length(dict, int.__ge__),
    "oneOf": _is_one,
    "pattern": lambda value, instance, _, __: (
        not isinstance(instance, str) or re.search(value, instance) is not None
    ),
    "patternProperties": _has_right_patterns,
    "properties": _has_right_properties,
    "required": lambda value, instance, _, __: (
        not isinstance(instance, dict) or all(name in instance for name in value)
    ),
    "type": _is_type,
}
