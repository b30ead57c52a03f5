"""License texts beside weights, against what a declaration says: what is the same, what more, what else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from license_gate.domain.expression import Both, Either, Expression, Named
from license_gate.domain.license import Edition
from license_gate.domain.text import LicenseText
from license_gate.resolve.card import named

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
