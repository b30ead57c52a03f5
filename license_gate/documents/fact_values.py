"""The value of one fact, by the type that the registry gives it."""

from __future__ import annotations

from collections.abc import Callable, Collection

from license_gate.conditions.numbers import LONGEST, parse_quantity
from license_gate.conditions.periods import parse_period_key
from license_gate.documents.reading import (
    is_blank,
    open_section,
    read_choice,
    read_day,
    read_flag,
    read_list,
    read_name,
    read_names,
    read_text,
)
from license_gate.documents.wording import Notes
from license_gate.domain.facts import Entry, FactType, SetValue, Value
from license_gate.domain.period import ALWAYS, Period
from license_gate.domain.place import Place
from license_gate.domain.quantity import INFINITY, Interval
from license_gate.domain.tree import Mapping, Node, Pair, Scalar, Sequence
from license_gate.domain.vocabulary import Vocabulary
from license_gate.domain.wording import shown
from license_gate.facts.countries import COUNTRIES, MISTAKEN, UNIONS

SIGNED_KEYS = ("value", "by", "on")
COMMA = "inside { } a comma ends the value: write 1_000_000 or 1M"
PART_KEYS = ("includes", "excludes")
ANSWER_KEYS = ("answered", "list")
_PLACES = (*sorted(UNIONS), *sorted(COUNTRIES))

_Reader = Callable[[FactType, Node, Vocabulary, Notes], "Value | None"]


def read_fact(fact: FactType, key: Scalar, node: Node, words: Vocabulary, notes: Notes) -> tuple[Entry, ...]:
    """The records that one key holds: one, or one per period for a fact over time."""
    if is_blank(node):
        notes.add(key.place, f"'{fact.name}' has no value: record one, or remove the line")
        return ()
    if fact.timed and isinstance(node, Mapping) and not _is_signed(node):
        return tuple(entry for pair in node.pairs for entry in _at_period(fact, pair, notes))
    value, by, on = _signed(node, fact.name, notes)
    if value is None:
        return ()
    if fact.timed:
        return _for_all_time(fact, value, Entry(fact.name, "", place=key.place, by=by, on=on), notes)
    version = _list_version(fact, value, notes)
    read = _READERS[fact.kind](fact, value, words, notes)
    if read is None:
        return ()
    return (Entry(fact.name, read, place=key.place, by=by, on=on, answers=version),)


def _is_signed(node: Node) -> bool:
    return isinstance(node, Mapping) and any(pair.key.text in SIGNED_KEYS for pair in node.pairs)


def _signed(node: Node, name: str, notes: Notes) -> tuple[Node | None, str, str]:
    """The value with who recorded it and when, if `{value:, by:, on:}` is written."""
    if not _is_signed(node):
        return node, "", ""
    section = open_section(node, name, SIGNED_KEYS, notes, required=("value",))
    if section is None:
        return None, "", ""
    return section.mapping.get("value"), section.name("by"), section.day("on")


def _at_period(fact: FactType, pair: Pair, notes: Notes) -> tuple[Entry, ...]:
    period = _period(pair.key, notes)
    value, by, on = _signed(pair.value, fact.name, notes)
    quantity = None if value is None else _quantity(fact, value, notes)
    if period is None or quantity is None:
        return ()
    return (Entry(fact.name, quantity, period, pair.key.place, by, on),)


def is_rest_of_number(key: Scalar) -> bool:
    """Whether a key is what `{users: 1,000,000}` leaves behind its first comma."""
    return len(key.text) == 3 and key.text.isdigit()


def _period(key: Scalar, notes: Notes) -> Period | None:
    period = parse_period_key(key.text)
    if period is None and is_rest_of_number(key):
        notes.add(key.place, COMMA)
    elif period is None:
        notes.wrong(
            key.place,
            key.text,
            "is not a period: write 2025, 2026-05, 2024-01..2026-06, 2026-01.. or ..2025",
        )
    return period


def _for_all_time(fact: FactType, node: Node, blank: Entry, notes: Notes) -> tuple[Entry, ...]:
    """A quantity without a period: only an upper bound is true of every month."""
    quantity = _quantity(fact, node, notes)
    if quantity is None:
        return ()
    bound = isinstance(node, Scalar) and "<" in node.text
    if not bound or quantity.low > 0 or quantity.low_open or quantity.high == INFINITY:
        when = "month" if fact.kind == "level" else "month or year"
        notes.add(
            node.place,
            f"'{fact.name}': of which {when}? write it under its period (2026-10: ...), "
            'or give an upper bound that always holds ("<...")',
        )
        return ()
    return (blank._replace(value=quantity, period=ALWAYS, bare=True),)


def _quantity(fact: FactType, node: Node, notes: Notes) -> Interval | None:
    text = read_name(node, fact.name, notes)
    if not text:
        return None
    parsed = parse_quantity(text, fact.money) if len(text) <= LONGEST else "it is far too long"
    if isinstance(parsed, Interval):
        return parsed
    if not notes.quiet:
        notes.add(node.place, f"'{fact.name}': {parsed if text.isprintable() else shown(text)}")
    else:
        example = '"<USD N", USD N..N or USD N' if fact.money else '"<N", N..N or N'
        notes.add(
            node.place,
            f"'{fact.name}' needs {example}, with N like 700_000_000 (no commas), 700M or 700 million",
        )
    return None


def _flag(fact: FactType, node: Node, _words: Vocabulary, notes: Notes) -> bool:
    return read_flag(node, fact.name, notes)


def _day(fact: FactType, node: Node, _words: Vocabulary, notes: Notes) -> str | None:
    return read_day(node, fact.name, notes) or None


def _text(fact: FactType, node: Node, _words: Vocabulary, notes: Notes) -> str | None:
    return read_name(node, fact.name, notes) or None


def _word(fact: FactType, node: Node, words: Vocabulary, notes: Notes) -> str | None:
    known = words.values_of(fact)
    if not known:
        return _text(fact, node, words, notes)
    return read_choice(node, f"value of {fact.name}", known, notes) or None


def _set(fact: FactType, node: Node, words: Vocabulary, notes: Notes) -> SetValue | None:
    known = words.values_of(fact)
    if isinstance(node, Mapping) and _answers_list(fact, node):
        node = node.get("answered") or node
    if isinstance(node, Mapping):
        return _partial(fact, node, known, notes)
    if isinstance(node, Sequence) and not node.items:
        return _empty(fact, node.place, notes)
    items = read_list(node, fact.name, notes)
    if not items:
        return None
    return SetValue(frozenset(_members(fact, Sequence(items, node.place), known, notes)))


def _empty(fact: FactType, place: Place, notes: Notes) -> SetValue | None:
    if not fact.refuses_empty:
        return SetValue()
    notes.add(place, f"'{fact.name}' cannot be empty: remove the line if it is not known")
    return None


def _partial(fact: FactType, node: Mapping, known: Collection[str], notes: Notes) -> SetValue | None:
    section = open_section(node, fact.name, PART_KEYS, notes)
    if section is None or not node.pairs:
        notes.add(node.place, f"'{fact.name}' needs a list, or {{includes: [...], excludes: [...]}}")
        return None
    sides = {
        key: frozenset(_members(fact, side, known, notes))
        for key in PART_KEYS
        if (side := node.get(key)) is not None
    }
    includes, excludes = (sides.get(key, frozenset()) for key in PART_KEYS)
    for both in sorted(includes & excludes):
        notes.wrong(node.place, both, f"of '{fact.name}' is both included and excluded")
    return SetValue(includes, excludes, complete=False)


def _members(fact: FactType, node: Node, known: Collection[str], notes: Notes) -> list[str]:
    members = []
    for name, place in read_names(node, fact.name, notes):
        if fact.kind == "countries":
            _check_country(name, place, notes)
        elif known and name not in known:
            notes.unknown(place, f"value of {fact.name}", name, known)
        members.append(name)
    return members


def _check_country(code: str, place: Place, notes: Notes) -> None:
    if code in COUNTRIES or code in UNIONS:
        return
    meant = MISTAKEN.get(code.upper()) or (code.upper() if code.upper() in _PLACES else "")
    if meant and not notes.quiet:
        notes.add(place, f"unknown country {shown(code)}; did you mean '{meant}'?")
    else:
        notes.wrong(place, code, "is not a country: use the two capital letters of ISO 3166-1, EU or EEA")


def _answers_list(fact: FactType, node: Node) -> bool:
    return (
        fact.asked == "once"
        and isinstance(node, Mapping)
        and any(node.get(key) is not None for key in ANSWER_KEYS)
    )


def _list_version(fact: FactType, node: Node, notes: Notes) -> str:
    """The version of the catalog's list that `{answered:, list:}` names, or ''."""
    if not _answers_list(fact, node):
        return ""
    section = open_section(node, fact.name, ANSWER_KEYS, notes, required=ANSWER_KEYS)
    version = section.mapping.get("list") if section else None
    if version is None:
        return ""
    text = read_text(version, "list", notes)
    period = parse_period_key(text)
    if period is None or period.first != period.last:
        notes.wrong(version.place, text, "is not the month of a list: write it as 2026-11")
    return text


_READERS: dict[str, _Reader] = {
    "bool": _flag,
    "date": _day,
    "text": _text,
    "enum": _word,
    "set": _set,
    "countries": _set,
}
