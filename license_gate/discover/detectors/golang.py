"""Go, C and C++, Java, Kotlin, Scala, C#, Swift, Ruby, PHP and Elixir: strings that models are called by."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (
    ".go",
    ".c",
    ".cc",
    ".cpp",
    ".cxx",
    ".h",
    ".hpp",
    ".m",
    ".mm",
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
_LOADER = r"(?:from_pretrained|optModelUrls|[dD]ownloadModel|DownloadRepo|SnapshotDownload|NewTextClassificationPipeline|FromPretrained|fromPretrained|\{:hf,|HubApi\.Repo\(id:|hub\.New|modelId\(|modelName\()\s*\(?\s*$"
_OLLAMA = r"(?i:ollama)[\w.]*\s*[({][^(){}]*$"


def detect(source: Source) -> Iterator[Found]:
    """Every model that a string names."""
    from license_gate.discover.code import Language, find_strings

    yield from find_strings(source, Language("code", _LOADER, _OLLAMA))
