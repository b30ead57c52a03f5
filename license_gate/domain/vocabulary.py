"""The ids that documents may use, read from the catalog."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from license_gate.domain.facts import FactType
from license_gate.domain.license import Kind

CATEGORIES = (
    "permissive",
    "weak-copyleft",
    "copyleft",
    "network-copyleft",
    "share-alike",
    "rail",
    "community",
    "source-available",
    "non-commercial",
    "research-only",
    "api-terms",
    "public-domain",
    "ours",
    "unknown",
)


class Vocabulary(NamedTuple):
    """Everything a document may name; ids of the catalog and of an organization's own licenses."""

    facts: Mapping[str, FactType]
    kinds: Mapping[str, Kind]
    editions: frozenset[str]
    licensors: Mapping[str, str]  # id -> printed name
    families: Mapping[str, str]
    relations: Mapping[str, str]  # id and its aliases -> id
    columns: frozenset[str]
    clauses: Mapping[str, frozenset[str]] = {}  # edition -> its clause ids

    def values_of(self, fact: FactType) -> Collection[str]:
        """The words that a fact may have; empty where any will do."""
        namespaces: dict[str, Collection[str]] = {
            "licenses": self.editions,
            "licensors": self.licensors,
            "families": self.families,
            "kinds": self.kinds,
        }
        return fact.values or namespaces.get(fact.of, ())


class KnownModel(NamedTuple):
    """What catalog/models.yaml says of a model."""

    pattern: str  # the id or prefix* that matched
    edition: str  # '' where no verified edition governs it
    families: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    released: str = ""
    bases: tuple[tuple[str, str], ...] = ()  # (model, relation); empty with root: it is its own root
    root: bool = False
    source: str = ""
    license_text: str = ""  # how the publisher names the license where no edition is known
    open_training: bool = False  # training data open and listed, training code open
    earlier: tuple[tuple[str, str], ...] = ()  # (until, license): what held for revisions before that day
    provider: str = ""  # whose service it is; its terms stand in the place of a license
