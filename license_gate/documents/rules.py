"""The `rules:` of a policy."""

from __future__ import annotations

from typing import Literal, cast

from license_gate.conditions.parse import parse
from license_gate.documents.reading import Section, open_section, read_name
from license_gate.documents.selectors import read_selector
from license_gate.documents.wording import Notes
from license_gate.domain.answers import LEVELS, Level
from license_gate.domain.policy import Rule
from license_gate.domain.tree import Mapping, Pair
from license_gate.domain.vocabulary import Vocabulary
from license_gate.domain.wording import escaped, nearest, shown

BUILTIN_RULES = (
    "within-license-terms",
    "license-known",
    "upstream-honest",
    "references-declared",
    "waivers-current",
    "agreements-current",
    "lock-current",
)
BUILTIN_KEYS = ("level", "because", "fix", "contact", "from", "repositories")
FORMS: tuple[Literal["forbid", "allow"], ...] = ("forbid", "allow")
RULE_KEYS = (*FORMS, "when", *BUILTIN_KEYS)


def read_rules(mapping: Mapping, words: Vocabulary, notes: Notes) -> tuple[Rule, ...]:
    """Read every entry of `rules:`."""
    rules = (_rule(pair, words, notes) for pair in mapping.pairs)
    return tuple(rule for rule in rules if rule is not None)


def read_level(section: Section, key: str = "level") -> Level:
    """A level; `fail` where none is written."""
    return cast("Level", section.choice(key, "level", LEVELS) or "fail")


def _rule(pair: Pair, words: Vocabulary, notes: Notes) -> Rule | None:
    name = read_name(pair.key, "rules", notes)
    keys = BUILTIN_KEYS if name in BUILTIN_RULES else RULE_KEYS
    section = open_section(pair.value, f"rule {escaped(name)}", keys, notes)
    if section is None:
        return None
    rule = Rule(
        name,
        read_level(section),
        pair.key.place,
        because=section.text("because"),
        fix=section.text("fix"),
        contact=section.name("contact"),
        since=section.day("from"),
        repositories=section.names("repositories"),
    )
    return rule if name in BUILTIN_RULES else _own_rule(rule, section, words)


def _own_rule(rule: Rule, section: Section, words: Vocabulary) -> Rule:
    forms = [form for form in FORMS if section.has(form)]
    if len(forms) != 1:
        _report_form(rule, section)
        return rule
    node = section.mapping.get(forms[0])
    when = section.mapping.get("when")
    return rule._replace(
        form=forms[0],
        selector=node and read_selector(node, forms[0], words, section.notes),
        when=None if when is None else parse(when, words, section.notes.problems),
    )


def _report_form(rule: Rule, section: Section) -> None:
    if section.has("forbid"):
        section.notes.add(section.place("allow"), "a rule has either 'forbid:' or 'allow:': write two rules")
        return
    near = nearest(rule.name, BUILTIN_RULES)
    meant = f"; did you mean '{near}'?" if near else ""
    section.notes.add(
        rule.place, f"{shown(rule.name)} is no built-in rule, so it needs 'forbid:' or 'allow:'{meant}"
    )
