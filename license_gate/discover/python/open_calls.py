"""Finds loader calls, and those whose model is not written in the call, without a syntax tree."""

from __future__ import annotations

import re
from typing import NamedTuple

from license_gate.discover.python.loaders import LOADERS, Loader, find_loader

# A word of the file without which a loader is not looked for, by a part of the loader's name. One search for
# a word costs as much as one for a name, and a tree has few of the words.
_MARKS = (
    ("from_pretrained", "from_pretrained"), ("pipeline", "pipeline("), ("HuggingFace", "HuggingFace"), ("Ollama", "Ollama"),
    ("Azure", "Azure"), ("edrock", "edrock"), ("converse", "edrock"), ("invoke_model", "edrock"), ("Vertex", "Vertex"), ("Mistral", "Mistral"),
    ("Cohere", "Cohere"), ("SentenceTransformer", "entence"), ("CrossEncoder", "entence"), ("SparseEncoder", "entence"),
    ("SetFitModel", "from_pretrained"), ("hisper", "hisper"), ("load_model", "hisper"), ("download_model", "hisper"),
    ("spacy", "spacy"), ("dataset", "load_dataset"), ("create_model", "timm"), ("Engine", "vllm"), ("LLM", "vllm"), ("TextEmbedding", "astembed"), ("FastEmbed", "FastEmbed"),
    ("Inference", "hub"), ("load_", "iffus"), ("from_single_file", "iffus"),
    ("_download", "hub"), ("_hub", "hub"), ("hf_", "hub"), ("model_info", "hub"), ("cached_", "hub"), ("GLiNER", "from_pretrained"), ("INSTRUCTOR", "entence"), ("Reranker", "entence"), ("from_model_id", "HuggingFace"),
)  # fmt: skip
_LITERAL = re.compile(r"""\s*r?(?:"[^"\n]*"|'[^'\n]*')\s*(?:,|$)""")
_REACH = 600


class OpenCall(NamedTuple):
    """A loader call: where its arguments begin, and the expression that names the model ('' for a literal)."""

    offset: int
    argument: str


def _group() -> dict[str, tuple[str, ...]]:
    """The last parts of the loaders' names by the words that a file must hold."""
    groups: dict[str, list[str]] = {}
    for name in sorted({name.rpartition(".")[2] for name in LOADERS}):
        marks = [mark for part, mark in _MARKS if part in name] or ["mlx_" if name == "load" else name + "("]
        for mark in marks:
            groups.setdefault(mark, []).append(name)
    return {mark: tuple(names) for mark, names in groups.items()}


_GROUPS = {mark.encode(): names for mark, names in _group().items()}


def find_names(data: bytes) -> list[str]:
    """The loaders that a file may call, by the words that it holds."""
    return list(dict.fromkeys(name for mark, names in _GROUPS.items() if mark in data for name in names))


def find_calls(text: str, names: list[str]) -> list[OpenCall]:
    """The calls of these loaders."""
    calls: list[OpenCall] = []
    for name in names:
        at = text.find(name + "(")
        while at >= 0:
            callee = _callee(text, at, name)
            loader = find_loader(callee, text) if callee else None
            if loader:
                begin = at + len(name) + 1
                calls.append(OpenCall(begin, _argument(text[begin : begin + _REACH], loader)))
            at = text.find(name + "(", at + 1)
    return calls


def _callee(text: str, at: int, name: str) -> str:
    """The full name of a call; '' for a definition or the end of another name."""
    start = at
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start -= 1
    whole = text[start : at + len(name)]
    if text[max(0, start - 6) : start].endswith(("def ", "class ")) or whole.rpartition(".")[2] != name:
        return ""
    return whole


def _argument(arguments: str, loader: Loader) -> str:
    """The expression that names the model, '' where it is a literal or nothing is given."""
    end = _end(arguments)
    for keyword in loader.keywords:
        match = re.search(rf"(?<![\w.]){keyword}\s*=\s*([^,\n]+)", arguments[:end])
        if match:
            return "" if match[1][0] in "\"'" else match[1].strip()
    if not loader.positions:
        return ""
    rest = arguments[:end]
    for _ in range(loader.positions[0]):
        match = _LITERAL.match(rest)
        if match is None:
            return rest.partition(",")[2].partition(",")[0].strip()
        rest = rest[match.end() :]
    first = rest.partition(",")[0].strip()
    return "" if first == "None" or _LITERAL.match(rest) or re.match(r"\w+\s*=", first) else first


def _end(arguments: str) -> int:
    depth = 0
    for index, char in enumerate(arguments):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            if depth == 0:
                return index
            depth -= 1
    return len(arguments)


def is_hopeless(text: str, argument: str) -> bool:
    """Whether no line of the file sets, imports or offers the name that an argument is."""
    match = re.fullmatch(r"(?:self\.|[A-Za-z_]\w*\.)*([A-Za-z_]\w*)", argument)
    if match is None:
        return False
    name = match[1]
    if (
        f'-{name.replace("_", "-")}"' in text
        or f'-{name}"' in text
        or re.search(rf"import[^\n]*\b{name}\b", text)
    ):
        return False
    return not any(
        found[1] != name and not found[1].startswith(("None", "self.", "kwargs", "config."))
        for found in re.finditer(rf"\b{name}\b(?:\s*:\s*[^=\n,()]+)?\s*=\s*(?!=)([\w.]*)", text)
    )
