"""The answers of `license-gate init --answers FILE`: what somebody would say to its questions."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.documents.fact_values import read_fact
from license_gate.documents.reading import Section, is_blank, open_section
from license_gate.documents.version import check_version
from license_gate.documents.wording import Notes
from license_gate.domain.facts import FactType
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence
from license_gate.domain.vocabulary import Vocabulary

FACTS = {
    "commercial": "use.commercial",
    "monthly_active_users": "group.monthly_active_users",
    "revenue": "group.revenue",
    "seat": "organization.seat",
    "fields": "use.fields",
}
ANSWER_KEYS = ("version", "uses", *FACTS, "hook", "workflow")


class Answers(NamedTuple):
    """What was answered; what is absent is open."""

    uses: tuple[str, ...] = ()
    facts: tuple[tuple[str, Node], ...] = ()  # name of the fact, its value as written
    hook: bool = True
    workflow: bool | None = None  # None: where the repository has a .github folder

    def fact(self, name: str) -> Node | None:
        """What was answered for one fact."""
        return dict(self.facts).get(name)


def read_answers(root: Node, words: Vocabulary, problems: list[Problem]) -> Answers | None:
    """Read a file of answers; a key without a value is an open question."""
    notes = Notes(problems)
    section = open_section(_given(root), "the answers", ANSWER_KEYS, notes)
    if section is None:
        return None
    if section.has("version"):
        check_version(section.mapping, "the answers", notes)
    acts = words.facts["use.acts"]
    hook = section.flag("hook")
    return Answers(
        uses=section.choices("uses", "use", acts.values),
        facts=_facts(section, words),
        hook=hook is None or hook,
        workflow=section.flag("workflow"),
    )


def _given(root: Node) -> Node:
    if not isinstance(root, Mapping):
        return root
    return Mapping(tuple(pair for pair in root.pairs if not is_blank(pair.value)), root.place)


def _facts(section: Section, words: Vocabulary) -> tuple[tuple[str, Node], ...]:
    found = []
    for pair in section.mapping.pairs:
        fact = words.facts.get(FACTS.get(pair.key.text, ""))
        if fact is not None:
            value = _listed(fact, pair.value)
            read_fact(fact, pair.key, value, words, section.notes)
            found.append((fact.name, value))
    return tuple(found)


def _listed(fact: FactType, value: Node) -> Node:
    """A single country or field may stand without brackets."""
    if fact.kind in ("set", "countries") and isinstance(value, Scalar):
        return Sequence((value,), value.place)
    return value
