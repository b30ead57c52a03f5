"""Go, Java, Kotlin, Scala, C#, Swift, Ruby, PHP and Elixir: strings that models are called by."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.code import Language, find_strings
from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (
    ".go",
    ".java",
    ".kt",
    ".kts",
    ".scala",
    ".cs",
    ".swift",
    ".rb",
    ".php",
    ".ex",
    ".exs",
    ".dart",
    ".r",
    ".jl",
    ".lua",
    ".groovy",
)
PATH = ""
NAMES = ()
LITERALS = (b"huggingface", b"HuggingFace", b"odel", b"gpt-", b"laude-", b"emini", b"lama")
LIMIT = TEXT_LIMIT
WHOLE = True
_LANGUAGE = Language(
    name="code",
    loader=re.compile(
        r"(?:from_pretrained|optModelUrls|[dD]ownloadModel|DownloadRepo|SnapshotDownload|NewTextClassificationPipeline|FromPretrained|fromPretrained|\{:hf,|HubApi\.Repo\(id:|hub\.New|modelId\(|modelName\()\s*\(?\s*$"
    ),
    ollama=re.compile(r"(?i:ollama)[\w.]*\s*[({][^(){}]*$"),
)


def detect(source: Source) -> Iterator[Found]:
    """Every model that a string names."""
    yield from find_strings(source, _LANGUAGE)
