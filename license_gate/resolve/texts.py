"""License texts beside weights, against what a declaration says: what is the same, what more, what else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from license_gate.domain.expression import Both, Either, Expression, Named
from license_gate.domain.license import Edition
from license_gate.domain.text import LicenseText
from license_gate.resolve.card import both, named
from license_gate.resolve.lineage import Claim, Conflict, Own, Source

_POINTER, _LONGEST = 150, 3000  # words and characters; with fewer a file only says which license holds
# What such a file may not say besides, or it is a license of its own.
_NARROWING = frozenset(
    ("only", "commercial", "noncommercial", "research", "academic", "prohibited", "forbidden", "restricted")
)
_SHORTEST = 3  # letters of a name that is looked for in such a file


class Editions(Protocol):
    """What the catalog knows of editions."""

    def edition(self, name: str) -> Edition | None:
        """An edition by id."""


def put_first(own: Own, source: Source, texts: Sequence[LicenseText], catalog: Editions) -> Own:
    """What is said of a model with the texts that lie beside its weights."""
    declared = both([claim.expression for claim in own.claims if claim.expression is not None])
    unmatched = tuple(text for text in texts if not text.faithful and accounted(text, declared, catalog))
    read = [text for text in texts if text not in unmatched]
    found = _besides(own.claims, read)
    conflicts = [] if unmatched else _contradicted(own.claims, read)
    return Own([*_read(source, read, declared, found), *found], [*own.conflicts, *conflicts], unmatched)


def _besides(claims: list[Claim], texts: Sequence[LicenseText]) -> list[Claim]:
    """The claims that name more than the texts do; a choice between texts that all lie there is as good as they."""
    editions, whole = editions_of(texts), editions_of([text for text in texts if text.faithful])
    found = []
    for claim in claims:
        left = None if claim.expression is None else rest(claim.expression, editions)
        if offers(claim.expression, whole):
            found.append(claim._replace(evidence="text"))
        elif left is not None:
            text = left.text if isinstance(left, Named) else claim.text
            found.append(claim._replace(text=text, expression=left))
        elif claim.expression is None and not texts:
            found.append(claim)
    return found


def _read(
    source: Source, texts: Sequence[LicenseText], declared: Expression | None, others: list[Claim]
) -> list[Claim]:
    """One claim for each license that lies there as a text, and for each text that nobody knows."""
    chosen = frozenset(
        name for claim in others if claim.evidence == "text" for name in named(claim.expression)
    )
    found: dict[tuple[Expression, str], Claim] = {}
    for text in texts:
        expression = meant(text, declared)
        if text.faithful and chosen & named(expression):
            continue
        name = text.file if not text.faithful else next(iter(named(expression)))
        key = (expression, "" if text.faithful else text.license)
        found.setdefault(key, Claim(source, name, expression, "text", text))
    return list(found.values())


def _contradicted(claims: list[Claim], texts: Sequence[LicenseText]) -> list[Conflict]:
    """The declarations of which nothing lies there as a text, while another license does."""
    known = [text for text in texts if text.license]
    editions = editions_of(known)
    return [
        Conflict(claim.source, claim.text, ", ".join(dict.fromkeys(map(_resembled, known))), known[0].file)
        for claim in claims
        if known and claim.expression is not None and rest(claim.expression, editions) == claim.expression
    ]


def _resembled(text: LicenseText) -> str:
    return text.license if text.faithful else f"like {text.license}"


def editions_of(texts: Sequence[LicenseText]) -> frozenset[str]:
    """All editions that texts are or resemble, under every id that applies the same text."""
    return frozenset(name for text in texts if text.license for name in (text.license, *text.same))


def rest(expression: Expression, texts: frozenset[str]) -> Expression | None:
    """What an expression names besides the editions of the texts; None where that is nothing.

    One text decides a choice: the publisher put that branch beside the weights.
    """
    if isinstance(expression, Named):
        return None if texts.intersection(expression.editions) else expression
    parts = [rest(part, texts) for part in expression.parts]
    if isinstance(expression, Either):
        return None if None in parts else expression
    left = tuple(part for part in parts if part is not None)
    return Both(left) if len(left) > 1 else next(iter(left), None)


def offers(expression: Expression | None, texts: frozenset[str]) -> bool:
    """Whether an expression is a choice, and all that it offers lies there as a text."""
    return isinstance(expression, Either) and all(rest(part, texts) is None for part in expression.parts)


def meant(text: LicenseText, declared: Expression | None) -> Expression:
    """What a text says: its edition, under the id that the declaration uses; unknown where it is no known text."""
    if not text.faithful:
        return Named(text.file)
    name = next((name for name in text.same if name in named(declared)), text.license)
    return Named(name, (name,))


def accounted(text: LicenseText, declared: Expression | None, catalog: Editions) -> bool:
    """Whether an unknown text may be what the declaration names, so that naming it is an answer.

    It may where that license's whole text is not on record, as with an organization's own entry, and where the
    file is too short for a license and names the declared one. A changed text is not what it was changed from.
    """
    licenses = named(declared)
    if not licenses or (text.license in licenses and text.differs_on):
        return False
    if not licenses <= text.compared:
        return True
    return not text.license and any(_points(text, catalog.edition(name)) for name in licenses)


def _points(text: LicenseText, edition: Edition | None) -> bool:
    if edition is None or sum(map(len, text.lines)) > _LONGEST:
        return False
    said = _spaced(" ".join(text.lines))
    words = said.split()
    if len(words) > _POINTER or _NARROWING.intersection(words):
        return False
    names = (edition.id, edition.name, edition.short, edition.spdx, *edition.names)
    return any(len(name) >= _SHORTEST and _spaced(name) in said for name in names)


def _spaced(text: str) -> str:
    """Lower case words between spaces."""
    return f" {' '.join(''.join(mark if mark.isalnum() else ' ' for mark in text.lower()).split())} "
