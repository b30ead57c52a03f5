"""Rights bought from licensors, and choices between licenses: `agreements:` and `choices:` of a policy."""

from __future__ import annotations

import re

from license_gate.documents.reading import open_section
from license_gate.documents.selectors import read_clauses
from license_gate.documents.wording import Notes
from license_gate.domain.policy import Agreement, Choice
from license_gate.domain.tree import Node
from license_gate.domain.vocabulary import Vocabulary

AGREEMENT_KEYS = ("id", "with", "licenses", "clauses", "reference", "reason", "approved_by", "until")
CHOICE_KEYS = ("model", "given", "choose", "reference")


def read_agreement(node: Node, words: Vocabulary, notes: Notes) -> Agreement | None:
    """Read one entry of `agreements:`; without `until` it does not end."""
    required = [key for key in AGREEMENT_KEYS if key != "until"]
    section = open_section(node, "an agreement", AGREEMENT_KEYS, notes, required)
    if section is None:
        return None
    licenses = section.choices("licenses", "license", words.editions)
    return Agreement(
        id=section.name("id"),
        licensor=section.choice("with", "licensor", words.licensors),
        licenses=licenses,
        clauses=read_clauses(section, "clauses", words, licenses),
        reference=section.name("reference"),
        reason=section.text("reason"),
        approved_by=section.name("approved_by"),
        until=section.day("until"),
        place=section.start,
    )


def read_choice_made(node: Node, _words: Vocabulary, notes: Notes) -> Choice | None:
    """Read one entry of `choices:`: which branch of an OR was taken for a model."""
    section = open_section(node, "a choice", CHOICE_KEYS, notes, required=CHOICE_KEYS[:3])
    if section is None:
        return None
    given, chosen = section.name("given"), section.name("choose")
    branches = [part.strip(" ()").lower() for part in re.split(r"\s+OR\s+", given, flags=re.IGNORECASE)]
    if given and chosen and chosen.strip(" ()").lower() not in branches:
        notes.wrong(section.place("choose"), chosen, "is not one of the licenses that 'given:' offers")
    return Choice(section.name("model"), given, chosen, section.name("reference"), section.start)
