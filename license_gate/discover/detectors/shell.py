"""Shell scripts, Makefiles and Dockerfiles: commands, options and variables."""

from __future__ import annotations

from collections.abc import Iterator

from license_gate.discover.examine import TEXT_LIMIT
from license_gate.discover.source import Found, Source

SUFFIXES = (
    ".sh",
    ".bash",
    ".zsh",
    ".fish",
    ".ps1",
    ".bat",
    ".cmd",
    ".mk",
    ".cmake",
    ".sbatch",
    ".slurm",
    ".dockerfile",
    ".just",
)
PATH = ""
NAMES = ("cmakelists.txt", "dockerfile", "containerfile", "makefile", "gnumakefile", "justfile", "procfile")
LITERALS = (b"odel", b"ODEL", b"ollama", b"OLLAMA", b"huggingface", b"hf", b"HF_", b"LLM", b"llm", b"spacy")
LIMIT = TEXT_LIMIT
WHOLE = True


def detect(source: Source) -> Iterator[Found]:
    """Every model that is fetched, served or set."""
    from license_gate.discover.shell import find_commands, find_variables

    yield from find_commands(source, source.text, "shell")
    yield from find_variables(source, source.text, "shell")
