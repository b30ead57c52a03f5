"""A place in the repository that names a model or a data set."""

from __future__ import annotations

from typing import Literal, NamedTuple

Certainty = Literal["exact", "likely"]
ReferenceKind = Literal["load", "config", "deploy", "data", "test", "mention"]

_USES = ("load", "config", "deploy")


class Reference(NamedTuple):
    """One mention of a model; `model` is normalized, `as_written` is what the file says."""

    model: str
    as_written: str
    file: str
    line: int
    column: int
    detector: str
    certainty: Certainty
    kind: ReferenceKind

    @property
    def gated(self) -> bool:
        """Whether it must be declared: it is certainly a model, and it is used."""
        return self.certainty == "exact" and self.kind in _USES

    @property
    def doubtful(self) -> bool:
        """Whether it is used like a model, and only likely to be one."""
        return self.certainty == "likely" and self.kind in _USES


class Skipped(NamedTuple):
    """Something that could not be read or checked, and why: never a pass."""

    what: str
    reason: str


class Scan(NamedTuple):
    """What a scan found and what it had to leave out."""

    references: tuple[Reference, ...] = ()
    skipped: tuple[Skipped, ...] = ()
