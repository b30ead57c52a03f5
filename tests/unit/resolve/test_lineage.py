"""Declarations -> claims with their paths."""

from __future__ import annotations

from license_gate.catalog.lookup import load_catalog
from license_gate.domain.expression import Both, Named
from license_gate.domain.manifest import Base, Declaration
from license_gate.domain.place import Place
from license_gate.resolve.lineage import Lineage, trace

CATALOG = load_catalog()
PLACE = Place("models.yaml", 1, 1)


def lineage(declaration: Declaration, *others: Declaration) -> Lineage:
    return trace(declaration, {other.model: other for other in others}, CATALOG, CATALOG.words.families)


def shown(found: Lineage) -> list[tuple[str, list[str], str]]:
    return [
        (claim.text, [f"{step.relation}:{step.model}" for step in claim.source.path[1:]], claim.evidence)
        for claim in found.claims
    ]


def test_a_well_known_model_brings_its_registered_license() -> None:
    assert shown(lineage(Declaration("meta-llama/Llama-2-7b-hf", PLACE))) == [("llama2", [], "registry")]


def test_a_base_adds_its_own_claim_with_the_path() -> None:
    declared = Declaration("acme/a", PLACE, license="apache-2.0", bases=(Base("meta-llama/Llama-2-7b-hf"),))
    assert shown(lineage(declared)) == [
        ("apache-2.0", [], "assertion"),
        ("llama2", ["finetune:meta-llama/Llama-2-7b-hf"], "registry"),
    ]


def test_a_chain_may_be_written_in_the_manifest() -> None:
    middle = Declaration("acme/b", PLACE, license="mit", bases=(Base("google/gemma-2-9b", "merge"),))
    declared = Declaration("acme/a", PLACE, license="mit", bases=(Base("acme/b", "quantized"),))
    assert [path for _, path, _ in shown(lineage(declared, middle))] == [
        [], ["quantized:acme/b"], ["quantized:acme/b", "merge:google/gemma-2-9b"],
    ]  # fmt: skip


def test_models_that_name_each_other_end() -> None:
    first = Declaration("acme/a", PLACE, license="mit", bases=(Base("acme/b"),))
    second = Declaration("acme/b", PLACE, license="mit", bases=(Base("acme/a"),))
    assert len(lineage(first, first, second).claims) == 2


def test_nobody_names_a_license() -> None:
    (claim,) = lineage(Declaration("acme/unheard-of", PLACE)).claims
    assert claim.expression is None


def test_a_declaration_against_the_registry_is_a_conflict_and_both_bind() -> None:
    found = lineage(Declaration("meta-llama/Llama-2-7b-hf", PLACE, license="apache-2.0"))
    assert [claim.text for claim in found.claims] == ["llama2", "apache-2.0"]
    assert [(conflict.declared, conflict.recorded) for conflict in found.conflicts] == [
        ("apache-2.0", "llama2")
    ]


def test_the_same_license_by_another_spelling_is_no_conflict() -> None:
    assert not lineage(Declaration("meta-llama/Llama-2-7b-hf", PLACE, license="Llama2")).conflicts


def test_a_reference_to_a_provider_brings_the_providers_terms() -> None:
    found = lineage(Declaration("openai:gpt-4o", PLACE))
    assert shown(found) == [("openai-services-agreement-2026", [], "registry")]
    assert (found.provider, found.hinted_family) == ("OpenAI", "")


def test_outputs_of_a_provider_bring_its_terms_along() -> None:
    declared = Declaration(
        "acme/a", PLACE, license="ours", trained_on=(Base("google:gemini-2.5-pro", "train-on-outputs"),)
    )
    assert shown(lineage(declared)) == [
        ("gemini-api-terms-2026-03-23", ["train-on-outputs:google:gemini-2.5-pro"], "registry")
    ]


def test_terms_agreed_with_a_provider_stand_in_the_place_of_those_for_everybody() -> None:
    found = lineage(Declaration("openai:gpt-4", PLACE, license="openai-terms-2023-03-14"))
    assert shown(found) == [("openai-terms-2023-03-14", [], "assertion")]
    assert not found.conflicts


def test_a_license_of_weights_says_nothing_of_a_service() -> None:
    found = lineage(Declaration("mistral:mistral-large-latest", PLACE, license="apache-2.0"))
    assert [claim.text for claim in found.claims] == ["mistral-api-terms", "apache-2.0"]
    assert len(found.conflicts) == 1


def test_a_provider_without_known_terms_brings_no_claim_of_a_license_and_no_hint() -> None:
    found = lineage(Declaration("groq:llama-3.3-70b", PLACE))
    assert [claim.expression for claim in found.claims] == [None]
    assert (found.provider, found.hinted_family) == ("Groq", "")


def test_our_own_license_binds_nobody_here() -> None:
    declared = Declaration("acme/a", PLACE, license="ours", bases=(Base("mistralai/Mistral-7B-v0.1"),))
    assert [claim.text for claim in lineage(declared).claims] == ["apache-2.0"]


def test_a_name_that_betrays_a_family_is_noticed_unless_a_base_is_stated() -> None:
    declared = Declaration("acme/my-llama3-chat", PLACE, license="mit")
    assert lineage(declared).hinted_family
    assert not lineage(declared._replace(from_scratch=True)).hinted_family
    assert not lineage(declared._replace(bases=(Base("meta-llama/Meta-Llama-3-8B"),))).hinted_family
    assert not lineage(Declaration("acme/weather", PLACE, license="mit")).hinted_family


def test_a_name_of_several_texts_means_that_of_the_model_it_is_a_copy_of() -> None:
    base = Base("moonshotai/Kimi-K2-Instruct", "quantized")
    (own, _) = lineage(Declaration("acme/k", PLACE, license="modified-mit", bases=(base,))).claims
    assert own.expression == Named("modified-mit", ("kimi-k2-modified-mit",))
    taught = base._replace(relation="train-on-outputs")
    (own, _) = lineage(Declaration("acme/k", PLACE, license="modified-mit", bases=(taught,))).claims
    assert own.expression == CATALOG.expression("modified-mit")


def test_a_list_of_licenses_binds_with_all_its_members() -> None:
    declared = Declaration("acme/a", PLACE, license="mit AND odd name", licenses=("mit", "odd name"))
    (claim,) = lineage(declared).claims
    assert claim.expression == Both((Named("mit", ("mit",)), Named("odd name")))
    based = Base("acme/b", license="mit AND mit", licenses=("mit", "mit"))
    assert lineage(Declaration("acme/a", PLACE, bases=(based,))).claims[-1].expression == Named(
        "mit", ("mit",)
    )
