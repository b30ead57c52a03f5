"""Small repositories over the real catalog: declared models, recorded facts, policies; and their verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from hypothesis import reject
from hypothesis import strategies as st

from license_gate import policies
from license_gate.catalog.lookup import load_catalog
from license_gate.documents.extends import resolve_policy
from license_gate.documents.facts import read_facts
from license_gate.documents.policy import PolicyDocument, read_policy
from license_gate.documents.yaml_tree import compose
from license_gate.domain.answers import LEVELS
from license_gate.domain.facts import Entry
from license_gate.domain.manifest import Base, Declaration, Manifest, Product, Target
from license_gate.domain.place import Place, Problem
from license_gate.domain.policy import Policy, Rule, Selector
from license_gate.domain.verdict import Run, Verdict
from license_gate.errors import DocumentError
from license_gate.evaluate.evaluate import Inputs, evaluate
from license_gate.facts.contradictions import contradictions

CATALOG = load_catalog()
WORDS = CATALOG.words
TODAY = dt.date(2026, 11, 15)
PLACE = Place("models.yaml", 5, 5)

# Values that facts.yaml could hold, on both sides of what licenses ask.
VALUES: Mapping[str, tuple[str, ...]] = {
    "group.monthly_active_users": ('"<1M"', '"<700M"', "{2023-06: 820M}", "{2024-06: 800M}", "{2023-06: 40M, 2025-05: 120M}"),
    "group.revenue": ('"<USD 1M"', "{2025: USD 5M}", "{2025: USD 40M}", "{2025: EUR 3M..12M}"),
    "product.monthly_active_users": ('"<1M"', "{2026-10: 150M}", "{2026-09: 90M}"),
    "organization.type": ("company", "individual", "charity", "academic"),
    "organization.seat": ("[US]", "[DE]", "[NO]"),
    "organization.registrations": ("[]", "[stabilityai-community]"),
    "use.commercial": ("true", "false"),
    "use.payment": ("true", "false"),
    "use.production": ("true", "false"),
    "use.purposes": ("[product]", "[evaluation]", "[academic-research]", "[internal-operations]"),
    "use.territories": ("[US]", "[NO, SE]", "{excludes: [EU, GB, KR]}", "{includes: [US]}"),
    "use.fields": ("[]", "[military]", "[medical-advice]", "[essential-services]"),
    "use.field_conditions": ("[]", "[supports-professional, human-decides]"),
    "use.measures": ("[]", "[content-filter, ai-disclosure]"),
    "use.offering": ("[feature]", "[model-access]"),
    "use.received_as": ("weights", "integrated-product"),
    "distribution.includes": ("[]", "[license-copy]", "[license-copy, notice-file, attribution, change-notes, use-restrictions]"),
    "distribution.displays": ("[]", "[Built with Llama]"),
    "group.competes_with": ("[]", "[black-forest-labs]"),
}  # fmt: skip
MODELS = (
    "meta-llama/Llama-2-7b-hf", "meta-llama/Meta-Llama-3-8B", "meta-llama/Llama-3.1-8B-Instruct",
    "meta-llama/Llama-3.2-11B-Vision-Instruct", "google/gemma-3-12b-it", "Qwen/Qwen2.5-72B-Instruct",
    "Qwen/Qwen2.5-7B-Instruct", "mistralai/Mistral-7B-v0.1", "deepseek-ai/DeepSeek-R1", "deepseek-ai/DeepSeek-V3",
    "black-forest-labs/FLUX.1-dev", "stabilityai/stable-diffusion-3.5-large", "tencent/Hunyuan-A13B-Instruct",
    "bigcode/starcoder2-15b", "acme/plain", "acme/tuned-llama3",
)  # fmt: skip
LICENSES = ("", "mit", "apache-2.0", "llama2", "cc-by-nc-4.0", "cc-by-sa-4.0", "gpl-3.0", "lfm1.0", "other", "odd-1.0",
            "qwen-license", "mit OR llama2", "mit AND cc-by-nc-4.0")  # fmt: skip
ACTS = ("internal", "research", "evaluate", "serve", "embed", "distribute", "finetune", "merge", "train-on-outputs",
        "distill", "generate-data")  # fmt: skip
RELATIONS = ("finetune", "quantized", "merge", "trained-on-outputs", "distill-weights", "adapter-runtime")

# Not `st.builds(Base, ...)`: that makes up the fields with a default too, relations that no document can hold.
BASES = st.tuples(
    st.sampled_from((*MODELS, "nobody/unknown")),
    st.sampled_from(RELATIONS),
    st.sampled_from(("", "", "mit", "odd-1.0")),
).map(lambda given: Base(*given))
USES = st.lists(st.sampled_from(ACTS), min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    facts: dict[str, str | bool | None] = {
        "target.kind": draw(st.sampled_from((None, "language-model", "classifier", "media-generator"))),
        "target.released": draw(st.sampled_from((None, True, False))),
        "target.commercial": draw(st.sampled_from((None, True, False))),
    }
    entries = tuple(
        Entry(fact, value, origin="declared") for fact, value in facts.items() if value is not None
    )
    bases = draw(st.lists(st.sampled_from(MODELS).map(Base), max_size=1))
    name = draw(st.sampled_from(("acme/student", "acme/Llama-student")))
    return Target(name, tuple(bases), entries)


@st.composite
def declarations(draw: st.DrawFn, *names: str) -> Declaration:
    name = draw(st.sampled_from(names or MODELS))
    uses = draw(USES)
    teaching = "train-on-outputs" in uses or "distill" in uses
    return Declaration(
        name,
        PLACE,
        license=draw(st.sampled_from(LICENSES)),
        uses=uses,
        bases=tuple(draw(st.lists(BASES, max_size=1))),
        targets=(draw(targets()),) if teaching and draw(st.booleans()) else (),
        from_scratch=draw(st.booleans()),
    )


DECLARATIONS = st.lists(declarations(), min_size=1, max_size=3, unique_by=lambda each: each.model).map(tuple)
RECORDS: st.SearchStrategy[dict[str, str]] = st.lists(
    st.sampled_from([(fact, value) for fact, values in VALUES.items() for value in values]), max_size=10
).map(dict)


def recorded(records: Mapping[str, str]) -> tuple[Entry, ...]:
    """The entries of a facts.yaml; records that contradict each other are no repository of ours."""
    problems: list[Problem] = []
    text = "version: 1\n" + "".join(f"{fact}: {value}\n" for fact, value in records.items())
    node = compose(text.encode(), "facts.yaml", problems)
    assert node is not None, problems
    entries = read_facts(node, "facts.yaml", WORDS, problems, None).entries
    assert not problems, problems
    if contradictions(entries, WORDS.facts, rates=CATALOG.rates, day=TODAY.isoformat()):
        reject()
    return entries


def document(text: str, file: str, problems: list[Problem]) -> PolicyDocument:
    node = compose(text.encode(), file, problems)
    assert node is not None, problems
    return read_policy(node, file, WORDS, problems)


def policy(text: str) -> Policy:
    """A policy from its text, merged with what it extends."""
    problems: list[Problem] = []

    def load(name: str, _place: Place) -> PolicyDocument:
        return document(policies.read(name).decode(), name, problems)

    merged = resolve_policy(document(text, "policy.yaml", problems), load, problems, TODAY.isoformat())
    assert not problems, problems
    return merged


BUILTIN = {
    name: policy(f"version: 1\nname: test\nextends: [builtin:{name}@1]\n")
    for name in ("commercial", "strict", "internal", "research", "redistributor", "open-only")
}


def tightened(rules: Policy, data: st.DataObject) -> Policy:
    """A child of a policy: levels raised, a ban added, waivers gone."""
    unknown = tuple(
        (ignorance, data.draw(st.sampled_from(LEVELS[LEVELS.index(level) :])))
        for ignorance, level in rules.on_unknown
    )
    raised = tuple(
        rule._replace(level=data.draw(st.sampled_from(LEVELS[LEVELS.index(rule.level) :])))
        for rule in rules.rules
    )
    ban = Rule(
        "ban",
        data.draw(st.sampled_from(LEVELS)),
        Place("p.yaml"),
        "forbid",
        Selector((("category", (data.draw(st.sampled_from(("rail", "community", "permissive"))),)),)),
    )
    return rules._replace(on_unknown=unknown, rules=(*raised, ban), waivers=(), grace_days=0)


def judge(
    models: Iterable[Declaration],
    records: Mapping[str, str] | tuple[Entry, ...],
    rules: Policy,
    *,
    products: tuple[Product, ...] = (Product("default"),),
) -> Verdict:
    """The verdict on a repository; what contradicts a derived fact is no repository of ours."""
    try:
        return evaluate(inputs(models, records, rules, products))
    except DocumentError:
        reject()


def inputs(
    models: Iterable[Declaration],
    records: Mapping[str, str] | tuple[Entry, ...],
    rules: Policy,
    products: tuple[Product, ...] = (Product("default"),),
) -> Inputs:
    entries = records if isinstance(records, tuple) else recorded(records)
    run = Run("license-gate", CATALOG.version, TODAY.isoformat())
    manifest = Manifest("models.yaml", products=products, models=tuple(models))
    return Inputs(manifest, rules, CATALOG, entries, "facts.yaml", confidential=False, today=TODAY, run=run,
                  rates=CATALOG.rates)  # fmt: skip
