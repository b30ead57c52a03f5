"""A declaration -> the licenses that may bind it, each with the path that carried it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from license_gate.domain.answers import Evidence
from license_gate.domain.expression import Expression, Named
from license_gate.domain.facts import Entry
from license_gate.domain.manifest import Base, Declaration
from license_gate.domain.verdict import Step
from license_gate.domain.vocabulary import KnownModel

OURS = "ours"


class Registry(Protocol):
    """What the catalog knows of models and of the names of licenses."""

    def expression(self, text: str) -> Expression:
        """Resolve a license string."""

    def model(self, name: str) -> KnownModel | None:
        """Look a model up."""

    def provider(self, name: str) -> str | None:
        """The provider behind an API reference, or None for weights."""


class Source(NamedTuple):
    """A model of the lineage, and how it was reached."""

    model: str
    path: tuple[Step, ...]
    known: KnownModel | None = None
    facts: tuple[Entry, ...] = ()  # facts that the manifest records of this model


class Claim(NamedTuple):
    """One license that is said to govern a source; `expression` None: nobody names one."""

    source: Source
    text: str
    expression: Expression | None
    evidence: Evidence


class Conflict(NamedTuple):
    """The declaration says one license, the registry another."""

    source: Source
    declared: str
    recorded: str


class Lineage(NamedTuple):
    """Everything that may bind one declared model."""

    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...] = ()
    hinted_family: str = ""  # its name suggests a family, yet no base is recorded
    provider: str = ""  # reached through an API of this provider


def trace(
    declaration: Declaration,
    declared: Mapping[str, Declaration],
    registry: Registry,
    families: Mapping[str, str],
) -> Lineage:
    """Follow a declaration to the roots of its lineage.

    `declared` are the other entries of the manifest by model, so that a chain may be written there.
    A model that is met twice on one path ends the path.
    """
    known = registry.model(declaration.model)
    source = Source(declaration.model, (Step(declaration.model),), known, declaration.facts)
    claims, conflicts = _claims(source, declaration.license, registry)
    edges = (*declaration.bases, *declaration.trained_on) or _known_bases(known)
    for edge in edges:
        upstream = _follow(edge, source.path, declared, registry)
        claims += upstream
    return Lineage(
        tuple(claims),
        tuple(conflicts),
        "" if edges or known or declaration.from_scratch else _hint(declaration.model, families),
        registry.provider(declaration.model) or "",
    )


def _follow(
    edge: Base,
    path: tuple[Step, ...],
    declared: Mapping[str, Declaration],
    registry: Registry,
) -> list[Claim]:
    if any(step.model == edge.model for step in path):
        return []
    known = registry.model(edge.model)
    own = declared.get(edge.model)
    source = Source(edge.model, (*path, Step(edge.model, edge.relation)), known, edge.facts)
    named = edge.license or (own.license if own and own.license != OURS else "")
    claims, _ = _claims(source, named, registry)
    further = edge.bases or ((*own.bases, *own.trained_on) if own else ()) or _known_bases(known)
    for step in further:
        claims += _follow(step, source.path, declared, registry)
    return claims


def _claims(source: Source, named: str, registry: Registry) -> tuple[list[Claim], list[Conflict]]:
    """The claims about one model: the registry's, and what the manifest says where that differs."""
    if named == OURS:
        return [], []
    recorded = source.known.edition or source.known.license_text if source.known else ""
    if not named and not recorded:
        return [Claim(source, "", None, "assertion")], []
    asserted = registry.expression(named) if named else None
    if not recorded:
        return [Claim(source, named, asserted, "assertion")], []
    kept = Claim(source, recorded, _recorded(source, registry), "registry")
    if asserted is None or _covers(asserted, recorded):
        return [kept], []
    return [kept, Claim(source, named, asserted, "assertion")], [Conflict(source, named, recorded)]


def _recorded(source: Source, registry: Registry) -> Expression:
    """The registry names editions by id; as a name the same words may cover several texts."""
    known = source.known
    if known is not None and known.edition:
        return Named(known.edition, (known.edition,))
    return registry.expression(known.license_text if known else "")


def _covers(expression: Expression, edition: str) -> bool:
    """Whether a name may mean this edition, so that both say the same."""
    return isinstance(expression, Named) and (
        edition in expression.editions or expression.text.lower() == edition.lower()
    )


def _known_bases(known: KnownModel | None) -> tuple[Base, ...]:
    return tuple(Base(model, relation) for model, relation in known.bases) if known else ()


def _hint(model: str, families: Mapping[str, str]) -> str:
    """The family that a model's name betrays: `acme/my-llama3-chat` -> llama3; the longest one wins."""
    words = "".join(mark if mark.isalnum() else " " for mark in model.rpartition("/")[2].lower())
    joined = words.replace(" ", "")
    named = [
        family
        for family in families
        if any(word.startswith(_plain(family)) for word in words.split()) or joined.startswith(_plain(family))
    ]
    return max(named, key=len, default="")


def _plain(family: str) -> str:
    return "".join(mark for mark in family.lower() if mark.isalnum())
