"""The schemas of models.yaml and facts.yaml, and the pieces that policies share with them."""

from __future__ import annotations

from license_gate.documents.facts import ANYWHERE, BASE, DECLARATION, FACTS_FILE, PRODUCT, TARGET, Stand
from license_gate.domain.vocabulary import Vocabulary
from scripts import schema_facts
from scripts import schema_parts as part
from scripts.schema_parts import Schema

SCOPES = {
    "organization": "The legal entity that uses the models.",
    "consolidated": "That entity with its subsidiaries.",
    "group": "That entity with every affiliate, parents and sisters too.",
    "product": "One product of the manifest.",
    "use": "How the product uses the model.",
    "model": "The model itself.",
    "output": "What the model produces.",
    "target": "A model that is trained with it or on its outputs.",
    "distribution": "What is handed to others, and under which terms.",
    "lineage": "What the model was made from.",
    "calendar": "Dates of the run.",
}


def fact_ref(name: str) -> Schema:
    """A reference to the definition of a fact."""
    return {"$ref": f"#/$defs/facts/{name}"}


def fact_properties(words: Vocabulary, stand: Stand) -> Schema:
    """The keys that `facts:` takes at one place: bare, dotted and nested."""
    allowed = [name for name, kind in words.facts.items() if _may_stand(name, kind.scope, stand)]
    properties: Schema = {}
    for scope in stand.scopes:
        inner = {name.partition(".")[2]: fact_ref(name) for name in allowed if name.startswith(f"{scope}.")}
        if scope == stand.bare:
            properties.update(inner)
        if inner:
            properties[scope] = part.section(SCOPES[scope], inner, type=["object", "null"])
    return {**properties, **{name: fact_ref(name) for name in allowed}}


def _may_stand(name: str, scope: str, stand: Stand) -> bool:
    return scope in stand.scopes and (name != "use.acts" or stand is ANYWHERE)


def facts_at(words: Vocabulary, stand: Stand, description: str) -> Schema:
    """The schema of a `facts:` key."""
    return part.section(description, fact_properties(words, stand), type=["object", "null"])


def facts_schema(words: Vocabulary) -> Schema:
    """facts.yaml."""
    properties = {
        "version": part.version(),
        "confidential": part.flag("Outputs say how a value compares with a term, never the value."),
        **fact_properties(words, FACTS_FILE),
    }
    root = part.section("What is true of the organization; whoever owns the numbers writes it.", properties)
    return {**root, "required": ["version"], "$defs": schema_facts.definitions(words, FACTS_FILE.scopes)}


def acts(words: Vocabulary) -> Schema:
    """`uses:`."""
    said = "What is done with the model. A written list is complete: what it leaves out is not done."
    return part.choices(said, words.facts["use.acts"].values)


def lineage_definitions(words: Vocabulary) -> Schema:
    """`base:`, `trained_on:` and `targets:`."""
    target_facts = {
        name.partition(".")[2]: fact_ref(name) for name, kind in words.facts.items() if kind.scope == "target"
    }
    target = {
        "model": part.name("The trained model: org/name."),
        "base": {"$ref": "#/$defs/bases"},
        "facts": facts_at(words, TARGET, "Facts of the trained model."),
        **target_facts,
    }
    how = "How it was made; without it: finetune, or by the kind of source."
    said = "Facts of the source, such as families, modalities and released."
    return {
        "relation": part.word(how, words.relations),
        "source_facts": facts_at(words, BASE, said),
        "base": part.section("What the model was made from.", _edge(("model", "dataset"))),
        "lesson": part.section(
            "Data or outputs that it was trained on.", _edge(("dataset", "outputs_of", "model"))
        ),
        "bases": part.one_or_more(
            "What the model was made from: a name is one finetune.",
            {"anyOf": [part.name("A model: org/name."), {"$ref": "#/$defs/base"}]},
        ),
        "target": part.section("A model that is trained with this one or on its outputs.", target, ["model"]),
    }


def _edge(sources: tuple[str, ...]) -> Schema:
    said = {
        "model": "The model it comes from: org/name.",
        "dataset": "The data set it was trained on: org/name.",
        "outputs_of": "The model whose outputs it was trained on.",
    }
    return {
        **{key: part.name(said[key]) for key in sources},
        "relation": {"$ref": "#/$defs/relation"},
        "license": part.one_or_more(
            "What the publisher of this source claims; of a list all bind.", part.name("")
        ),
        "base": {"$ref": "#/$defs/bases"},
        "facts": {"$ref": "#/$defs/source_facts"},
    }


def models_schema(words: Vocabulary) -> Schema:
    """models.yaml."""
    properties = {
        "version": part.version(),
        "policy": _policy(),
        "facts": part.name("The path of facts.yaml, from the folder of this file."),
        "products": part.named_entries("The products of the repository; without it, one named 'default'.", _product(words)),
        "models": part.entries("The models that the repository uses.", {"$ref": "#/$defs/model"}),
        "ignore": part.entries("Paths in which references to models do not count.", _ignore()),
        "include": part.names("The manifests of a monorepo, as paths or globs."),
    }  # fmt: skip
    scopes = (*PRODUCT.scopes, *DECLARATION.scopes, *TARGET.scopes)
    root = part.section("What a repository says of the models it uses.", properties, ["version"])
    definitions = {
        "model": _model(words),
        **lineage_definitions(words),
        **schema_facts.definitions(words, scopes),
    }
    return {**root, "$defs": definitions}


def _policy() -> Schema:
    pinned = {
        "url": {"description": "Where it is published.", "type": "string", "pattern": "^https://"},
        "sha256": {
            "description": "The SHA-256 of its text.",
            "type": ["string", "number"],
            "pattern": "^[0-9A-Fa-f]{64}$",
        },
    }
    forms = [
        part.name("builtin:NAME@N, or a path from the folder of this file."),
        part.section("A policy by address.", pinned, ["url", "sha256"]),
    ]
    return {
        "description": "The policy that judges: builtin:NAME@N, a path or a pinned address.",
        "anyOf": forms,
    }


def _product(words: Vocabulary) -> Schema:
    properties = {
        "paths": part.names("Globs of its files: references there need a declaration for this product."),
        "uses": acts(words),
        "facts": facts_at(words, PRODUCT, "Facts of the product; bare names mean product.*."),
        "interface": part.names("Globs of the files in which display lines must be seen."),
    }
    return part.section("One product.", properties)


def _ignore() -> Schema:
    properties = {"paths": part.names("Paths or globs."), "reason": part.text("Why they do not count.")}
    return part.section("Paths that are left out.", properties, ["paths", "reason"])


def _model(words: Vocabulary) -> Schema:
    trained = part.one_or_more(
        "Data or outputs of other models that it was trained on.", {"$ref": "#/$defs/lesson"}
    )
    properties = {
        "model": part.name("org/name on the Hub; ollama:NAME, openai:NAME, bedrock:NAME, internal:NAME ..."),
        "path": part.name("The path of weights that are kept in the repository."),
        "revision": part.name("The revision that is used: a commit of the model's repository."),
        "license": part.one_or_more(
            "What its publisher claims; 'ours' = you are the licensor; of a list all bind.", part.name("")
        ),
        "products": part.names("The products that use it; none named = all."),
        "uses": acts(words),
        "base": {"$ref": "#/$defs/bases"},
        "trained_on": trained,
        "from_scratch": part.flag("It was made from nothing: there is no base."),
        "targets": part.entries("The models trained with it or on its outputs.", {"$ref": "#/$defs/target"}),
        "facts": facts_at(words, DECLARATION, "Facts of this model and its use."),
    }
    either = [{"required": ["model"]}, {"required": ["path"]}]
    return part.section("One model.", properties, oneOf=either)
