"""The tables beside the editions, read from YAML into the values that the index holds."""

from __future__ import annotations

from typing import Any, get_args

from license_gate.catalog.fields import Fields
from license_gate.catalog.links import fold_link, unpinned
from license_gate.catalog.names import fold
from license_gate.domain.facts import FactKind, FactType
from license_gate.domain.license import Cell, Kind
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence

FACT_KEYS = (
    "kind", "values", "of", "money", "unit", "owner", "asked", "means", "ask", "bounded_by", "derived", "from",
    "strict", "refuses_empty",
)  # fmt: skip
KIND_KEYS = ("code", "title", "theme", "effect", "unknown", "level", "judged", "column", "unmet", "means")
MODEL_KEYS = (
    "ids", "edition", "license", "earlier", "families", "modalities", "released", "bases", "root",
    "open_training", "despite", "source",
)  # fmt: skip
LISTS = ("licenses", "licensors", "families", "kinds")


def plain(node: Node | None) -> Any:  # noqa: ANN401 (nested lists, dicts and texts)
    """A node as lists, dicts and texts."""
    if isinstance(node, Mapping):
        return {pair.key.text: plain(pair.value) for pair in node.pairs}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else {}


def entries(root: Node, key: str) -> dict[str, Mapping]:
    """The named entries under one top key."""
    table = root.get(key) if isinstance(root, Mapping) else None
    pairs = table.pairs if isinstance(table, Mapping) else ()
    return {pair.key.text: pair.value for pair in pairs if isinstance(pair.value, Mapping)}


def read_facts(root: Node, problems: list[Problem]) -> dict[str, FactType]:
    """facts.yaml."""
    facts = {name: _fact(name, node, problems) for name, node in entries(root, "facts").items()}
    problems.extend(
        Problem(root.place, f"fact {name}: bounded_by names {larger}, which is no fact")
        for name, fact in facts.items()
        for larger in fact.bounded_by
        if larger not in facts
    )
    return facts


def _fact(name: str, node: Mapping, problems: list[Problem]) -> FactType:
    fields = Fields(node, f"fact {name}", FACT_KEYS, problems)
    return FactType(
        name=name,
        kind=fields.choice("kind", get_args(FactKind)),  # type: ignore[arg-type]
        owner=fields.text("owner", required=True),
        means=fields.text("means", required=True),
        ask=fields.text("ask"),
        asked=fields.choice("asked", ("always", "when-named", "once", "never")),  # type: ignore[arg-type]
        values=fields.texts("values"),
        of=fields.choice("of", LISTS, required=False),
        money=fields.flag("money"),
        unit=fields.text("unit"),
        bounded_by=fields.texts("bounded_by"),
        derived=fields.choice("derived", ("identity", "default"), required=False),  # type: ignore[arg-type]
        strict=fields.texts("strict"),
        refuses_empty=fields.flag("refuses_empty"),
    )


def read_kinds(root: Node, columns: frozenset[str], problems: list[Problem]) -> dict[str, Kind]:
    """clauses.yaml."""
    kinds = {name: _kind(name, node, columns, problems) for name, node in entries(root, "kinds").items()}
    codes = [kind.code for kind in kinds.values()]
    problems.extend(
        Problem(root.place, f"code {code} is given to two kinds")
        for code in sorted(set(codes))
        if codes.count(code) > 1
    )
    return kinds


def _kind(name: str, node: Mapping, columns: frozenset[str], problems: list[Problem]) -> Kind:
    fields = Fields(node, f"kind {name}", KIND_KEYS, problems)
    unknown = ("undecided", "duty", "attest", "standing", "none")
    effects = ("prohibits", "withholds", "ends", "requires", "permits", "reserves", "defines", "disclaims")
    return Kind(
        id=name,
        code=fields.text("code", required=True),
        title=fields.text("title", required=True),
        theme=fields.text("theme", required=True),
        effect=fields.choice("effect", effects),  # type: ignore[arg-type]
        unknown=fields.choice("unknown", unknown),  # type: ignore[arg-type]
        level=fields.choice("level", ("note", "warn", "fail")),  # type: ignore[arg-type]
        judged=fields.choice("judged", ("facts", "repository", "both", "none")),  # type: ignore[arg-type]
        column=fields.choice("column", columns, required=False),
        means=fields.text("means", required=True),
        unmet=fields.choice("unmet", ("prohibited", "obligations"), required=False) or "prohibited",  # type: ignore[arg-type]
    )


def read_relations(root: Node, problems: list[Problem]) -> dict[str, Any]:
    """inheritance.yaml: {"columns", "relations", "aliases"}; every row has every column."""
    columns = plain(root.get("columns")) if isinstance(root, Mapping) else {}
    relations: dict[str, Any] = {}
    aliases: dict[str, str] = {}
    for name, node in entries(root, "relations").items():
        fields = Fields(node, f"relation {name}", ("means", "aliases", "basis", "cells", "because"), problems)
        cells = plain(node.get("cells"))
        for column in columns:
            if cells.get(column) not in get_args(Cell):
                fields.report(node.place, f"cells: {column} is not one of {', '.join(get_args(Cell))}")
        relations[name] = {
            "means": fields.text("means", required=True),
            "basis": fields.text("basis", required=True),
            "because": plain(node.get("because")),
            "cells": cells,
        }
        for alias in (name, *fields.texts("aliases")):
            if aliases.setdefault(alias, name) != name:
                fields.report(node.place, f"alias {alias!r} belongs to {aliases[alias]} already")
    return {"columns": sorted(columns), "relations": relations, "aliases": aliases}


def read_models(root: Node, known: dict[str, Any], problems: list[Problem]) -> dict[str, Any]:
    """models.yaml: {"models": folded pattern -> [pattern, group], "groups": [...], "providers"}.

    `known` holds the ids that entries may name: editions, licenses (known by name too), families, relations.
    """
    listed = root.get("models") if isinstance(root, Mapping) else None
    patterns: dict[str, list[Any]] = {}
    groups: list[list[Any]] = []
    for node in listed.items if isinstance(listed, Sequence) else ():
        if not isinstance(node, Mapping):
            problems.append(Problem(node.place, "a model is written as a mapping"))
            continue
        fields = Fields(node, "model", MODEL_KEYS, problems)
        groups.append(_group(fields, known))
        for pattern in fields.texts("ids"):
            if pattern.lower() in patterns:
                fields.report(node.place, f"{pattern} is listed twice")
            patterns[pattern.lower()] = [pattern, len(groups) - 1]
    return {"models": patterns, "groups": groups, "providers": _providers(root, known, problems)}


def _providers(root: Node, known: dict[str, Any], problems: list[Problem]) -> dict[str, list[str]]:
    """Prefix of a reference -> [name, terms]; terms may be known by name only, '' = not at all."""
    found: dict[str, list[str]] = {}
    for prefix, node in entries(root, "providers").items():
        fields = Fields(node, f"provider {prefix}", ("name", "terms"), problems)
        terms = fields.choice("terms", sorted(known["licenses"]), required=False)
        found[prefix] = [fields.text("name", required=True), terms]
    return found


def _group(fields: Fields, known: dict[str, Any]) -> list[Any]:
    """The row of one entry, in the order of KnownModel without its pattern."""
    edition, families = fields.choice("edition", known["editions"], required=False), fields.texts("families")
    for family in families:
        if family not in known["families"]:
            fields.report(fields.place("families"), f"families: unknown {family!r}")
    bases = plain(fields.node.get("bases")) or []
    for base in bases:
        if base.get("relation") not in known["relations"]:
            fields.report(fields.place("bases"), f"bases: unknown relation {base.get('relation')!r}")
    text = fields.text("license")
    if bool(edition) == bool(text):
        fields.report(fields.node.place, "write either edition: or license:")
    edges = [[base.get("model"), base.get("relation")] for base in bases]
    source = fields.text("source", required=True)
    earlier = [[each.get("until"), each.get("license")] for each in plain(fields.node.get("earlier")) or []]
    if any(len(until or "") != len("2024-05-30") or not text for until, text in earlier) or earlier != sorted(
        earlier
    ):
        fields.report(
            fields.place("earlier"), "earlier: a list of {until: DATE, license: NAME}, the oldest first"
        )
    return [
        edition,
        list(families),
        list(fields.texts("modalities")),
        fields.text("released"),
        edges,
        fields.flag("root"),
        source,
        text,
        fields.flag("open_training"),
        earlier,
    ]


def read_currencies(root: Node, problems: list[Problem]) -> dict[str, dict[str, list[float]]]:
    """currencies.yaml: currency -> year (0 for `other`) -> [lowest, highest] US dollars per unit."""
    table: dict[str, dict[str, list[float]]] = {}
    for currency, node in entries(root, "currencies").items():
        years = {("0" if year == "other" else year): pair for year, pair in plain(node).items()}
        table[currency] = {year: [float(end) for end in pair] for year, pair in years.items()}
        if any(not 0 < low < high for low, high in table[currency].values()):
            problems.append(Problem(node.place, f"{currency}: the lowest rate comes first"))
    return table


def read_names(root: Node) -> dict[str, Any]:
    """names.yaml: {"unknown": [folded], "several", "links": {folded: [ids]}, "also", "unread": {id: {name, names}}}."""
    several = {fold(name): plain(node.get("means")) for name, node in entries(root, "several").items()}
    links = {_address(name): plain(node.get("means")) for name, node in entries(root, "links").items()}
    unread = {name: plain(node) for name, node in entries(root, "unread").items()}
    unknown = plain(root.get("unknown")) if isinstance(root, Mapping) else []
    also = plain(root.get("also")) if isinstance(root, Mapping) else {}
    return {
        "unknown": list(map(fold, unknown)),
        "several": several,
        "links": links,
        "also": also,
        "unread": unread,
    }


def _address(written: str) -> str:
    """An address without its branch; a plain file name as it is."""
    return unpinned(fold_link(written)) or fold(written)
