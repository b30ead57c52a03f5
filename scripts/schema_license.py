"""The schema of licenses/*.yaml: the catalog's editions and an organization's own."""

from __future__ import annotations

from typing import get_args

from license_gate.catalog.edition import TEXT_KINDS
from license_gate.domain.answers import Effect
from license_gate.domain.vocabulary import CATEGORIES, Vocabulary
from scripts import schema_parts as part
from scripts.schema_parts import Schema
from scripts.schema_policy import policy_schema

TEXT = {"type": ["string", "number"], "minLength": 1}
DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def license_schema(words: Vocabulary) -> Schema:
    """licenses/ID.yaml."""
    properties = {
        "id": part.name("The name of this file without .yaml; other documents use it."),
        "extends": part.name(
            "The edition that this entry of yours is made from: only what differs is written."
        ),
        "without": part.names("Ids of clauses of that edition which yours does not have."),
        "name": part.name("The full name, as reports print it."),
        "short": part.name("The short name, as titles of findings say it."),
        "licensor": part.name("Who grants the rights; in the catalog an id of licensors.yaml."),
        "date": {**TEXT, "description": "The date of the text, as exact as it gives it.", "pattern": DATE},
        "released": part.day("The release of the model version, where a term looks at the month before it."),
        "category": part.word("What sort of license it is.", CATEGORIES),
        "verified": part.flag("Whether a person read the text and checked every clause against it."),
        "missing": part.text("Why it is not verified."),
        "hub_tags": part.names(
            "Values of `license` and `license_name` on model cards that mean this text only."
        ),
        "aliases": part.names("Other exact spellings of its name."),
        "spdx": part.name("Its SPDX id, or a LicenseRef."),
        "scancode": part.name("Its key in ScanCode."),
        "osi_approved": part.flag("Whether the Open Source Initiative lists it."),
        "fsf_free": part.flag("Whether the Free Software Foundation lists it as free."),
        "status_source": part.text("Where the two were looked up."),
        "urls": part.names("Where the text is published."),
        "texts": part.entries("Digests of copies of the text.", _text()),
        "reviewed_on": part.day("When the text was last read against the entry."),
        "silent_on": part.names("What people look for and the text does not say."),
        "notes": {**part.one_or_more("What a reader should know.", TEXT)},
        "clauses": {"description": "The terms.", "type": "array", "items": {"$ref": "#/$defs/clause"}},
    }
    root = part.section(
        "What one edition of a license says.",
        properties,
        ["id"],
        anyOf=[{"required": ["extends"]}, {"required": ["name", "category", "clauses"]}],
    )
    shared = policy_schema(words)["$defs"]
    used = {name: shared[name] for name in ("condition", "conditions")}
    return {**root, "$defs": {"clause": _clause(words), **used}}


def _text() -> Schema:
    return part.section(
        "One copy.",
        {
            "of": part.word("Which document.", TEXT_KINDS),
            "sha256": {"description": "Of its bytes.", "type": "string", "pattern": "^[0-9a-f]{64}$"},
        },
        ["of", "sha256"],
    )


def _clause(words: Vocabulary) -> Schema:
    condition = {"$ref": "#/$defs/condition"}
    properties = {
        "id": {
            "description": "Its name within this license.",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
        },
        "kind": part.word("What sort of term it is.", words.kinds),
        "section": {
            **part.text("Where it stands; in quotes where it looks like a number."),
            "type": "string",
        },
        "effect": part.word("What it does, where that differs from its kind.", get_args(Effect)),
        "when": {"description": "The case in which it applies against you; absent: always.", **condition},
        "met": {"description": "When the duty is fulfilled.", **condition},
        "lifts": part.names("The clauses that this exception takes away."),
        "inherits": {
            "description": "Whether the text extends it to what is derived: at large, or by relation.",
            "anyOf": [
                {"enum": [True, False, "unknown"]},
                {"type": "object", "additionalProperties": {"enum": [True, False, "unknown"]}},
            ],
        },
        "says": part.text("The term in our own words: one sentence, no period at the end."),
        "locator": part.text("At most ten words by which it is found in a copy of the text."),
        "parameters": {
            "description": "Exact strings, files, addresses.",
            "type": "object",
            "additionalProperties": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
        },
    }
    return part.section("One term.", properties, ["id", "kind", "section", "says"])
