"""What a model card says of the license -> the editions it may mean; never more than the card says."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from license_gate.domain.expression import Both, Expression, Named
from license_gate.domain.license import Edition
from license_gate.domain.vocabulary import KnownModel


class Card(NamedTuple):
    """The three fields of a card: `license` (one or several), `license_name`, `license_link`."""

    licenses: tuple[str, ...] = ()
    name: str = ""
    link: str = ""


class Names(Protocol):
    """What the catalog knows of names and models."""

    def expression(self, text: str) -> Expression:
        """Resolve a license string, an address or a file name."""

    def says_nothing(self, name: str) -> bool:
        """Whether a string names no license at all."""

    def edition(self, name: str) -> Edition | None:
        """An edition by id."""

    def model(self, name: str) -> KnownModel | None:
        """A well-known model."""


def read_card(card: Card, names: Names) -> Expression | None:
    """What the fields mean together; None where they name nothing.

    Fields that can mean the same text are read as one; where they contradict each other all of them bind.
    A list of licenses binds with all its members: nobody said that it is a choice.
    """
    said = [text for text in (*card.licenses, card.name) if not names.says_nothing(text)]
    found = both([names.expression(text) for text in said])
    linked = names.expression(card.link) if card.link else None
    if linked is None or not named(linked):
        return found
    return linked if found is None else both([found, linked])


def both(expressions: list[Expression]) -> Expression | None:
    """The conjunction; names that can mean one text count as one name with what they have in common."""
    parts: list[Expression] = []
    for expression in expressions:
        for place, part in enumerate(parts):
            shared = _shared(part, expression)
            if shared is not None:
                parts[place] = shared
                break
        else:
            parts.append(expression)
    if len(parts) > 1:
        return Both(tuple(parts))
    return parts[0] if parts else None


def of_model(model: str, said: Expression | None, names: Names, on: str = "") -> Expression | None:
    """What governs a model: what the catalog knows of it, together with what its card says.

    Args:
        model: an id of the Hub or of another registry.
        said: the meaning of its card, None where that names nothing.
        names: the catalog.
        on: the day of the revision, '' where it is not known.
    """
    known = names.model(model)
    recorded = None if known is None else recorded_on(known, names, on)
    meant = both([each for each in (recorded, said) if each is not None])
    return None if meant is None else dated(meant, names, on)


def recorded_on(known: KnownModel, names: Names, on: str = "") -> Expression:
    """The license of a well-known model, on the day of a revision where that is known."""
    for until, text in known.earlier:
        if on and on < until:
            return names.expression(text)
    return Named(known.edition, (known.edition,)) if known.edition else names.expression(known.license_text)


def dated(expression: Expression, names: Names, on: str) -> Expression:
    """Without the candidates whose text is younger than the revision: they cannot be its license."""
    if not on or not isinstance(expression, Named) or len(expression.editions) < 2:
        return expression
    editions = [names.edition(name) for name in expression.editions]
    kept = tuple(each.id for each in editions if each and each.date <= on[: len(each.date)])
    return Named(expression.text, kept) if kept else expression


def narrowed(expression: Expression | None, editions: frozenset[str]) -> Expression | None:
    """A name of several texts, where exactly one of them is the license of what the model was copied from."""
    if isinstance(expression, Named) and len(expression.editions) > 1:
        kept = tuple(name for name in expression.editions if name in editions)
        return Named(expression.text, kept) if len(kept) == 1 else expression
    return expression


def named(expression: Expression | None) -> frozenset[str]:
    """All editions that an expression may mean."""
    if isinstance(expression, Named):
        return frozenset(expression.editions)
    return frozenset().union(*map(named, expression.parts)) if expression is not None else frozenset()


def _shared(first: Expression, second: Expression) -> Expression | None:
    """One name for two that overlap, or that are the same; None where they are of different texts."""
    if first == second:
        return first
    if not isinstance(first, Named) or not isinstance(second, Named):
        return None
    common = tuple(name for name in first.editions if name in second.editions)
    return Named(first.text, common) if common else None
