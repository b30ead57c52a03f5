"""Rust: hf-hub, candle, tokenizers, and the clients of providers."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (".rs",)
PATH = ""
NAMES = ()
LITERALS = (b"hf_hub", b"huggingface", b"odel", b"gpt-", b"laude-", b"emini", b"lama", b"okenizer")
LIMIT = TEXT_LIMIT
WHOLE = True
_LOADER = r"(?:\.model|Repo::model|Repo::with_revision|Repo::new|from_pretrained|\.with_model_id|\.repo)\s*\(\s*(?:String::from\()?$"
_OLLAMA = r"(?:ollama|Ollama|GenerationRequest|ChatMessageRequest)[\w:.]*\s*\([^()]*$"


def detect(source: Source) -> Iterator[Found]:
    """Every model that a string names."""
    from license_gate.discover.code import Language, find_strings

    yield from find_strings(source, Language("rust", _LOADER, _OLLAMA))
