"""JavaScript and TypeScript: transformers.js, inference clients, the clients of providers."""

from __future__ import annotations

from collections.abc import Iterator

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
    b"MODEL",
    b"mbed",
    b"nstruct",
    b"from_pretrained",
    b"pipeline(",
)
LIMIT = 8 * 1024 * 1024  # bundles are that long
WHOLE = True
_LOADER = (
    r"(?:from_pretrained|pipeline|snapshotDownload|downloadFile|loadPipeline|HuggingFaceTransformersEmbeddings|HuggingFaceInferenceEmbeddings|HuggingFaceInference"
    r"|loadModel|loadTokenizer|hubModel)\s*(?:<[^>]*>)?\(\s*(?:[\"'][\w-]*[\"']\s*,\s*)?$"
)
_OLLAMA = r"\b(?:new\s+)?(?:\w*Ollama\w*|ollama(?:\.(?:chat|generate|embed|embeddings|pull))?|ChatOllama|Ollama|OllamaEmbeddings|createOllama\(\)?)\s*\([^()]*$"


def detect(source: Source) -> Iterator[Found]:
    """Every model that a string names."""
    from license_gate.discover.code import Language, find_strings

    yield from find_strings(source, Language("javascript", _LOADER, _OLLAMA))
