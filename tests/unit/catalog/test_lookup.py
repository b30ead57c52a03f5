from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.domain.expression import Named
from license_gate.domain.license import Clause, Edition
from license_gate.errors import UnavailableError

CATALOG = load_catalog()
OWN = Edition("acme", "Acme License", "community", names=("Acme EULA",), source="licenses/acme.yaml")


def edition_of(model: str) -> str:
    known = CATALOG.model(model)
    return known.edition or known.license_text if known else ""


def test_the_number_and_the_exception_of_llama_2_survive() -> None:
    edition = CATALOG.edition("llama2")
    assert edition is not None
    clauses = {clause.id: clause for clause in edition.clauses}
    assert clauses["integrated-product"].lifts == ("user-limit",)
    assert edition is CATALOG.edition("llama2")


def test_a_license_known_by_name_only_is_never_verified() -> None:
    edition = CATALOG.edition("qwen-research")
    assert edition is not None
    assert (edition.verified, edition.category, bool(edition.missing)) == (False, "unknown", True)


def test_nobody_knows_an_unknown_id() -> None:
    assert CATALOG.edition("../llama2") is None
    assert CATALOG.edition("") is None


def test_an_exact_id_beats_a_prefix_and_the_longest_prefix_wins() -> None:
    assert edition_of("Qwen/Qwen2.5-7B-Instruct") == "apache-2.0"
    assert edition_of("Qwen/Qwen2.5-3B-Instruct") == "qwen-research"
    assert edition_of("Qwen/Qwen2.5-72B-Instruct") == "qwen"
    assert edition_of("openai/whisper-large-v3") == "apache-2.0"
    assert edition_of("openai/whisper-large-v3-turbo") == "mit"


def test_case_does_not_count_and_a_prefix_ends_where_it_ends() -> None:
    assert edition_of("META-LLAMA/llama-2-7B-hf") == "llama2"
    assert CATALOG.model("meta-llama/Llama-5-8B") is None
    assert CATALOG.model("acme/llama-2-7b-tuned") is None
    assert CATALOG.model("ollama:llama3.9") is None


def test_generations_are_kept_apart() -> None:
    assert edition_of("ollama:llama3") == "llama3"
    assert edition_of("ollama:llama3:8b") == "llama3"
    assert edition_of("ollama:llama3.1:8b-instruct-q4_0") == "llama3.1"
    assert edition_of("google/gemma-3-27b-it") == "gemma"
    assert edition_of("google/gemma-4-31B-it") == "apache-2.0"
    assert edition_of("google/medgemma-4b-it") == "health-ai-developer-foundations"


def test_the_llama_distill_of_deepseek_keeps_its_base() -> None:
    known = CATALOG.model("deepseek-ai/DeepSeek-R1-Distill-Llama-8B")
    assert known is not None
    assert known.edition == "mit"
    assert ("meta-llama/Llama-3.1-8B", "finetune") in known.bases


def test_the_vision_models_of_llama_3_2_take_in_images() -> None:
    vision, text = CATALOG.model("meta-llama/Llama-3.2-11B-Vision"), CATALOG.model("meta-llama/Llama-3.2-3B")
    assert vision is not None
    assert text is not None
    assert (vision.modalities, text.modalities) == (("text", "image"), ("text",))


def test_providers_are_known_by_the_prefix_of_a_reference() -> None:
    assert CATALOG.provider("openai:gpt-4o") == "OpenAI"
    assert CATALOG.provider("openai/whisper-tiny") is None
    assert CATALOG.provider("ollama:llama3") is None


def test_a_reference_leads_to_the_newest_terms_of_its_provider_even_where_only_their_name_is_known() -> None:
    known = CATALOG.model("openai:gpt-4o")
    assert known is not None
    assert (known.edition, known.license_text, known.provider) == (
        "",
        "openai-services-agreement-2026",
        "OpenAI",
    )
    newest = CATALOG.edition(known.license_text)
    assert newest is not None
    assert not newest.verified
    assert "openai-terms-2023-03-14" in newest.missing
    assert "openai-terms-2024-12-11" in newest.missing


@pytest.mark.parametrize(
    ("reference", "terms"),
    [
        ("google:gemini-2.5-pro", "gemini-api-terms-2026-03-23"),
        ("GEMINI:gemini-2.5-flash", "gemini-api-terms-2026-03-23"),
        ("anthropic:claude-sonnet-4", "anthropic-commercial-2025-06-17"),
        ("mistral:mistral-large-latest", "mistral-api-terms"),
        ("cohere:command-r", "cohere-api-terms"),
        ("deepseek:deepseek-chat", "deepseek-open-platform-terms"),
    ],
)
def test_every_provider_that_was_looked_up_has_terms(reference: str, terms: str) -> None:
    assert edition_of(reference) == terms
    edition = CATALOG.edition(terms)
    assert edition is not None
    assert edition.missing


def test_a_provider_whose_terms_nobody_looked_up_brings_none() -> None:
    assert CATALOG.provider("groq:llama-3.3-70b") == "Groq"
    assert CATALOG.model("groq:llama-3.3-70b") is None


def test_an_own_reading_of_a_providers_terms_governs_its_models() -> None:
    read = Edition(
        "openai-services-agreement-2026",
        "As we read it",
        "api-terms",
        verified=True,
        source="licenses/o.yaml",
    )
    extended = CATALOG.extended([read])
    known = extended.model("openai:gpt-4o")
    assert known is not None
    assert known.edition == read.id
    assert extended.edition(known.edition) == read


def test_terms_of_a_service_are_told_from_licenses() -> None:
    assert CATALOG.is_of_a_service("openai-terms-2023-03-14")
    assert not CATALOG.is_of_a_service("mit")
    assert not CATALOG.is_of_a_service("nobody-knows")


def test_cells_are_found_by_alias_with_their_source() -> None:
    assert CATALOG.cell("adapter", "notice") == CATALOG.cell("adapter-runtime", "notice") == "I"
    assert CATALOG.cell("distilled", "output-training") == "C"
    assert CATALOG.basis("format-conversion", "no-derivatives") != CATALOG.basis(
        "format-conversion", "notice"
    )


def test_rates_are_intervals_per_year_with_one_for_every_other_year() -> None:
    finished, other = CATALOG.rates["EUR", 2024], CATALOG.rates["EUR", 0]
    assert other.low < finished.low < finished.high < other.high
    assert finished.currency == "USD"


def test_an_organizations_own_edition_adds_or_replaces() -> None:
    clause = Clause("scope", "scope", "1", "permits", "anything")
    mine = Edition(
        "llama2", "Llama 2, as we signed it", "community", clauses=(clause,), source="licenses/llama2.yaml"
    )
    extended = CATALOG.extended([OWN, mine])
    assert extended.expression("acme eula") == Named("acme eula", ("acme",))
    assert extended.edition("llama2") == mine
    assert extended.words.clauses["llama2"] == {"scope"}
    assert {each.source for each in extended.editions() if each.id in ("acme", "llama2")} == {
        "licenses/acme.yaml",
        "licenses/llama2.yaml",
    }
    assert CATALOG.edition("llama2") != mine
    assert CATALOG.expression("acme eula") == Named("acme eula")


def test_extending_twice_keeps_both() -> None:
    twice = CATALOG.extended([OWN]).extended([OWN._replace(id="acme-2", names=())])
    assert {"acme", "acme-2"} <= twice.words.editions


def test_an_own_license_cannot_make_a_name_that_says_nothing_say_something() -> None:
    sly = OWN._replace(id="other", name="other", names=("", "unknown"))
    extended: Catalog = CATALOG.extended([sly])
    assert extended.expression("unknown") == Named("unknown")
    assert extended.expression("other") == Named("other")


def test_a_text_is_known_by_its_digest() -> None:
    edition = CATALOG.text("e30d9339da533205f88140009e32d62c1d73911b8a0bef0d0b252f549ed8e9c4")
    assert edition == "llama2"
    assert CATALOG.text("0" * 64) is None


def test_a_damaged_catalog_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("{", encoding="utf-8")
    with pytest.raises(UnavailableError, match="install the program again"):
        load_catalog(str(tmp_path))


def test_loading_the_catalog_imports_nothing_heavy() -> None:
    program = (
        "import sys; from license_gate.catalog.lookup import load_catalog; c = load_catalog();"
        "c.edition('llama2'); c.expression('apache-2.0'); c.model('Qwen/Qwen3-8B');"
        "print(sorted({'yaml', 'license_expression', 'dataclasses', 'inspect', 'decimal', 'pathlib', 'logging'}"
        " & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert result.stdout.strip() == "[]"
