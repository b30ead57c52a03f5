from __future__ import annotations

import pytest

from license_gate.discover.hub import read_hub_url
from license_gate.discover.identity import read_name
from license_gate.discover.naming import Trust


def name_of(written: str, trust: Trust = Trust.ANY) -> str | None:
    found = read_name(written, trust)
    return found.model if found else None


@pytest.mark.parametrize(
    ("written", "model"),
    [
        ("Qwen/Qwen2.5-7B-Instruct", "Qwen/Qwen2.5-7B-Instruct"),
        ("Qwen/Qwen2.5-7B-Instruct@main", "Qwen/Qwen2.5-7B-Instruct"),
        ("bartowski/Llama-3.2-3B-Instruct-GGUF:Q4_K_M", "bartowski/Llama-3.2-3B-Instruct-GGUF"),
        ("huggingface/WizardLMTeam/WizardCoder-33B-V1.1", "WizardLMTeam/WizardCoder-33B-V1.1"),
        ("openai/whisper-large-v3", "openai/whisper-large-v3"),
        ("openai/gpt-4o", "openai:gpt-4o"),
        ("openai:chat:gpt-4o-mini", "openai:gpt-4o-mini"),
        ("gpt-4", "openai:gpt-4"),
        ("claude-3-opus-20240229", "anthropic:claude-3-opus-20240229"),
        ("anthropic.claude-v2:1", "bedrock:anthropic.claude-v2:1"),
        ("models/gemini-1.5-pro", "google:gemini-1.5-pro"),
        ("mistral-large-latest", "mistral:mistral-large-latest"),
        ("ollama/llama3:8b", "ollama:llama3:8b"),
        ("openrouter/openai/gpt-4o", "openrouter:openai/gpt-4o"),
        ("azure/gpt-4o", "azure-openai:gpt-4o"),
        ("https://huggingface.co/a-b/c/resolve/main/x.bin", "a-b/c"),
        ("hf://datasets/acme/questions/c.csv", "dataset:acme/questions"),
    ],
)
def test_a_name_is_read_wherever_it_stands(written: str, model: str) -> None:
    assert name_of(written) == model


@pytest.mark.parametrize(
    "written",
    [
        "src/utils",
        "data/train",
        "output/run1",
        "outputs/checkpoint-500",
        "application/json",
        "America/New_York",
        "2026/11",
        "redis/redis-stack",
        "nvidia/cuda",
        "gin-gonic/gin",
        "shop/Product",
        "command",
        "gpt2",
        "a b/c-7b",
        "",
    ],
)
def test_other_strings_name_nothing(written: str) -> None:
    assert name_of(written) is None


def test_a_loader_makes_a_name_certain() -> None:
    assert name_of("gpt2", Trust.LOADER) == "gpt2"
    assert name_of("someone/thing", Trust.LOADER) == "someone/thing"
    assert name_of("./someone/thing", Trust.LOADER) is None
    assert name_of("models/best", Trust.LOADER) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://huggingface.co/docs/transformers",
        "https://huggingface.co/spaces/gradio/hello_world",
        "https://huggingface.co/papers/2307.09288",
        "https://huggingface.co/blog/llama3",
        "https://huggingface.co/openai",
        "https://github.com/a/b",
    ],
)
def test_other_pages_of_the_hub_are_no_models(url: str) -> None:
    assert read_hub_url(url) is None
