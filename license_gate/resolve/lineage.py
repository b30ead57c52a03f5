"""A declaration -> the licenses that may bind it, each with the path that carried it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from license_gate.domain.answers import Evidence
from license_gate.domain.expression import Expression, Named
from license_gate.domain.facts import Entry
from license_gate.domain.license import Edition
from license_gate.domain.manifest import Base, Declaration
from license_gate.domain.text import LicenseText
from license_gate.domain.verdict import Step
from license_gate.domain.vocabulary import KnownModel
from license_gate.resolve.card import both, named, narrowed

OURS = "ours"
# Steps after which the copy is still the model it was made from, so that a name of several texts means its text.
COPIES = frozenset(
    {"finetune", "continued-pretrain", "quantized", "format-conversion", "adapter-merged", "adapter-runtime"}
)


class Registry(Protocol):
    """What the catalog knows of models and of the names of licenses."""

    def expression(self, text: str) -> Expression:
        """Resolve a license string."""

    def edition(self, name: str) -> Edition | None:
        """An edition by id."""

    def model(self, name: str) -> KnownModel | None:
        """Look a model up."""

    def provider(self, name: str) -> str | None:
        """The provider behind an API reference, or None for weights."""

    def is_of_a_service(self, edition: str) -> bool:
        """Whether an edition holds the terms of a service."""


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
    read: LicenseText | None = None  # the text beside the weights that it was read from


class Said(NamedTuple):
    """What a document says of a license: one string; `members` where it is a list."""

    text: str
    members: tuple[str, ...] = ()


class Conflict(NamedTuple):
    """The declaration says one license, the registry or a text beside the weights another."""

    source: Source
    declared: str
    recorded: str
    file: str = ""  # of that text


class Lineage(NamedTuple):
    """Everything that may bind one declared model."""

    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...] = ()
    hinted_family: str = ""  # its name suggests a family, yet no base is recorded
    provider: str = ""  # reached through an API of this provider
    unmatched: tuple[LicenseText, ...] = ()  # texts that nobody knows, taken to be what is declared


class Own(NamedTuple):
    """What is said of one model itself."""

    claims: list[Claim]
    conflicts: list[Conflict]
    unmatched: tuple[LicenseText, ...] = ()


Texts = Mapping[str, Sequence[LicenseText]]
_NO_TEXTS: Texts = {}


def trace(
    declaration: Declaration,
    declared: Mapping[str, Declaration],
    registry: Registry,
    families: Mapping[str, str],
    texts: Texts = _NO_TEXTS,
) -> Lineage:
    """Follow a declaration to the roots of its lineage.

    `declared` are the other entries of the manifest by model, so that a chain may be written there;
    `texts` are by model the license texts beside weights. A model that is met twice on one path ends the path.
    """
    known = registry.model(declaration.model)
    source = Source(declaration.model, (Step(declaration.model),), known, declaration.facts)
    said = Said(declaration.license, declaration.licenses)
    own = _claims(source, said, registry, texts)
    edges = (*declaration.bases, *declaration.trained_on) or _known_bases(known)
    provider = registry.provider(declaration.model) or ""
    upstream = [claim for edge in edges for claim in _follow(edge, source.path, declared, registry, texts)]
    settled = edges or known or provider or declaration.from_scratch
    hint = "" if settled else _hint(declaration.model, families)
    return Lineage(
        (*_narrowed(own.claims, upstream), *upstream),
        tuple(own.conflicts),
        "" if hint and _told(hint, texts.get(declaration.model, ())) else hint,
        provider,
        own.unmatched,
    )


def _follow(
    edge: Base,
    path: tuple[Step, ...],
    declared: Mapping[str, Declaration],
    registry: Registry,
    texts: Texts,
) -> list[Claim]:
    if any(step.model == edge.model for step in path):
        return []
    known = registry.model(edge.model)
    own = declared.get(edge.model)
    source = Source(edge.model, (*path, Step(edge.model, edge.relation)), known, edge.facts)
    said = Said(edge.license, edge.licenses)
    if not edge.license and own and own.license != OURS:
        said = Said(own.license, own.licenses)
    claims = _claims(source, said, registry, texts).claims
    further = edge.bases or ((*own.bases, *own.trained_on) if own else ()) or _known_bases(known)
    upstream = [claim for step in further for claim in _follow(step, source.path, declared, registry, texts)]
    return [*_narrowed(claims, upstream), *upstream]


def _narrowed(claims: list[Claim], upstream: list[Claim]) -> list[Claim]:
    """A name of several texts means that of the model which this one is a copy of, where only one fits."""
    depth = len(claims[0].source.path) if claims else 0
    editions = frozenset(
        edition
        for claim in upstream
        if all(step.relation in COPIES for step in claim.source.path[depth:])
        for edition in named(claim.expression)
    )
    return [claim._replace(expression=narrowed(claim.expression, editions)) for claim in claims]


def _claims(source: Source, said: Said, registry: Registry, texts: Texts) -> Own:
    """The claims about one model; what a text beside its weights says goes before everything else."""
    own = Own(*_said(source, said, registry))
    beside = texts.get(source.model, ())
    if not beside or said.text == OURS:  # what lies beside a model of ours is what we grant to others
        return own
    from license_gate.resolve.texts import put_first  # few repositories keep weights

    return put_first(own, source, beside, registry)


def _said(source: Source, said: Said, registry: Registry) -> tuple[list[Claim], list[Conflict]]:
    """The claims without any text: the registry's, and what the manifest says where that differs.

    Terms that were agreed with a provider stand in the place of those that it offers to everybody.
    """
    text = said.text
    if text == OURS:
        return [], []
    recorded = source.known.edition or source.known.license_text if source.known else ""
    if not text and not recorded:
        return [Claim(source, "", None, "assertion")], []
    # A list binds with all its members, for nobody said that it is a choice.
    asserted = both([registry.expression(name) for name in said.members or (text,) if name])
    if not recorded:
        return [Claim(source, text, asserted, "assertion")], []
    kept = Claim(source, recorded, _recorded(source, registry), "registry")
    if asserted is None or _covers(asserted, recorded):
        return [kept], []
    if source.known and source.known.provider and _are_terms(asserted, registry):
        return [Claim(source, text, asserted, "assertion")], []
    return [kept, Claim(source, text, asserted, "assertion")], [Conflict(source, text, recorded)]


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


def _are_terms(expression: Expression, registry: Registry) -> bool:
    """Whether a name means the terms of a service and nothing else: another edition, or a contract of one's own."""
    meant = named(expression)
    return bool(meant) and all(registry.is_of_a_service(edition) for edition in meant)


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


def _told(family: str, texts: Sequence[LicenseText]) -> bool:
    """Whether the license of a family lies beside the weights, so that its name raises no question."""
    return any(_plain(family) in _plain(text.license) for text in texts if text.license)
