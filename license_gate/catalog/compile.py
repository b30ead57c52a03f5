"""The catalog's YAML -> the compiled JSON that `lookup` reads. Pure: nodes in, texts of files out."""

from __future__ import annotations

import json
from collections.abc import Mapping as Map
from typing import Any

from license_gate.catalog.edition import read_edition, text_hashes
from license_gate.catalog.links import fold_link, pins, unpinned
from license_gate.catalog.names import fold
from license_gate.catalog.pack import pack_edition
from license_gate.catalog.tables import (
    entries,
    plain,
    read_currencies,
    read_facts,
    read_kinds,
    read_models,
    read_names,
    read_relations,
)
from license_gate.domain.license import Edition
from license_gate.domain.place import NOWHERE, Problem
from license_gate.domain.tree import Mapping, Node
from license_gate.domain.vocabulary import Vocabulary
from license_gate.hashing import sha256

TABLES = ("clauses", "currencies", "facts", "families", "inheritance", "licensors", "models", "names")


def compile_catalog(
    tables: Map[str, Node], licenses: Map[str, Node], problems: list[Problem]
) -> dict[str, str]:
    """All files of the compiled catalog, name -> text.

    Args:
        tables: the nodes of `TABLES`, by name.
        licenses: the nodes of licenses/*.yaml, by the id that the file name says.
        problems: receives everything that is wrong; the result is only worth writing when it stays empty.
    """
    names = read_names(tables["names"])
    words = read_vocabulary(tables, frozenset((*licenses, *names["unread"])), problems)
    editions = _editions(licenses, words, problems)
    hashes = {
        sha: name for name, node in licenses.items() if isinstance(node, Mapping) for sha in text_hashes(node)
    }
    relations = read_relations(tables["inheritance"], [])
    known = {
        "editions": sorted(editions),
        "licenses": words.editions,
        "families": words.families,
        "relations": words.relations,
    }
    index: dict[str, Any] = {
        "facts": [list(fact) for fact in words.facts.values()],
        "kinds": [list(kind) for kind in words.kinds.values()],
        "columns": relations["columns"],
        "relations": relations["relations"],
        "aliases": relations["aliases"],
        "licensors": dict(words.licensors),
        "contacts": _contacts(tables["licensors"]),
        "families": dict(words.families),
        "editions": {name: _summary(edition) for name, edition in sorted(editions.items())},
        "unread": {
            name: [entry["name"], entry.get("missing", "")] for name, entry in names["unread"].items()
        },
        "names": _names(editions, names, problems),
        "links": _links(editions, names, problems),
        "texts": hashes,
        **read_models(tables["models"], known, problems),
        "currencies": read_currencies(tables["currencies"], problems),
    }
    files = {f"{name}.json": _dump(pack_edition(edition)) for name, edition in editions.items()}
    index["version"] = _version(editions, index, files)
    return {"index.json": _dump(index), **files}


def read_vocabulary(tables: Map[str, Node], editions: frozenset[str], problems: list[Problem]) -> Vocabulary:
    """The ids that editions may use."""
    relations = read_relations(tables["inheritance"], problems)
    columns = frozenset(relations["columns"])
    return Vocabulary(
        facts=read_facts(tables["facts"], problems),
        kinds=read_kinds(tables["clauses"], columns, problems),
        editions=editions,
        licensors={
            name: plain(node.get("name")) for name, node in entries(tables["licensors"], "licensors").items()
        },
        families=_families(tables["families"]),
        relations=relations["aliases"],
        columns=columns,
    )


def _families(root: Node) -> dict[str, str]:
    found: dict[str, str] = plain(root.get("families")) if isinstance(root, Mapping) else {}
    return found


def _contacts(root: Node) -> dict[str, str]:
    urls = {name: plain(node.get("url")) for name, node in entries(root, "licensors").items()}
    return {name: url for name, url in urls.items() if url}


def _editions(licenses: Map[str, Node], words: Vocabulary, problems: list[Problem]) -> dict[str, Edition]:
    editions = {}
    for name, node in sorted(licenses.items()):
        edition = read_edition(node, "catalog", words, problems)
        if edition is None:
            continue
        if edition.id != name:
            problems.append(
                Problem(node.place, f"license: the file is named {name}, the id is {edition.id!r}")
            )
        editions[name] = edition
    return editions


def _summary(edition: Edition) -> list[Any]:
    """The row of one edition, in the order of `lookup.Summary` without id and source."""
    ids = [clause.id for clause in edition.clauses]
    return [
        edition.name, edition.short, edition.licensor, edition.category, edition.date, edition.verified,
        edition.spdx, ids,
    ]  # fmt: skip


def _names(
    editions: dict[str, Edition], names: dict[str, Any], problems: list[Problem]
) -> dict[str, list[str]]:
    """Folded name -> the editions it may mean; a name of two editions must be listed under `several`."""
    index: dict[str, list[str]] = {}

    def add(written: str, name: str) -> None:
        meant = index.setdefault(fold(written), [name])
        if meant != [name] and fold(written) not in names["several"]:
            problems.append(
                Problem(NOWHERE, f"the name {written!r} means {meant[0]} and {name}: see names.yaml")
            )

    for edition in editions.values():
        # ID@DATE names one text for certain, also where its id is the name of several.
        dated = f"{edition.id}@{edition.date}" if edition.date else ""
        for written in (edition.id, edition.name, edition.short, dated, *edition.names):
            if written:
                add(written, edition.id)
    for name, entry in names["unread"].items():
        for written in (name, entry["name"], *entry.get("names", ())):
            add(written, name)
    for name, more in names["also"].items():
        for written in more:
            add(written, name)
    index.update({name: list(meant) for name, meant in names["several"].items()})
    index.update({name: [] for name in names["unknown"]})
    known = {*editions, *names["unread"]}
    lost = sorted({one for meant in index.values() for one in meant} - known)
    problems.extend(
        Problem(NOWHERE, f"names.yaml: {one!r} is neither an edition nor listed as unread") for one in lost
    )
    return index


def _links(
    editions: dict[str, Edition], names: dict[str, Any], problems: list[Problem]
) -> dict[str, list[str]]:
    """Folded address -> the editions whose text lies, or once lay, there."""
    index: dict[str, list[str]] = {}
    for edition in editions.values():
        for link in map(fold_link, edition.urls):
            for key in dict.fromkeys((unpinned(link), link) if pins(link) else (unpinned(link),)):
                if edition.id not in index.setdefault(key, []):
                    index[key].append(edition.id)
    index.update(names["links"])
    known = {*editions, *names["unread"]}
    lost = sorted({one for meant in index.values() for one in meant} - known)
    problems.extend(Problem(NOWHERE, f"names.yaml: links name {one!r}, which is no edition") for one in lost)
    return index


def _version(editions: dict[str, Edition], index: dict[str, Any], files: dict[str, str]) -> str:
    """The day of the newest review and the first digits of a hash of everything."""
    digest = sha256(_dump(index).encode())
    for name, text in sorted(files.items()):
        digest.update(f"{name}\n{text}".encode())
    newest = max((edition.reviewed_on for edition in editions.values()), default="")
    return f"{newest}-{digest.hexdigest()[:8]}"


def _dump(value: dict[str, Any]) -> str:
    """JSON with one line per entry of the top two levels: quick to read, and a change shows as a line."""
    lines = [f"{_compact(name)}: {_block(part)}" for name, part in sorted(value.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _block(value: Any) -> str:  # noqa: ANN401 (JSON)
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f" {_compact(k)}: {_compact(v)}" for k, v in sorted(value.items())) + "\n}"
    if isinstance(value, list) and any(isinstance(item, (list, dict)) for item in value):
        return "[\n" + ",\n".join(f" {_compact(item)}" for item in value) + "\n]"
    return _compact(value)


def _compact(value: Any) -> str:  # noqa: ANN401 (JSON)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
