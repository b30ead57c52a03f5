"""The schemas of license-policy.yaml, waivers.yaml and baseline.yaml."""

from __future__ import annotations

from license_gate.conditions.operands import OPERATORS
from license_gate.documents.baseline import ANSWERS, CAP_KEYS, DEBT_KEYS, FINDING_ID, FORBIDDEN, REQUIRED
from license_gate.documents.facts import ANYWHERE
from license_gate.documents.policy import CELLS, IGNORANCE
from license_gate.documents.rules import BUILTIN_RULES
from license_gate.domain.answers import EVIDENCE, LEVELS, OUTCOMES
from license_gate.domain.vocabulary import CATEGORIES, Vocabulary
from scripts import schema_documents as documents
from scripts import schema_facts
from scripts import schema_parts as part
from scripts.schema_parts import Schema

IGNORANCE_SAID: dict[str, str] = {
    "fact": "A fact is not recorded and a term turns on it.",
    "text": "The words of a license are unclear.",
    "attestation": "Nobody stated the fields of use that a license restricts.",
    "duty": "It is not known whether a duty arises.",
    "license": "The license of a model is not known.",
    "model": "A model is not known.",
    "lineage": "A base is named but cannot be read.",
    "lock": "A model is not in models.lock.",
    "late": "The newest month or year is not recorded yet.",
}
BUILTIN_SAID = {
    "within-license-terms": "Every term that binds is kept, judged on the recorded facts.",
    "license-known": "The license of every model is known.",
    "upstream-honest": "A model does not claim weaker terms than those of its base.",
    "references-declared": "Every model that the repository uses is declared.",
    "waivers-current": "No waiver has expired.",
    "agreements-current": "No agreement has expired.",
    "lock-current": "models.lock fits the manifest.",
}
SELECTORS_SAID = {
    "license": "Editions of licenses.",
    "clause": "Terms: a kind, or EDITION#ID.",
    "publisher": "Publishers of models.",
    "product": "Products of the manifest.",
}
OPERATORS_SAID = {
    "above": "More than this.",
    "at_least": "This or more.",
    "below": "Less than this.",
    "at_most": "This or less.",
    "is": "This value.",
    "in": "One of these values.",
    "includes": "One of these is in the set.",
    "within": "The whole set lies in this list.",
    "starts_with": "It begins with this; letter case does not count.",
}


def policy_schema(words: Vocabulary) -> Schema:
    """license-policy.yaml."""
    properties = {
        "version": part.version(),
        "name": part.name("The name that reports print."),
        "extends": part.names("The policies that this one tightens: builtin:NAME@N, or paths from the folder of this file."),
        "on_unknown": _on_unknown(),
        "assume": _recorded("Facts that hold where nobody recorded them; strict ones only."),
        "rules": _rules(),
        "agreements": part.entries("Rights bought from licensors.", _agreement(words)),
        "choices": part.entries("Which branch of an OR was taken for a model.", _choice()),
        "waivers": part.entries("Dated, reasoned, approved exceptions.", waiver(words)),
        "loosen": part.entries("What may be looser here than in the policies extended.", _loosen()),
        "inheritance": _inheritance(words),
        "grace_days": part.whole("How many days a month or year may be recorded late."),
        "baseline": _cap(),
        "tests": part.entries("Situations, and what they must come to.", _test(words)),
    }  # fmt: skip
    definitions = {
        "condition": _condition(words),
        "conditions": part.one_or_more("Conditions.", {"$ref": "#/$defs/condition"}),
        "rule": _own_rule(),
        "builtin_rule": part.section("A built-in rule.", _rule_keys()),
        "selector": _selector(words),
        "cells": _cells(words),
        "recorded": documents.facts_at(words, ANYWHERE, "Facts."),
        **documents.lineage_definitions(words),
        **schema_facts.definitions(words, ANYWHERE.scopes),
    }
    root = part.section("What an organization demands of the models it uses.", properties, ["version"])
    return {**root, "$defs": definitions}


def waivers_schema(words: Vocabulary) -> Schema:
    """waivers.yaml."""
    properties = {
        "version": part.version(),
        "waivers": part.entries("Dated, reasoned, approved exceptions.", waiver(words)),
    }
    return part.section("The waivers beside a policy.", properties, ["version"])


def baseline_schema() -> Schema:
    """baseline.yaml."""
    finding = part.section(
        "One finding; its id decides, the names are for readers.",
        {
            "id": {"description": "Its id in the report.", "type": "string", "pattern": f"^{FINDING_ID}$"},
            "answer": part.word("What was known: not knowing excuses no violation known later.", ANSWERS),
            **{key: part.name(f"The {key} it is about.") for key in DEBT_KEYS[2:]},
        },
        ["id", "answer"],
    )
    properties = {
        "version": part.version(),
        "until": part.day("The last day on which it holds."),
        "reason": part.text("Why."),
        "approved_by": part.name("Who approved it."),
        "findings": part.entries("What is excused.", finding),
    }
    return part.section("What the gate found when a repository took it on.", properties, REQUIRED)


def _cap() -> Schema:
    longest = part.whole("The longest in days.", r"^[1-9]\d{0,3}$")
    limited = part.section("How long a baseline may run.", {"longest": longest}, CAP_KEYS)
    said = "Whether a baseline may excuse what was there before, and for how long."
    return {"description": said, "anyOf": [{"enum": [FORBIDDEN]}, limited]}


def waiver(words: Vocabulary) -> Schema:
    """One waiver."""
    del words  # editions of an organization's own are allowed, so no list is given
    properties = {
        "id": part.name("A name of its own, such as W-12."),
        "rule": part.name("The rule that is waived."),
        "models": part.names("The models, as names or globs; none named = all."),
        "clauses": part.names("The terms: kinds, or EDITION#ID; compulsory for within-license-terms."),
        "licenses": part.names("The editions of licenses."),
        "products": part.names("The products."),
        "revision": part.name("The revision of the model that was looked at."),
        "reason": part.text("Why."),
        "approved_by": part.name("Who approved it."),
        "until": part.day("The last day on which it holds."),
    }
    return part.section("One waiver.", properties, ["id", "rule", "reason", "approved_by", "until"])


def _recorded(description: str) -> Schema:
    return {"description": description, "$ref": "#/$defs/recorded"}


def _on_unknown() -> Schema:
    levels: Schema = {key: part.word(IGNORANCE_SAID[key], LEVELS) for key in IGNORANCE}
    return part.section("The level of what cannot be decided, by its cause.", levels, type=["object", "null"])


def _rule_keys() -> Schema:
    return {
        "level": part.word("note, warn or fail (the default).", LEVELS),
        "because": part.text("Why the rule exists; findings print it."),
        "fix": part.text("What to do; findings print it first."),
        "contact": part.name("Whom to ask."),
        "from": part.day("Before this day the rule only warns."),
        "repositories": part.names("The repositories in which it holds, as globs; none named = all."),
    }


def _rules() -> Schema:
    builtin: Schema = {
        name: {"description": BUILTIN_SAID[name], "$ref": "#/$defs/builtin_rule"} for name in BUILTIN_RULES
    }
    return part.named_entries(
        "The demands, by name: built-in ones, and your own.", {"$ref": "#/$defs/rule"}, properties=builtin
    )


def _own_rule() -> Schema:
    properties = {
        "forbid": {"description": "What must not be there.", "$ref": "#/$defs/selector"},
        "allow": {"description": "What alone may be there.", "$ref": "#/$defs/selector"},
        "when": {"description": "The case in which the rule holds.", "$ref": "#/$defs/condition"},
        **_rule_keys(),
    }
    forms = [{"required": ["forbid"]}, {"required": ["allow"]}]
    return part.section("A rule of your own: 'forbid:' or 'allow:'.", properties, oneOf=forms)


def _selector(words: Vocabulary) -> Schema:
    openness = [
        "open_model",
        "open_weights",
        "restricted_weights",
        "contaminated_weights",
        "api_only",
        "unlicensed",
    ]
    properties = {
        "category": part.choices("Categories of licenses.", CATEGORIES),
        "openness": part.choices("How open the model is.", openness),
        "relation": part.choices("Steps of the lineage.", words.relations),
        "use": part.choices("What is done with the model.", words.facts["use.acts"].values),
        "evidence": part.choices("How the license is known.", EVIDENCE),
        **{key: part.names(said) for key, said in SELECTORS_SAID.items()},
    }  # fmt: skip
    return part.section("All keys must fit; of the values of one key, one.", properties, minProperties=1)


def _condition(words: Vocabulary) -> Schema:
    operand: Schema = {"type": ["string", "number", "boolean", "array"]}
    properties = {
        "fact": part.word("The fact that is compared.", words.facts),
        "at": part.name("The period, for facts over time: 2023-06, 2025, previous-month ..."),
        **{key: {"description": OPERATORS_SAID[key], **operand} for key in OPERATORS},
        "all": {"description": "All of these.", "$ref": "#/$defs/conditions"},
        "any": {"description": "One of these.", "$ref": "#/$defs/conditions"},
        "none": {"description": "None of these.", "$ref": "#/$defs/conditions"},
        "unclear": part.text("Which words of the text are unclear."),
        "when": {"description": "The case that may be meant.", "$ref": "#/$defs/condition"},
        "readings": {
            "description": "Ways to read one text, the strictest first.",
            "type": "array",
            "minItems": 2,
            "items": {"$ref": "#/$defs/condition"},
        },
    }
    return part.section("A condition over facts; {} always holds.", properties)


def _agreement(words: Vocabulary) -> Schema:
    properties = {
        "id": part.name("A name of its own, such as A-1."),
        "with": part.word("The licensor.", words.licensors),
        "licenses": part.names("The editions of licenses that it covers."),
        "clauses": part.names("The terms that it answers: kinds, ids or EDITION#ID."),
        "reference": part.name("The contract."),
        "reason": part.text("Why it was bought."),
        "approved_by": part.name("Who approved it."),
        "until": part.day("The last day on which it holds; without it, it does not end."),
    }
    return part.section("One agreement.", properties, [key for key in properties if key != "until"])


def _choice() -> Schema:
    properties = {
        "model": part.name("The model."),
        "given": part.name("The license expression that its publisher offers."),
        "choose": part.name("The branch that was taken."),
        "reference": part.name("The order or decision."),
    }
    return part.section("One choice.", properties, ["model", "given", "choose"])


def _loosen() -> Schema:
    properties = {
        "rule": part.name("The rule that is loosened."),
        "on_unknown": part.word("The class of ignorance that is loosened.", IGNORANCE),
        "to": part.word("The level that it falls to.", LEVELS),
        "reason": part.text("Why."),
        "approved_by": part.name("Who approved it."),
        "until": part.day("The last day on which it holds."),
    }
    either = [{"required": ["rule"]}, {"required": ["on_unknown"]}]
    return part.section("One loosening.", properties, ["to", "reason", "approved_by"], oneOf=either)


def _inheritance(words: Vocabulary) -> Schema:
    rows: Schema = {key: {"$ref": "#/$defs/cells"} for key in words.relations}
    return part.section("Cells of the table of what travels along a lineage.", rows, type=["object", "null"])


def _cells(words: Vocabulary) -> Schema:
    said = "I travels, N does not, C as the clause says, U unknown, X the step needs permission"
    columns = {column: part.word(f"{column}: {said}.", CELLS) for column in sorted(words.columns)}
    return part.section("Columns of the table.", columns)


def _test(words: Vocabulary) -> Schema:
    given = {
        "license": part.name("The license of the model."),
        "model": part.name("The model."),
        "base": {"$ref": "#/$defs/bases"},
        "uses": documents.acts(words),
        "product": part.name("The product."),
        "targets": part.entries("The models trained with it or on its outputs.", {"$ref": "#/$defs/target"}),
        "facts": _recorded("What is recorded."),
        "today": part.day("The day of the run."),
    }
    expect = {
        "outcome": part.word("What the terms come to.", OUTCOMES),
        "clause": part.name("The term that decides: a kind, an id or EDITION#ID."),
        "exit_code": part.whole("0 open, 1 closed.", "^[01]$"),
        "codes": {
            "description": "Codes of findings that there must be; [] = none at all.",
            "anyOf": [
                {"type": "string", "pattern": "^LG[1-9]\\d\\d$"},
                {"type": "array", "items": {"type": "string", "pattern": "^LG[1-9]\\d\\d$"}},
            ],
        },
    }
    either = [{"required": ["license"]}, {"required": ["model"]}]
    properties = {
        "name": part.text("What the test shows."),
        "given": part.section("The situation.", given, anyOf=either),
        "expect": part.section("What it must come to; what is not named is not compared.", expect, minProperties=1),
    }  # fmt: skip
    return part.section("One test.", properties, ["name", "given", "expect"])
