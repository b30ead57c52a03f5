"""Facts: their types, as the registry declares them, and their values, as somebody recorded them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from license_gate.domain.period import ALWAYS, Period
from license_gate.domain.place import NOWHERE, Place
from license_gate.domain.quantity import Interval

FactKind = Literal["bool", "enum", "text", "date", "set", "countries", "level", "flow"]
Origin = Literal["recorded", "declared", "derived", "assumed"]


class FactType(NamedTuple):
    """One entry of catalog/facts.yaml."""

    name: str
    kind: FactKind
    owner: str
    means: str
    ask: str
    asked: Literal["always", "when-named", "once", "never"]
    values: tuple[str, ...] = ()  # empty: any word (of the namespace named by `of`)
    of: str = ""  # licenses | licensors | families | kinds: ids of that list
    money: bool = False
    unit: str = ""
    bounded_by: tuple[str, ...] = ()  # facts at least as large as this one in the same period
    derived: Literal["", "identity", "default"] = ""
    strict: tuple[str, ...] = ()  # the values that a policy may assume
    refuses_empty: bool = False

    @property
    def scope(self) -> str:
        """The part before the dot: organization, group, product, use, model ..."""
        return self.name.partition(".")[0]

    @property
    def timed(self) -> bool:
        """Whether a value holds for a period only."""
        return self.kind in ("level", "flow")


class SetValue(NamedTuple):
    """A set as far as it is known: `complete` means that what is not in `includes` is known to be absent."""

    includes: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    complete: bool = True


Value = bool | str | SetValue | Interval  # a date is its ISO text


class Entry(NamedTuple):
    """One record: what somebody wrote down, or what the gate derived, about one fact and period.

    `bare` marks an upper bound that was written without a period and so holds for every one.
    """

    fact: str
    value: Value
    period: Period = ALWAYS
    place: Place = NOWHERE
    by: str = ""
    on: str = ""
    origin: Origin = "recorded"
    bare: bool = False
    because: str = ""  # for derived and assumed entries: from what
    answers: str = ""  # for use.fields: the version (YYYY-MM) of the catalog's list that it answers


class RecordedFacts(NamedTuple):
    """A whole facts.yaml; the values of a confidential one are never printed."""

    entries: tuple[Entry, ...] = ()
    confidential: bool = False
    file: str = ""


class Reading(NamedTuple):
    """What is known of one fact at one period; `value` None means nothing is."""

    value: Value | None
    entries: tuple[Entry, ...] = ()
