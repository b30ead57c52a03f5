"""The catalog at run time: compiled JSON in, domain types out. Nothing is read before somebody asks for it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from license_gate.catalog.links import fold_link, model_of, pins, unpinned
from license_gate.catalog.names import fold, read_expression
from license_gate.catalog.pack import unpack_edition
from license_gate.catalog.providers import governed_by_terms, provider_of
from license_gate.domain.expression import Expression
from license_gate.domain.facts import FactType
from license_gate.domain.license import Cell, Edition, Kind
from license_gate.domain.quantity import Interval
from license_gate.domain.vocabulary import KnownModel, Vocabulary
from license_gate.errors import UnavailableError

FOLDER = os.path.join(os.path.dirname(__file__), "compiled")
INDEX = "index.json"


class Summary(NamedTuple):
    """One line of `licenses list`."""

    id: str
    name: str
    short: str
    licensor: str
    category: str
    date: str
    verified: bool
    spdx: str
    clauses: tuple[str, ...]
    source: str = "catalog"


class Catalog:
    """What the world says of licenses and models; an organization's own editions replace or add to it."""

    __slots__ = ("_editions", "_folder", "_index", "_links", "_names", "_own", "rates", "version", "words")

    def __init__(self, index: dict[str, Any], folder: str, own: Iterable[Edition] = ()) -> None:
        self._index = index
        self._folder = folder
        self._own = {edition.id: edition for edition in own}
        self._editions: dict[str, Edition] = dict(self._own)
        self._names = {**index["names"], **_own_names(self._own.values(), index["names"])}
        self._links = {**index["links"], **_own_links(self._own.values())}
        self.version: str = index["version"]
        self.rates: Mapping[tuple[str, int], Interval] = _rates(index["currencies"])
        self.words: Vocabulary = _vocabulary(index, self._own)

    def edition(self, name: str) -> Edition | None:
        """The edition of an id, read when first asked for; None where nobody knows the id."""
        if name not in self._editions and name in self._index["editions"]:
            self._editions[name] = unpack_edition(_read(os.path.join(self._folder, f"{name}.json")))
        found = self._editions.get(name)
        return found if found is not None else self._unread(name)

    def editions(self) -> tuple[Summary, ...]:
        """All editions whose terms are known, by id; the organization's own among them."""
        listed = {
            name: Summary._make((name, *row[:-1], tuple(row[-1]), "catalog"))
            for name, row in self._index["editions"].items()
        }
        listed.update({name: _summary(edition) for name, edition in self._own.items()})
        return tuple(listed[name] for name in sorted(listed))

    def expression(self, text: str) -> Expression:
        """What a license string means: editions, choices and conjunctions of them, or an unknown name.

        A name may mean editions whose terms are not in this catalog: `edition` gives them with
        `verified` false and the reason in `missing`.
        """
        return read_expression(text, self._named)

    def model(self, name: str) -> KnownModel | None:
        """What is known of a model: its exact id, else the longest prefix, else its provider's terms; case does not count."""
        folded = name.lower()
        patterns = self._index["models"]
        entry = patterns.get(folded)
        for length in range(len(folded), 0, -1):
            if entry is not None:
                break
            entry = patterns.get(f"{folded[:length]}*")
        if entry is None:
            provider = provider_of(name, self._index["providers"])
            return governed_by_terms(provider, self.words.clauses) if provider else None
        pattern, group = entry
        edition, families, modalities, released, bases, *rest, earlier = self._index["groups"][group]
        edges = tuple((model, relation) for model, relation in bases)
        held = tuple((until, text) for until, text in earlier)
        row = (pattern, edition, tuple(families), tuple(modalities), released, edges, *rest, held, "")
        return KnownModel._make(row)

    def cell(self, relation: str, column: str) -> Cell:
        """What becomes of a column's clauses along a relation (an id or an alias)."""
        cells: dict[str, Cell] = self._index["relations"][self.words.relations[relation]]["cells"]
        return cells[column]

    def basis(self, relation: str, column: str) -> str:
        """The source of a cell."""
        row = self._index["relations"][self.words.relations[relation]]
        return str(row["because"].get(column, row["basis"]))

    def provider(self, name: str) -> str | None:
        """The provider behind an API reference such as `openai:gpt-4o`; None for weights."""
        found = provider_of(name, self._index["providers"])
        return found.name if found else None

    def is_of_a_service(self, edition: str) -> bool:
        """Whether an edition holds the terms of a service, and not the license of a model."""
        found = self.edition(edition)
        return found is not None and found.category == "api-terms"

    def text(self, sha256: str) -> str | None:
        """The edition whose license text has this SHA-256."""
        found: str | None = self._index["texts"].get(sha256)
        return found

    def contact(self, licensor: str) -> str:
        """The page where a licensor grants other terms, '' where none is known."""
        return str(self._index["contacts"].get(licensor, ""))

    def extended(self, editions: Iterable[Edition]) -> Catalog:
        """This catalog with an organization's own editions; an own id replaces the catalog's."""
        return Catalog(self._index, self._folder, (*self._own.values(), *editions))

    def says_nothing(self, name: str) -> bool:
        """Whether a license string names no license at all: `other`, `custom`, an empty one."""
        return self._names.get(fold(name)) == []

    def _named(self, name: str) -> tuple[str, ...] | None:
        found = self._names.get(name)
        if found is None:
            found = self._linked(name)
        return None if found is None else tuple(found)

    def _linked(self, text: str) -> list[str] | None:
        """The editions behind an address or a file name; a page of a known model stands for its license."""
        link = fold_link(text)
        if not link:
            return self._links.get(text)
        found = self._links.get(link) if pins(link) else None
        if found is None:
            found = self._links.get(unpinned(link))
        known = self.model(model_of(link)) if found is None else None
        if known is None:
            return found
        return [known.edition] if known.edition else self._names.get(fold(known.license_text))

    def _unread(self, name: str) -> Edition | None:
        row = self._index["unread"].get(name)
        if row is None:
            return None
        title, missing = row
        why = missing or "its terms are not in this catalog: known by name only"
        return Edition(name, title, "unknown", verified=False, missing=why)


def load_catalog(folder: str = FOLDER) -> Catalog:
    """The catalog that is installed with the program.

    Raises:
        UnavailableError: the compiled catalog is missing or damaged.
    """
    return Catalog(_read(os.path.join(folder, INDEX)), folder)


def _read(path: str) -> Any:  # noqa: ANN401 (JSON)
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError) as error:
        raise UnavailableError(
            f"the catalog of licenses is damaged, install the program again: {error}"
        ) from error


def _vocabulary(index: dict[str, Any], own: Mapping[str, Edition]) -> Vocabulary:
    clauses = {name: frozenset(row[-1]) for name, row in index["editions"].items()}
    clauses.update(
        {name: frozenset(clause.id for clause in edition.clauses) for name, edition in own.items()}
    )
    return Vocabulary(
        facts={row[0]: _fact_type(row) for row in index["facts"]},
        kinds={row[0]: Kind._make(row) for row in index["kinds"]},
        editions=frozenset((*clauses, *index["unread"])),
        licensors=index["licensors"],
        families=index["families"],
        relations=index["aliases"],
        columns=frozenset(index["columns"]),
        clauses=clauses,
    )


def _fact_type(row: list[Any]) -> FactType:
    return FactType._make(tuple(value) if isinstance(value, list) else value for value in row)


def _rates(table: dict[str, dict[str, list[float]]]) -> dict[tuple[str, int], Interval]:
    """(currency, year) -> US dollars per unit; year 0 stands for every year that is not listed."""
    return {
        (currency, int(year)): Interval(low, high, currency="USD")
        for currency, years in table.items()
        for year, (low, high) in years.items()
    }


def _own_names(editions: Iterable[Edition], names: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The names of own editions; a name that says nothing keeps saying nothing."""
    return {
        fold(name): [edition.id]
        for edition in editions
        for name in (edition.id, edition.name, edition.spdx, *edition.names)
        if names.get(fold(name)) != []
    }


def _own_links(editions: Iterable[Edition]) -> dict[str, list[str]]:
    return {unpinned(fold_link(url)): [edition.id] for edition in editions for url in edition.urls}


def _summary(edition: Edition) -> Summary:
    ids = tuple(clause.id for clause in edition.clauses)
    return Summary(
        edition.id, edition.name, edition.short, edition.licensor, edition.category, edition.date,
        edition.verified, edition.spdx, ids, edition.source,
    )  # fmt: skip
