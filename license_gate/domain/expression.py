"""A license string as somebody wrote it, resolved to editions: a name, a choice or a conjunction."""

from __future__ import annotations

from typing import NamedTuple


class Named(NamedTuple):
    """One name. `editions`: the editions that it may mean; several = ambiguous, none = unknown."""

    text: str
    editions: tuple[str, ...] = ()


class Either(NamedTuple):
    """OR: the user chooses."""

    parts: tuple[Expression, ...]


class Both(NamedTuple):
    """AND: all bind."""

    parts: tuple[Expression, ...]


Expression = Named | Either | Both
