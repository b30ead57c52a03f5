"""JavaScript and TypeScript: transformers.js, inference clients, the clients of providers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.code import Language, find_strings
from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (".js", ".mjs", ".cjs", ".jsx", ".ts", ".mts", ".cts", ".tsx", ".vue", ".svelte", ".astro")
PATH = ""
NAMES = ()
LITERALS = (
    b"huggingface",
    b"xenova",
    b"penai",
    b"OpenAI",
    b"gpt-",
    b"laude-",
    b"emini",
    b"lama",
    b"odel",
    b"mbed",
    b"nstruct",
    b"from_pretrained",
    b"pipeline(",
)
LIMIT = TEXT_LIMIT
WHOLE = True
_LANGUAGE = Language(
    name="javascript",
    loader=re.compile(
        r"(?:from_pretrained|pipeline|snapshotDownload|downloadFile|loadPipeline|HuggingFaceTransformersEmbeddings|HuggingFaceInferenceEmbeddings|HuggingFaceInference"
        r"|loadModel|loadTokenizer|hubModel)\s*(?:<[^>]*>)?\(\s*(?:[\"'][\w-]*[\"']\s*,\s*)?$"
    ),
    ollama=re.compile(
        r"\b(?:new\s+)?(?:ollama(?:\.(?:chat|generate|embed|embeddings|pull))?|ChatOllama|Ollama|OllamaEmbeddings|createOllama\(\)?)\s*\([^()]*$"
    ),
)


def detect(source: Source) -> Iterator[Found]:
    """Every model that a string names."""
    yield from find_strings(source, _LANGUAGE)
