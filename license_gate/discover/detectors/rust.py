"""Rust: hf-hub, candle, tokenizers, and the clients of providers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.code import Language, find_strings
from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (".rs",)
PATH = ""
NAMES = ()
LITERALS = (b"hf_hub", b"huggingface", b"odel", b"gpt-", b"laude-", b"emini", b"lama", b"okenizer")
LIMIT = TEXT_LIMIT
WHOLE = True
_LANGUAGE = Language(
    name="rust",
    loader=re.compile(
        r"(?:\.model|Repo::model|Repo::with_revision|Repo::new|from_pretrained|\.with_model_id|\.repo)\s*\(\s*(?:String::from\()?$"
    ),
    ollama=re.compile(r"(?:ollama|Ollama|GenerationRequest|ChatMessageRequest)[\w:.]*\s*\([^()]*$"),
)


def detect(source: Source) -> Iterator[Found]:
    """Every model that a string names."""
    yield from find_strings(source, _LANGUAGE)
