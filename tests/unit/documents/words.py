"""A small vocabulary, made by hand: what the readers need and nothing that the catalog may change."""

from __future__ import annotations

from typing import Literal

from license_gate.domain.facts import FactKind, FactType
from license_gate.domain.license import Kind
from license_gate.domain.vocabulary import Vocabulary

ACTS = ("internal", "serve", "embed", "distribute", "finetune", "distill", "train-on-outputs")


def _fact(
    name: str,
    kind: FactKind,
    values: tuple[str, ...] = (),
    *,
    of: str = "",
    money: bool = False,
    asked: Literal["when-named", "once"] = "when-named",
    derived: Literal["", "identity"] = "",
    strict: tuple[str, ...] = (),
    refuses_empty: bool = False,
) -> FactType:
    return FactType(
        name, kind, "legal", "", "", asked, values, of=of, money=money,
        derived=derived, strict=strict, refuses_empty=refuses_empty,
    )  # fmt: skip


def _kind(name: str) -> Kind:
    return Kind(name, "LG301", name, "scale", "withholds", "undecided", "fail", "facts", "scale-cap", "")


_FACTS = (
    _fact("organization.type", "enum", ("individual", "company", "charity")),
    _fact("organization.seat", "countries", refuses_empty=True),
    _fact("organization.founded", "date"),
    _fact("organization.sanctioned", "bool"),
    _fact("organization.registrations", "set", of="licenses"),
    _fact("group.monthly_active_users", "level"),
    _fact("group.revenue", "flow", money=True),
    _fact("group.competes_with", "set", of="licensors"),
    _fact("consolidated.revenue", "flow", money=True),
    _fact("product.monthly_active_users", "level"),
    _fact("product.for_minors", "bool", strict=("true",)),
    _fact("use.acts", "set", ACTS, derived="identity", refuses_empty=True),
    _fact("use.received_as", "enum", ("weights", "service"), strict=("weights",)),
    _fact("use.commercial", "bool", strict=("true",)),
    _fact("use.purposes", "set", ("product", "evaluation"), refuses_empty=True),
    _fact("use.territories", "countries", refuses_empty=True),
    _fact("use.fields", "set", ("military", "weapons"), asked="once"),
    _fact("model.released", "date", derived="identity"),
    _fact("model.families", "set", of="families", derived="identity"),
    _fact("model.modalities", "set", ("text", "image"), derived="identity"),
    _fact("target.kind", "enum", ("language-model", "classifier")),
    _fact("target.released", "bool"),
    _fact("target.commercial", "bool"),
    _fact("target.license", "text"),
    _fact("distribution.displays", "set"),
    _fact("lineage.kinds", "set", of="kinds", derived="identity"),
)

WORDS = Vocabulary(
    facts={fact.name: fact for fact in _FACTS},
    kinds={name: _kind(name) for name in ("user-limit", "output-training", "naming-prefix")},
    editions=frozenset({"llama2", "llama3.1", "apache-2.0"}),
    licensors={"meta": "Meta", "apache": "Apache Software Foundation"},
    families={"llama2": "Llama 2", "llama3.1": "Llama 3.1"},
    relations={
        "finetune": "finetune",
        "merge": "merge",
        "adapter": "adapter-runtime",
        "adapter-runtime": "adapter-runtime",
        "distilled": "distill-weights",
        "distill-weights": "distill-weights",
        "dataset": "trained-on-dataset",
        "trained-on-dataset": "trained-on-dataset",
        "trained-on-outputs": "train-on-outputs",
        "train-on-outputs": "train-on-outputs",
    },
    columns=frozenset({"scale-cap", "use-policy"}),
    clauses={"llama2": frozenset({"user-limit", "naming-prefix"})},
)
