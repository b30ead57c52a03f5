"""A license text -> the edition it is, on what it differs from it, and what else is in the file."""

from __future__ import annotations

from license_gate.domain.text import Difference
from license_gate.identify.compare import Scope, compare, count_differences, values_of
from license_gate.identify.found import EXCERPTS, Identified, Match
from license_gate.identify.index import Index, KnownText
from license_gate.identify.match import Candidate, Hits
from license_gate.identify.plain import Plain, read_plain
from license_gate.identify.words import RUN, Words, digest, hash_word, read_words, split_words

_MOST = 12  # licenses named in one file
_ALONE = 0.6  # other words than the license, as a share of it, with which a file is still a license file
_NEXT = 60  # words looked at in front and behind where it is a longer text
_TELL = 0.25  # share of a known text from which on the nearest is worth a word


def identify(data: bytes, index: Index) -> Identified:
    """The license of a file's bytes.

    `score` is the shared part of the wording. `differs_on` names each deciding value that is not the
    edition's: a text with entries there is not that edition. A file that is no text, or is near to no known
    one, has `license` None and the reason.
    """
    plain = read_plain(data)
    if isinstance(plain, str):
        return Identified(None, 0.0, reason=plain)
    words = read_words(plain)
    if len(words.runs) == 0:
        return Identified(None, 0.0, reason="the file holds no text")
    matches = _exact(plain, words, index) or _search(plain, words, index)
    if not matches:
        return Identified(None, 0.0, reason=_reason(words, index))
    first, *others = matches
    return Identified(
        first.license, first.score, first.differs_on, tuple(others), first.part, first.edition_text,
        first.same_text, first.lines,
    )  # fmt: skip


def _exact(plain: Plain, words: Words, index: Index) -> list[Match]:
    number = index.exact.get(digest(plain))
    if number is None or not index.texts[number].same:
        return []
    return [_match(index.texts[number], 1.0, (), _lines(plain, words, 0, len(words.words) - 1))]


def _search(plain: Plain, words: Words, index: Index) -> list[Match]:
    """All licenses in a text, that with most of its words first; one known by excerpts goes before."""
    hits = Hits(index, words)
    chosen: list[Candidate] = []
    while len(chosen) < _MOST and (alike := hits.candidates()):
        chosen.append(_choose(plain, words, index, alike))
        hits.take(chosen[-1].pieces)
    chosen.sort(key=lambda each: index.texts[each.number].whole)
    return _once([_describe(plain, words, index, each, chosen) for each in chosen])


def _once(matches: list[Match]) -> list[Match]:
    """Each license once, and each copy that differs; beside such a copy a clean one tells nothing."""
    kept: list[Match] = []
    for match in matches:
        same = [
            at for at, each in enumerate(kept) if (each.license, each.part) == (match.license, match.part)
        ]
        if not same:
            kept.append(match)
        elif match.differs_on and not kept[same[0]].differs_on:
            kept[same[0]] = match
        elif match.differs_on:
            kept.append(match)
    return kept


def _choose(plain: Plain, words: Words, index: Index, alike: list[Candidate]) -> Candidate:
    """Of texts that read alike that whose deciding values are there; copyright lines break a tie."""
    if len(alike) == 1:
        return alike[0]
    holders = {hash_word(word) for line in plain.copyrights for word in split_words(line)}
    found = values_of(plain, words, _scope(words, alike[0], alike[:1]))
    size = max(index.texts[candidate.number].runs for candidate in alike)

    def rank(candidate: Candidate) -> tuple[float, int, int]:
        known = index.texts[candidate.number]
        strangers = len(holders.symmetric_difference(known.holders)) if known.holders else len(holders)
        # What a copy lacks says less than what it has and the known text has not.
        fit = candidate.shared - (known.runs - candidate.shared) / 2 - len(candidate.strange)
        return count_differences(found, known) - 100 * fit / size, strangers, candidate.number

    return min(alike, key=rank)


def _describe(
    plain: Plain, words: Words, index: Index, candidate: Candidate, chosen: list[Candidate]
) -> Match:
    text = index.texts[candidate.number]
    scope = _scope(words, candidate, chosen)
    found = values_of(plain, words, scope)
    differences = compare(plain, words, candidate, index.main(candidate.number), scope, found)
    if not text.whole:
        differences = (*differences, Difference(EXCERPTS, ("only excerpts of this text are recorded",), ()))
    lines = _lines(plain, words, scope.first, scope.last)
    return _match(text, round(candidate.score, 4), differences, lines)


def _scope(words: Words, candidate: Candidate, chosen: list[Candidate]) -> Scope:
    """From the first to the last word of the license, and what around it nobody else claims."""
    first, last = candidate.pieces[0][0], min(candidate.pieces[-1][1] + RUN - 1, len(words.words) - 1)
    others = [piece for each in chosen if each is not candidate for piece in each.pieces]
    before = max((end + RUN for _, end in others if end < first), default=0)
    after = min((start - 1 for start, _ in others if start > last), default=len(words.words) - 1)
    if (first - before) + (after - last) > _ALONE * (last - first):
        before, after = max(before, first - _NEXT), min(after, last + _NEXT)
    return Scope(first, last, min(before, first), max(after, last))


def _match(
    text: KnownText, score: float, differences: tuple[Difference, ...], lines: tuple[int, int]
) -> Match:
    label = "" if text.same else text.label
    return Match(text.license, score, text.part, label, differences, text.shared, lines)


def _lines(plain: Plain, words: Words, first: int, last: int) -> tuple[int, int]:
    return plain.line(words.offsets[first]), plain.line(words.offsets[last])


def _reason(words: Words, index: Index) -> str:
    nearest = Hits(index, words).nearest()
    if nearest is None or nearest[1] < _TELL:
        return "no known license text is in the file"
    number, share = nearest
    return f"no known license text is near enough: {share:.0%} of the wording of {index.texts[number].license} is here"
