"""The deciding values of a text against those recorded for an edition: every difference by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from license_gate.domain.text import Difference
from license_gate.identify.beside import find_beside
from license_gate.identify.deciding import find_all, negations, numbers, purposes, versions
from license_gate.identify.found import WORDING, Value
from license_gate.identify.index import KnownText
from license_gate.identify.match import Candidate
from license_gate.identify.plain import Plain
from license_gate.identify.words import RUN, Words

# Words that may be missing or strange before "wording" is a difference of its own: corrected typing errors, a
# holder's name inside BSD. Deciding values are compared whatever these say.
TOLERATED_SHARE, TOLERATED_WORDS = 0.02, 4
_TORN = 0.08  # with more missing, lost bare numbers and small words are told as missing words
_FREQUENT = (numbers.WHAT, negations.WHAT, purposes.WHAT, versions.WHAT)
_COUNTED = (negations.WHAT, purposes.WHAT)
_MARGIN = 12  # words around the pieces that still belong to them: changed first and last words
_QUOTED = 8  # strange words that are shown
_COPIES = 1.5  # a stretch longer than this many times the known text may hold it twice


class Scope(NamedTuple):
    """What of a file is compared with a known text. Positions count words, `last` included."""

    first: int
    last: int
    before: int  # where the words in front that belong to the license begin
    after: int  # where the words behind end


def values_of(plain: Plain, words: Words, scope: Scope) -> dict[str, list[Value]]:
    """The deciding values inside the scope, with offsets of the whole file."""
    first = max(scope.before, scope.first - _MARGIN)
    last = min(scope.after, scope.last + _MARGIN)
    start, end = words.offsets[first], words.offsets[last] + len(words.words[last])
    part = Plain(_padded(plain.text, start, end), _padded(plain.shown, start, end), (), ())
    shift = start - 1
    inside = words.offsets[scope.first] - shift, words.offsets[scope.last] - shift
    return {
        what: [
            Value(value.text, value.start + shift, value.end + shift)
            for value in found
            if what not in _FREQUENT or inside[0] <= value.start <= inside[1]
        ]
        for what, found in find_all(part).items()
    }


def compare(
    plain: Plain,
    words: Words,
    candidate: Candidate,
    known: KnownText,
    scope: Scope,
    found: dict[str, list[Value]],
) -> tuple[Difference, ...]:
    """All that a text says differently from `known`, the deciding values first."""
    torn = 1 - candidate.shared / known.runs > _TORN
    single = scope.last - scope.first < _COPIES * known.words
    told = [
        _difference(
            plain, what, found.get(what, []), {} if torn and what in _FREQUENT else recorded, recorded
        )
        or (_more(what, found.get(what, []), recorded) if single and not torn and what in _COUNTED else None)
        for what, recorded in _every(found, known)
    ]
    told.extend(find_beside(plain, words, scope.before, scope.first, scope.last, scope.after))
    told.append(_wording(plain, words, candidate, known))
    return tuple(each for each in told if each is not None)


def _every(found: Mapping[str, list[Value]], known: KnownText) -> list[tuple[str, dict[str, int]]]:
    """Each kind of value that either side has, with what is recorded of it."""
    kinds = (*found, *(what for what in known.values if what not in found))
    return [(what, known.values.get(what, {})) for what in kinds]


def count_differences(found: Mapping[str, list[Value]], known: KnownText) -> int:
    """On how many kinds of values a text differs from a known one; what is only absent counts half."""
    total = 0
    for what in {*found, *known.values}:
        here = {value.text.lower() for value in found.get(what, ())}
        there = {value.lower() for value in known.values.get(what, {})}
        total += 2 * bool(here - there) + bool(there - here)
    return total


def _difference(
    plain: Plain, what: str, found: list[Value], expected: dict[str, int], recorded: dict[str, int]
) -> Difference | None:
    """What is `expected` and not there often enough, and what is there and not `recorded`."""
    known = {value.lower() for value in recorded}
    counts = Counter(value.text.lower() for value in found)
    new = [value for value in found if value.text.lower() not in known]
    lost = tuple(value for value, count in expected.items() if counts[value.lower()] < count)
    if not new and not lost:
        return None
    line = plain.line(new[0].start) if new else 0
    return Difference(what, lost, tuple(dict.fromkeys(value.text for value in new)), line)


def _more(what: str, found: list[Value], recorded: dict[str, int]) -> Difference | None:
    """Small words that are there more often than recorded; only told where the license is there once."""
    counts = Counter(value.text for value in found)
    more = {
        word: count - recorded.get(word, 0) for word, count in counts.items() if count > recorded.get(word, 0)
    }
    told = tuple(f"{count} more {word!r}" for word, count in more.items())
    return Difference(what, (), told) if told else None


def _wording(plain: Plain, words: Words, candidate: Candidate, known: KnownText) -> Difference | None:
    strange = candidate.strange
    places = sum(1 for before, at in zip((-2, *strange), strange, strict=False) if at != before + 1)
    more = max(len(strange) - places * (RUN - 1), places)
    missing = max(0, known.runs - candidate.shared - places * (RUN - 1))
    if max(more, missing) <= max(TOLERATED_WORDS, TOLERATED_SHARE * known.words):
        return None
    recorded = (f"about {missing:,} words that are not here",) if missing else ()
    if not strange:
        return Difference(WORDING, recorded, ())
    at = min(strange[0] + RUN - 1, len(words.words) - 1)  # the first word that no known run ends with
    quoted = " ".join(words.words[at : at + _QUOTED])
    found = f"about {more:,} words of its own, first: {quoted}"
    return Difference(WORDING, recorded, (found,), plain.line(words.offsets[at]))


def _padded(text: str, start: int, end: int) -> str:
    """A stretch of a text between two spaces, so that words at its ends are whole."""
    return f" {text[start:end]} "
