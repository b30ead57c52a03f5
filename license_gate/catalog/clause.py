"""One clause of an edition, read from YAML."""

from __future__ import annotations

from typing import cast, get_args

from license_gate.catalog.fields import Fields, texts
from license_gate.conditions.parse import parse
from license_gate.domain.answers import Effect
from license_gate.domain.condition import EVERY, Condition
from license_gate.domain.license import Clause, Inherits, Parameter, Travels
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping, Node, Scalar
from license_gate.domain.vocabulary import Vocabulary

KEYS = (
    "id", "kind", "section", "effect", "when", "met", "lifts", "inherits", "says", "locator", "parameters",
)  # fmt: skip
MAX_LOCATOR = 10  # words: enough to find the place in a user's copy, too few to be a copy
MAX_SAYS = 45
TRAVELS: dict[str, Travels] = {"true": True, "false": False, "unknown": "unknown"}


def read_clause(node: Node, words: Vocabulary, problems: list[Problem]) -> Clause | None:
    """One clause, or None where it cannot be read at all; what is wrong is added to `problems`."""
    if not isinstance(node, Mapping):
        problems.append(Problem(node.place, "a clause is written as a mapping: id, kind, section, says"))
        return None
    name = node.get("id")
    fields = Fields(node, f"clause {name.text!r}" if isinstance(name, Scalar) else "clause", KEYS, problems)
    kind = fields.choice("kind", words.kinds)
    return Clause(
        id=_id(fields),
        kind=kind,
        section=fields.quoted("section"),
        effect=_effect(fields, kind, words),
        says=_says(fields),
        when=_condition(fields, "when", words) or EVERY,
        met=_condition(fields, "met", words),
        lifts=fields.texts("lifts"),
        inherits=_inherits(fields, words),
        locator=_locator(fields),
        parameters=_parameters(fields),
    )


def _id(fields: Fields) -> str:
    text = fields.text("id", required=True)
    if text and not all(part.isalnum() and part == part.lower() for part in text.split("-")):
        fields.report(fields.place("id"), "id: lower-case words with hyphens between them")
    return text


def _effect(fields: Fields, kind: str, words: Vocabulary) -> Effect:
    """The effect as written, else the one of the kind."""
    written = fields.choice("effect", get_args(Effect), required=False)
    default = words.kinds[kind].effect if kind in words.kinds else "defines"
    if written == default:
        fields.report(fields.place("effect"), f"effect: {written} is what {kind} does anyway: leave it out")
    return cast("Effect", written or default)


def _condition(fields: Fields, key: str, words: Vocabulary) -> Condition | None:
    node = fields.node.get(key)
    return None if node is None else parse(node, words, fields.problems)


def _inherits(fields: Fields, words: Vocabulary) -> Inherits:
    """For every step one word, or a mapping of relations to words where the text tells them apart."""
    node = fields.node.get("inherits")
    if not isinstance(node, Mapping):
        return TRAVELS.get(fields.choice("inherits", list(TRAVELS), required=False))
    by_relation = Fields(node, "inherits", words.relations, fields.problems)
    return tuple(
        (
            words.relations[pair.key.text],
            TRAVELS.get(by_relation.choice(pair.key.text, list(TRAVELS)), "unknown"),
        )
        for pair in node.pairs
        if pair.key.text in words.relations
    )


def _says(fields: Fields) -> str:
    text = fields.text("says", required=True)
    if text.endswith("."):
        fields.report(fields.place("says"), "says: no period at the end, it is read inside a sentence")
    if len(text.split()) > MAX_SAYS:
        fields.report(fields.place("says"), f"says: {len(text.split())} words; at most {MAX_SAYS}")
    return text


def _locator(fields: Fields) -> str:
    text = fields.text("locator")
    if len(text.split()) > MAX_LOCATOR:
        fields.report(fields.place("locator"), f"locator: {len(text.split())} words; at most {MAX_LOCATOR}")
    return text


def _parameters(fields: Fields) -> tuple[tuple[str, Parameter], ...]:
    node = fields.node.get("parameters")
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        fields.report(node.place, "parameters: expected a mapping")
        return ()
    return tuple((pair.key.text, _parameter(pair.value, pair.key.text, fields)) for pair in node.pairs)


def _parameter(node: Node, key: str, fields: Fields) -> Parameter:
    return node.text if isinstance(node, Scalar) else texts(node, key, fields)
