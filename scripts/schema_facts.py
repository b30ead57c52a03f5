"""The definitions of facts: each with its question as the editor's help, the forms of its value shared."""

from __future__ import annotations

from collections.abc import Collection

from license_gate.conditions.numbers import LONGEST
from license_gate.domain.facts import FactType
from license_gate.domain.vocabulary import Vocabulary
from scripts import schema_parts as part
from scripts.schema_parts import Schema

_POINT = r"\d{4}(-(0[1-9]|1[0-2]))?"
PERIOD = rf"^({_POINT}|{_POINT}\.\.({_POINT})?|\.\.{_POINT})$"
OPEN_SETS = ("licenses", "licensors", "families")  # an organization's own licenses may add to them
_PLAIN = {"bool": "flag", "date": "day", "text": "line"}


def definitions(words: Vocabulary, scopes: Collection[str]) -> Schema:
    """`$defs` for all facts of some scopes: `facts/NAME`, and the forms that they refer to."""
    kinds = [kind for kind in words.facts.values() if kind.scope in scopes]
    values = {kind.name: _value(kind, words) for kind in kinds if _has_own_words(kind)}
    return {
        "by": part.name("Who recorded it."),
        "on": part.day("When it was recorded."),
        "flag": {"type": "boolean"},
        "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        "line": part.name("One line."),
        "quantity": {"type": ["string", "number"], "pattern": r"\d", "maxLength": LONGEST},
        "count": _over_time("<5M"),
        "money": _over_time("<USD 10M"),
        "values": values,
        "facts": {kind.name: _fact(kind) for kind in kinds},
    }


def _has_own_words(kind: FactType) -> bool:
    return kind.kind in ("enum", "set", "countries")


def _fact(kind: FactType) -> Schema:
    help_text = " ".join(sentence for sentence in (kind.means, kind.ask) if sentence)
    if kind.timed:
        return {"description": help_text, "$ref": f"#/$defs/{'money' if kind.money else 'count'}"}
    name = f"values/{kind.name}" if _has_own_words(kind) else _PLAIN[kind.kind]
    return {"description": help_text, "anyOf": [{"$ref": f"#/$defs/{name}"}, _signed(name)]}


def _signed(value: str) -> Schema:
    properties = {
        "value": {"description": "The value itself.", "$ref": f"#/$defs/{value}"},
        "by": {"$ref": "#/$defs/by"},
        "on": {"$ref": "#/$defs/on"},
    }
    return part.section("The value with who recorded it and when.", properties, ["value"])


def _over_time(example: str) -> Schema:
    by_period = {
        "description": "One value per period: 2025, 2026-05, 2024-01..2026-06, 2026-01.. or ..2025.",
        "type": "object",
        "additionalProperties": False,
        "patternProperties": {PERIOD: {"anyOf": [{"$ref": "#/$defs/quantity"}, _signed("quantity")]}},
    }
    bound = {
        "description": f'An upper bound that always holds, such as "{example}".',
        "type": "string",
        "pattern": "<",
        "maxLength": LONGEST,
    }
    return {"anyOf": [bound, by_period, _signed("quantity")]}


def _value(kind: FactType, words: Vocabulary) -> Schema:
    known = () if kind.of in OPEN_SETS else words.values_of(kind)
    if kind.kind == "countries":
        item: Schema = {"type": "string", "pattern": "^[A-Z]{2,3}$"}
    else:
        item = {"enum": list(known)} if known else {"$ref": "#/$defs/line"}
    return item if kind.kind == "enum" else _set(kind, item)


def _set(kind: FactType, item: Schema) -> Schema:
    complete: Schema = {"description": "A complete list.", "type": "array", "items": item}
    if kind.refuses_empty:
        complete["minItems"] = 1
    properties = {
        "includes": part.one_or_more("Known to be in it.", item),
        "excludes": part.one_or_more("Known not to be in it.", item),
    }
    forms = [complete, part.section("What is known of it, in part.", properties, minProperties=1)]
    if kind.asked == "once":
        listed = {
            "description": "The version of the catalog's list that this answers, such as 2026-11.",
            "type": "string",
            "pattern": r"^\d{4}-(0[1-9]|1[0-2])$",
        }
        answered = {"description": "Those that apply; [] = none.", "anyOf": list(forms)}
        keys = {"answered": answered, "list": listed}
        forms.append(part.section("An answer to one version of the list.", keys, list(keys)))
    return {"anyOf": forms}
