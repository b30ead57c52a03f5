"""YAML, TOML, INI and JSON: values of keys that speak of models, and options in lists of arguments."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (
    ".yaml",
    ".yml",
    ".toml",
    ".json",
    ".jsonc",
    ".jsonl",
    ".json5",
    ".cfg",
    ".ini",
    ".conf",
    ".properties",
    ".tf",
    ".tfvars",
    ".hcl",
    ".gotmpl",
    ".tpl",
)
PATH = ""
NAMES = ()
LITERALS = (
    b"odel",
    b"ODEL",
    b"llm",
    b"LLM",
    b"ollama",
    b"huggingface",
    b"hf",
    b"HF_",
    b"mbed",
    b"bert",
    b"okenizer",
    b"gpt-",
    b"repo_id",
    b"nstruct",
    b"heckpoint",
    b"dataset",
    b"claude-",
    b"gemini-",
    b"kimi-",
    b"qwen",
    b"deepseek",
    b"grok-",
    b"mistral",
    b"moonshot",
    b"MiniMax",
    b"minimax",
    b"doubao",
    b"glm-",
    b"ernie",
    b"ERNIE",
    b"lama",
    b"gemma",
    b"phi",
    b"_patch",
)
LIMIT = TEXT_LIMIT
WHOLE = True


def detect(source: Source) -> Iterator[Found]:
    """Every model that a value names."""
    from license_gate.discover.config import find_values

    yield from find_values(source)
