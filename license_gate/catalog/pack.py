"""Editions as compact JSON values and back; what `compile` writes and `lookup` reads."""

from __future__ import annotations

from typing import Any, cast

from license_gate.domain.condition import EVERY, Condition, Group, Leaf, Operand, Readings, Unclear
from license_gate.domain.license import Clause, Edition, Inherits, Parameter
from license_gate.domain.quantity import Amount

Json = Any  # a JSON value: json gives no better type

_TUPLES = frozenset({"urls", "silent_on", "notes", "names"})


def pack_condition(condition: Condition) -> Json:
    """A leaf is a list, everything else an object: {"all": [...]}, {"unclear": ..., "when": ...}."""
    if isinstance(condition, Leaf):
        leaf = [condition.fact, condition.operator, _pack_operand(condition.value)]
        return [*leaf, condition.at] if condition.at else leaf
    if isinstance(condition, Unclear):
        return {"unclear": condition.text, "when": pack_condition(condition.when)}
    if isinstance(condition, Readings):
        return {"readings": [pack_condition(part) for part in condition.parts]}
    groups = {"all": condition.all, "any": condition.any, "none": condition.none}
    return {name: [pack_condition(part) for part in parts] for name, parts in groups.items() if parts}


def unpack_condition(value: Json) -> Condition:
    """The condition that `pack_condition` wrote."""
    if isinstance(value, list):
        return Leaf(value[0], value[1], _unpack_operand(value[2]), value[3] if len(value) > 3 else "")
    if "unclear" in value:
        return Unclear(value["unclear"], unpack_condition(value["when"]))
    if "readings" in value:
        return Readings(tuple(map(unpack_condition, value["readings"])))
    return Group(*(tuple(map(unpack_condition, value.get(name, ()))) for name in Group._fields))


def _pack_operand(value: Operand) -> Json:
    if isinstance(value, Amount):
        return {"number": value.number, "currency": value.currency}
    return list(value) if isinstance(value, tuple) else value


def _unpack_operand(value: Json) -> Operand:
    if isinstance(value, dict):
        return Amount(value["number"], value["currency"])
    return tuple(value) if isinstance(value, list) else cast("Operand", value)


def pack_edition(edition: Edition) -> dict[str, Json]:
    """An edition as a JSON object; fields that say nothing are left out."""
    packed = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in zip(Edition._fields, edition, strict=True)
        if name not in ("clauses", "source") and value != Edition._field_defaults.get(name)
    }
    packed["clauses"] = [_pack_clause(clause) for clause in edition.clauses]
    return packed


def unpack_edition(packed: dict[str, Json]) -> Edition:
    """The edition that `pack_edition` wrote."""
    fields: Json = {name: tuple(value) if name in _TUPLES else value for name, value in packed.items()}
    fields["clauses"] = tuple(map(_unpack_clause, packed["clauses"]))
    return Edition(**fields)


def _pack_clause(clause: Clause) -> dict[str, Json]:
    packed: dict[str, Json] = {
        name: value
        for name, value in zip(Clause._fields, clause, strict=True)
        if value != Clause._field_defaults.get(name)
    }
    if "when" in packed:
        packed["when"] = pack_condition(clause.when)
    if clause.met is not None:
        packed["met"] = pack_condition(clause.met)
    if isinstance(clause.inherits, tuple):
        packed["inherits"] = [list(pair) for pair in clause.inherits]
    if clause.parameters:
        packed["parameters"] = [[name, value] for name, value in clause.parameters]
    return packed


def _unpack_clause(packed: dict[str, Json]) -> Clause:
    when, met = packed.get("when"), packed.get("met")
    plain = {
        name: value
        for name, value in packed.items()
        if name not in ("when", "met", "lifts", "inherits", "parameters")
    }
    return Clause(
        **plain,
        when=EVERY if when is None else unpack_condition(when),
        met=None if met is None else unpack_condition(met),
        lifts=tuple(packed.get("lifts", ())),
        inherits=_unpack_inherits(packed.get("inherits")),
        parameters=tuple((name, _unpack_parameter(value)) for name, value in packed.get("parameters", ())),
    )


def _unpack_inherits(value: Json) -> Inherits:
    return tuple((relation, said) for relation, said in value) if isinstance(value, list) else value


def _unpack_parameter(value: Json) -> Parameter:
    return tuple(value) if isinstance(value, list) else cast("str", value)
