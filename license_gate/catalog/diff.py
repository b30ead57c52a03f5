"""Two editions -> what changed in the terms, by theme; how a text is worded or numbered does not count."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from license_gate.catalog.condition_diff import Change, differences, said, settled
from license_gate.catalog.page import EFFECTS, label_of
from license_gate.domain.condition import Condition, Leaf, Unclear
from license_gate.domain.license import Clause, Edition, Parameter
from license_gate.domain.vocabulary import Vocabulary

_AKIN = 0.3  # how alike the cases of two terms of one kind are, from which on one is the other, changed
_TOLD = 0.5  # how alike two sentences are, from which on only their differing words are shown
_AROUND = 2  # words shown on either side of a differing one


class Changed(NamedTuple):
    """One term that both have, and how it differs."""

    before: Clause
    after: Clause
    changes: tuple[Change, ...]


class Theme(NamedTuple):
    """The differences under one heading."""

    name: str
    only_before: tuple[Clause, ...]
    only_after: tuple[Clause, ...]
    changed: tuple[Changed, ...]


class Difference(NamedTuple):
    """All differences of two editions; `same` are the terms that do not differ."""

    before: Edition
    after: Edition
    about: tuple[Change, ...]
    themes: tuple[Theme, ...]
    same: tuple[Clause, ...]


def compare(before: Edition, after: Edition, words: Vocabulary) -> Difference:
    """What changes for somebody who goes from one edition to the other."""
    pairs = pair_up(before.clauses, after.clauses)
    judged = [Changed(old, new, tuple(_changes(old, new, before, after))) for old, new in pairs]
    gone = [clause for clause in before.clauses if all(clause is not old for old, _ in pairs)]
    come = [clause for clause in after.clauses if all(clause is not new for _, new in pairs)]
    themes = []
    for name in dict.fromkeys(kind.theme for kind in words.kinds.values()):
        theme = Theme(
            name,
            tuple(clause for clause in gone if words.kinds[clause.kind].theme == name),
            tuple(clause for clause in come if words.kinds[clause.kind].theme == name),
            tuple(each for each in judged if each.changes and words.kinds[each.before.kind].theme == name),
        )
        themes += [theme] if any(theme[1:]) else []
    same = tuple(each.before for each in judged if not each.changes)
    return Difference(before, after, tuple(_about(before, after, words)), tuple(themes), same)


def pair_up(before: tuple[Clause, ...], after: tuple[Clause, ...]) -> list[tuple[Clause, Clause]]:
    """The terms that answer each other: of one kind, by name, else the most alike."""
    named = {(clause.id, clause.kind): clause for clause in after}
    pairs = [(old, named[old.id, old.kind]) for old in before if (old.id, old.kind) in named]
    left = [old for old in before if (old.id, old.kind) not in named]
    taken = {clause.id for _, clause in pairs}
    free = [new for new in after if new.id not in taken]
    scored = [
        (_alike(old, new), row, column)
        for row, old in enumerate(left)
        for column, new in enumerate(free)
        if old.kind == new.kind
    ]
    rows, columns = set[int](), set[int]()
    for score, row, column in sorted(scored, key=lambda each: (-each[0], each[1:])):
        if score >= _AKIN and row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((left[row], free[column]))
    return pairs


def _alike(old: Clause, new: Clause) -> float:
    first, second = _atoms(old.when), _atoms(new.when)
    shared = len(first & second) / len(first | second) if first | second else 1.0
    return shared if old.effect == new.effect else shared / 2


def _atoms(condition: Condition) -> frozenset[str]:
    """What a condition asks, in small pieces: facts, and facts with each of their words."""
    if isinstance(condition, Leaf):
        words = condition.value if isinstance(condition.value, tuple) else (condition.value,)
        named = {f"{condition.fact} {word}" for word in words if isinstance(word, str)}
        return frozenset(named or {condition.fact})
    if isinstance(condition, Unclear):
        return _atoms(condition.when)
    parts = [part for group in condition for part in group]
    return frozenset().union(*map(_atoms, parts)) if parts else frozenset()


def _about(before: Edition, after: Edition, words: Vocabulary) -> list[Change]:
    licensors = [words.licensors.get(each.licensor, each.licensor) for each in (before, after)]
    found = [
        Change("category", before.category, after.category),
        Change("licensor", licensors[0], licensors[1]),
    ]
    return [change for change in found if change.before != change.after]


def _changes(old: Clause, new: Clause, before: Edition, after: Edition) -> list[Change]:
    found = differences(_settled(old.when, before), _settled(new.when, after))
    if old.effect != new.effect:
        found.append(Change("effect", EFFECTS[old.effect], EFFECTS[new.effect]))
    found += _parameters(dict(old.parameters), dict(new.parameters))
    shown = any(change.what in map(label_of, ("display", "prefix", "file")) for change in found)
    done = [
        said(_settled(clause.met, side)) if clause.met else "not judged"
        for clause, side in ((old, before), (new, after))
    ]
    if done[0] != done[1] and not shown:
        found.append(Change("done", done[0], done[1]))
    if set(old.lifts) != set(new.lifts):
        found.append(Change("takes away", ", ".join(old.lifts), ", ".join(new.lifts)))
    if old.inherits != new.inherits:
        found.append(Change("travels", _travels(old), _travels(new)))
    return [*found, *_sentences(old.says, new.says, found, before, after)]


def _settled(condition: Condition, edition: Edition) -> Condition:
    return settled(condition, edition.released, edition.id)


def _travels(clause: Clause) -> str:
    said_so = clause.inherits
    if isinstance(said_so, tuple):
        return ", ".join(f"{relation}: {_word(value)}" for relation, value in said_so)
    return "not said" if said_so is None else _word(said_so)


def _word(value: bool | str) -> str:  # noqa: FBT001 (the value of a key, not a switch)
    return value if isinstance(value, str) else "yes" if value else "no"


def _parameters(old: dict[str, Parameter], new: dict[str, Parameter]) -> list[Change]:
    return [
        Change(label_of(name), _listed(old.get(name)), _listed(new.get(name)))
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    ]


def _listed(value: Parameter | None) -> str:
    return "" if value is None else value if isinstance(value, str) else "; ".join(value)


def _sentences(old: str, new: str, found: list[Change], before: Edition, after: Edition) -> list[Change]:
    """What our sentences say differently, where that is not told by the other changes or by the two names."""
    first, second = old.split(), new.split()
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.ratio() < _TOLD:
        return [] if found else [Change("in short", old, new)]
    told = " ".join(text for change in found for text in (*change[1:], *_months(change)))
    names = (before.name, before.short, before.id), (after.name, after.short, after.id)
    changes = []
    for group in matcher.get_grouped_opcodes(_AROUND):
        pieces = [(first[one:two], second[to:until]) for tag, one, two, to, until in group if tag != "equal"]
        if not all(_told(old, told, names[0]) and _told(new, told, names[1]) for old, new in pieces):
            left, right = first[group[0][1] : group[-1][2]], second[group[0][3] : group[-1][4]]
            changes.append(Change("in short", "... " + " ".join(left), "... " + " ".join(right)))
    return changes


def _months(change: Change) -> tuple[str, str]:
    return change.before.removeprefix("in "), change.after.removeprefix("in ")


def _told(words: list[str], told: str, names: tuple[str, ...]) -> bool:
    plain = " ".join(words).strip("\"',;:. ")
    return not plain or plain in told or any(plain in name or plain == f"{name}'s" for name in names)
