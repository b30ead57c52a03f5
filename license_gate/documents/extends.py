"""A policy merged with what it extends: a child may tighten, and loosen only what it says it loosens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from license_gate.documents.policy import BUILTIN, PolicyDocument
from license_gate.documents.tightening import loosenings
from license_gate.documents.waivers import check_waived_rules
from license_gate.documents.wording import Notes
from license_gate.domain.answers import LEVELS, Ignorance, Level, higher
from license_gate.domain.facts import Entry
from license_gate.domain.place import Place, Problem
from license_gate.domain.policy import Loosening, Policy, Rule
from license_gate.domain.wording import shown

Load = Callable[[str, Place], "PolicyDocument | None"]
GRACE_DAYS = 20  # where a policy says nothing


def resolve_policy(
    document: PolicyDocument,
    load: Load,
    problems: list[Problem],
    today: str = "",
    chain: tuple[str, ...] = (),
) -> Policy:
    """Merge a policy with everything that it extends, and that these extend.

    Args:
        document: the policy as read.
        load: gives the document behind a name in `extends:`, or reports at the place and gives None.
        problems: receives loosenings without an entry, cycles and waivers of unknown rules.
        today: an entry of `loosen:` that ended before this ISO day is not followed.
        chain: the files between the outermost policy and this one.
    """
    chain = (*chain, document.policy.file)
    parents = []
    for name, place in document.extends:
        parent = load(name, place)
        if parent is None:
            continue
        if parent.policy.file in chain:
            around = " -> ".join((*chain[chain.index(parent.policy.file) :], parent.policy.file))
            problems.append(Problem(place, f"policies extend each other in a circle: {around}"))
        else:
            parents.append(resolve_policy(parent, load, problems, today, chain))
    return extend(document, parents, problems, today)


def extend(
    document: PolicyDocument, parents: Sequence[Policy], problems: list[Problem], today: str = ""
) -> Policy:
    """Merge a policy with its parents, which are merged already. Without parents it is its own."""
    own, notes = document.policy, Notes(problems)
    _check_cells(own, parents, notes)
    floor = _tightest(parents, own.place, notes)
    merged = own if floor is None else _merge(document, floor, notes, today)
    check_waived_rules(merged.waivers, [rule.name for rule in merged.rules], problems)
    return merged


def _merge(document: PolicyDocument, floor: Policy, notes: Notes, today: str) -> Policy:
    own = document.policy
    loosened = {entry.subject: entry for entry in own.loosened}
    _check_subjects(own.loosened, floor, notes)
    rules = {rule.name: rule for rule in floor.rules}
    for rule in own.rules:
        rules[rule.name] = _judge_rule(rule, rules.get(rule.name), loosened.get(rule.name), today, notes)
    return own._replace(
        rules=tuple(rules.values()),
        on_unknown=_merge_unknown(document, floor, loosened, today, notes),
        assume=_merge_assumptions(own.assume, floor.assume, notes),
        agreements=floor.agreements + own.agreements,
        waivers=floor.waivers + own.waivers,
        choices=floor.choices + own.choices,
        loosened=floor.loosened + own.loosened,
        inheritance=_merge_cells(own, floor, notes),
        grace_days=_merge_grace(document, floor, loosened, today, notes),
        longest_baseline=_merge_cap(document, floor, notes),
    )


def _judge_rule(rule: Rule, parent: Rule | None, entry: Loosening | None, today: str, notes: Notes) -> Rule:
    ways = [] if parent is None else loosenings(rule, parent)
    if parent is None or not ways:
        return rule
    if entry is None:
        notes.add(
            rule.place,
            f"rule {shown(rule.name)} is looser than at {parent.place}: {', '.join(ways)}; "
            "tighten it, or add an entry under 'loosen:'",
        )
    elif entry.to != rule.level:
        notes.add(entry.place, f"this entry allows level {entry.to}, but the rule says {rule.level}")
    # What ended is as if it had never been agreed: the parent's rule is back.
    return rule if entry is not None and _holds(entry, today) else parent


def _holds(entry: Loosening, today: str) -> bool:
    return not entry.until or not today or today <= entry.until


def _merge_unknown(
    document: PolicyDocument, floor: Policy, loosened: dict[str, Loosening], today: str, notes: Notes
) -> tuple[tuple[Ignorance, Level], ...]:
    levels = dict(floor.on_unknown)
    places = dict(document.unknown_places)
    for ignorance, level in document.policy.on_unknown:
        floor_level = floor.unknown_level(ignorance)
        entry = loosened.get(f"on_unknown.{ignorance}")
        if LEVELS.index(level) >= LEVELS.index(floor_level):
            levels[ignorance] = level
        elif entry is None or entry.to != level:
            message = f"on_unknown.{ignorance} falls from {floor_level} ({floor.file}) to {level}"
            notes.add(places[ignorance], f"{message}: add an entry for it under 'loosen:'")
        elif _holds(entry, today):
            levels[ignorance] = level
    return tuple(levels.items())


def _merge_grace(
    document: PolicyDocument, floor: Policy, loosened: dict[str, Loosening], today: str, notes: Notes
) -> int | None:
    days = document.policy.grace_days
    allowed = GRACE_DAYS if floor.grace_days is None else floor.grace_days
    entry = loosened.get("on_unknown.late")
    if days is None:
        return floor.grace_days
    if days > allowed and entry is None:
        message = f"grace_days rises from {allowed} ({floor.file}) to {days}"
        notes.add(document.grace_place, f"{message}: add 'on_unknown: late' under 'loosen:'")
    return days if days <= allowed or (entry is not None and _holds(entry, today)) else floor.grace_days


def _merge_cap(document: PolicyDocument, floor: Policy, notes: Notes) -> int | None:
    """How long a baseline may run: a child may only shorten it."""
    own, allowed = document.policy.longest_baseline, floor.longest_baseline
    if own is None or allowed is None:
        return allowed if own is None else own
    if own > allowed:
        limit = f"{allowed} days" if allowed else "forbidden"
        notes.add(document.baseline_place, f"baseline rises from {limit} ({floor.file}) to {own} days")
    return min(own, allowed)


def _merge_assumptions(own: Iterable[Entry], floor: Iterable[Entry], notes: Notes) -> tuple[Entry, ...]:
    merged = {entry.fact: entry for entry in floor}
    for entry in own:
        parent = merged.setdefault(entry.fact, entry)
        if parent.value != entry.value:
            notes.add(entry.place, f"'{entry.fact}' is assumed otherwise at {parent.place}")
    return tuple(merged.values())


def _merge_cells(own: Policy, floor: Policy, notes: Notes) -> tuple[tuple[str, str, str], ...]:
    cells = {(relation, column): cell for relation, column, cell in floor.inheritance}
    for relation, column, cell in own.inheritance:
        if cells.setdefault((relation, column), cell) != cell:
            notes.add(own.place, f"inheritance of {column} by {relation} is already set by {floor.file}")
    return tuple((relation, column, cell) for (relation, column), cell in cells.items())


def _check_cells(own: Policy, parents: Sequence[Policy], notes: Notes) -> None:
    """What travels is for the catalog to say, or for one policy over it: the children of that take it as it is."""
    for parent in parents:
        known = {(relation, column) for relation, column, _ in parent.inheritance}
        for relation, column, _ in own.inheritance:
            if not parent.file.startswith(BUILTIN) and (relation, column) not in known:
                notes.add(own.place, f"inheritance of {column} by {relation} is for {parent.file} to set")


def _check_subjects(entries: Iterable[Loosening], floor: Policy, notes: Notes) -> None:
    rules = [rule.name for rule in floor.rules]
    for entry in entries:
        if entry.subject and not entry.subject.startswith("on_unknown.") and entry.subject not in rules:
            notes.unknown(entry.place, f"rule of {floor.file}", entry.subject, rules)


def _tightest(parents: Sequence[Policy], place: Place, notes: Notes) -> Policy | None:
    """The parents as one floor; where they differ in a rule, one of them must be the tighter."""
    if not parents:
        return None
    floor = parents[0]
    for other in parents[1:]:
        floor = _both(floor, other, place, notes)
    return floor


def _both(first: Policy, second: Policy, place: Place, notes: Notes) -> Policy:
    rules = {rule.name: rule for rule in first.rules}
    for rule in second.rules:
        rules[rule.name] = _tighter(rules.get(rule.name, rule), rule, place, notes)
    unknown = {
        ignorance: higher(first.unknown_level(ignorance), second.unknown_level(ignorance))
        for ignorance in dict((*first.on_unknown, *second.on_unknown))
    }
    grace = [days for days in (first.grace_days, second.grace_days) if days is not None]
    caps = [days for days in (first.longest_baseline, second.longest_baseline) if days is not None]
    return first._replace(
        rules=tuple(rules.values()),
        on_unknown=tuple(unknown.items()),
        assume=_merge_assumptions(second.assume, first.assume, notes),
        agreements=tuple(dict.fromkeys(first.agreements + second.agreements)),
        waivers=tuple(dict.fromkeys(first.waivers + second.waivers)),
        choices=tuple(dict.fromkeys(first.choices + second.choices)),
        loosened=tuple(dict.fromkeys(first.loosened + second.loosened)),
        inheritance=_merge_cells(second, first, notes),
        grace_days=min(grace, default=None),
        longest_baseline=min(caps, default=None),
    )


def _tighter(first: Rule, second: Rule, place: Place, notes: Notes) -> Rule:
    if not loosenings(first, second):
        return first
    if loosenings(second, first):
        notes.add(
            place,
            f"rule {shown(first.name)} differs between {first.place} and {second.place}, and neither is "
            "the tighter: extend one of the two",
        )
    return second
