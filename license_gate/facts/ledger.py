"""The fact ledger: everything recorded, derived and assumed, and what it comes to for one fact and period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from license_gate.domain.facts import Entry, FactType, Reading, SetValue
from license_gate.domain.period import Period
from license_gate.domain.quantity import INFINITY, Interval
from license_gate.facts.bounds import Bound, Known, flow_ceiling, flow_floor, hull, level_ceiling, level_floor
from license_gate.facts.currency import Rates, convert
from license_gate.facts.effective import FOUNDED, NOTHING_YET, before_founding, effective
from license_gate.facts.inclusion import Inclusion
from license_gate.facts.values import combine, expand_set, say_value

NOTHING = Reading(None)

# Facts that belong to one product, model or training: the nearest record replaces the farther one.
NEAREST = frozenset({"product", "use", "model", "output", "target", "distribution", "lineage", "calendar"})


class Ledger:
    """An immutable store of entries; readings are remembered, so ask as often as you like.

    `rates` (see facts/currency.py) compare money across currencies; `day` (ISO) is the day for which EU
    and EEA are expanded, '' for the newest lists.
    """

    __slots__ = ("_entries", "_farther", "_inclusion", "_read", "_touched", "day", "rates", "types")

    def __init__(
        self,
        entries: Sequence[Entry],
        types: Mapping[str, FactType],
        rates: Rates | None = None,
        *,
        day: str = "",
        inclusion: Inclusion | None = None,
    ) -> None:
        self.types = types
        self.rates: Rates = rates or {}
        self.day = day
        self._inclusion = inclusion or Inclusion(types)
        self._entries = _by_fact(entries)
        self._farther: Ledger | None = None
        self._touched: frozenset[str] = frozenset()
        self._read: dict[tuple[str, Period | None, str], Reading] = {}

    def read(self, fact: str, at: Period | None = None, currency: str = "") -> Reading:
        """What is known of a fact, at a period where it has time; money in `currency` ('': as recorded).

        Of a flow, an open period asks what holds of every twelve months in it. Nothing known, or records
        that contradict each other: value None, with the entries that were of no use.
        """
        key = (fact, at, currency)
        reading = self._read.get(key)
        if reading is None:
            reading = self._read[key] = self._fresh(fact, at, currency)
        return reading

    def with_entries(self, more: Iterable[Entry]) -> Ledger:
        """A ledger with nearer records on top of these.

        For facts of a product, use, model, output, target or distribution they replace records of the
        same rank; for all others they are one more thing that is known.
        """
        child = Ledger((), self.types, rates=self.rates, day=self.day, inclusion=self._inclusion)
        nearer = _by_fact(more)
        child._entries = self._entries | {
            fact: _layer(fact, self._entries.get(fact, ()), records) for fact, records in nearer.items()
        }
        child._farther = self
        child._touched = self._inclusion.touched_by(nearer)
        return child

    def entries(self, fact: str) -> tuple[Entry, ...]:
        """The entries of a fact that count: a record stands before what is derived or assumed."""
        kind = self.types.get(fact)
        return effective(self._entries.get(fact, ()), kind) if kind else ()

    def _fresh(self, fact: str, at: Period | None, currency: str) -> Reading:
        if self._farther is not None and fact not in self._touched:
            return self._farther.read(fact, at, currency)
        kind = self.types.get(fact)
        if kind is None:
            return NOTHING
        if not kind.timed:
            return self._untimed(kind)
        return self._timed(kind, at, currency) if at is not None else NOTHING

    def _untimed(self, kind: FactType) -> Reading:
        entries = self.entries(kind.name)
        value = combine(
            expand_set(entry.value, self.day)
            if kind.kind == "countries" and isinstance(entry.value, SetValue)
            else entry.value
            for entry in entries
        )
        return Reading(value, entries)

    def _timed(self, kind: FactType, at: Period, currency: str) -> Reading:
        above = self._pool(self._inclusion.upward(kind.name))
        below = self._pool(self._inclusion.downward(kind.name))
        if kind.money and not currency:
            currency = next((known.quantity.currency for known in (*above, *below)), "")
        ceilings, floors = (_in_currency(pool, currency, at, self.rates) for pool in (above, below))
        if kind.kind == "flow":
            return _reading(flow_ceiling(ceilings, at), flow_floor(floors, at), currency, above)
        if at.closed and at.first != at.last:
            return self._level_over(kind.name, at, currency)
        return _reading(level_ceiling(ceilings, at), level_floor(floors, at), currency, above)

    def _level_over(self, fact: str, at: Period, currency: str) -> Reading:
        """Of a level over several months: the range in which it lies in each of them."""
        first, last = at.first or 0, at.last or 0
        months = [self.read(fact, Period(count, count), currency) for count in range(first, last + 1)]
        entries = tuple(dict.fromkeys(entry for reading in months for entry in reading.entries))
        quantities = [reading.value for reading in months if isinstance(reading.value, Interval)]
        if len(quantities) < len(months):
            return Reading(None, entries)
        return Reading(hull(quantities), entries)

    def _pool(self, facts: tuple[str, ...]) -> list[Known]:
        """The quantities recorded for these facts, and the zero before the organization existed."""
        found = [
            Known(entry, entry.value)
            for fact in facts
            for entry in self.entries(fact)
            if isinstance(entry.value, Interval)
        ]
        founded = before_founding(self.entries(FOUNDED))
        return [*found, *(Known(entry, NOTHING_YET) for entry in founded)]


def _by_fact(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The entries of each fact in an order that does not depend on who came first."""
    lists: dict[str, list[Entry]] = {}
    for entry in entries:
        lists.setdefault(entry.fact, []).append(entry)
    return {
        fact: tuple(sorted(found, key=lambda entry: (entry.place, str(entry.period), say_value(entry.value))))
        if len(found) > 1
        else tuple(found)
        for fact, found in lists.items()
    }


def _layer(fact: str, farther: tuple[Entry, ...], nearer: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if fact.partition(".")[0] not in NEAREST:
        return farther + nearer
    replaced = {_weight(entry) for entry in nearer}
    return tuple(entry for entry in farther if _weight(entry) not in replaced) + nearer


def _weight(entry: Entry) -> str:
    return "recorded" if entry.origin == "declared" else entry.origin


def _in_currency(pool: list[Known], currency: str, at: Period, rates: Rates) -> list[Known]:
    if not currency or all(known.quantity.currency == currency for known in pool):
        return pool
    converted = ((known.entry, convert(known.quantity, currency, at, rates)) for known in pool)
    return [Known(entry, quantity) for entry, quantity in converted if quantity is not None]


def _reading(ceiling: Bound, floor: Bound, currency: str, pool: list[Known]) -> Reading:
    """The interval between two bounds; without either, the records that could not be used for it."""
    entries = tuple(dict.fromkeys((*ceiling.entries, *floor.entries)))
    if not entries:
        unusable = [known.entry for known in pool if known.quantity.currency not in ("", currency)]
        return Reading(None, tuple(unusable)) if unusable else NOTHING
    if floor.number > ceiling.number or (
        floor.number == ceiling.number and (floor.open or ceiling.open) and ceiling.number < INFINITY
    ):
        return Reading(None, entries)
    return Reading(Interval(floor.number, ceiling.number, floor.open, ceiling.open, currency), entries)
