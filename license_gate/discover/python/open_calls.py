"""Finds loader calls, and those whose model is not written in the call, without a syntax tree."""

from __future__ import annotations

import re
from typing import NamedTuple

from license_gate.discover.python.loaders import LOADERS, Loader, find_loader

# Words of a file's import lines by a part of a loader's name: a loader of a library is looked for only where
# the library, or the loader, is imported. What every second file calls is looked for by itself.
_FRAMEWORKS = ("langchain", "llama_index", "haystack")
_WORDS = (
    ("Bedrock", ("bedrock", *_FRAMEWORKS)), ("converse", ("boto",)), ("invoke_model", ("boto",)), ("Azure", ("openai", "azure", "litellm", *_FRAMEWORKS)),
    ("Vertex", ("vertex", *_FRAMEWORKS)), ("Mistral", ("mistral", *_FRAMEWORKS)), ("Cohere", ("cohere", *_FRAMEWORKS)), ("Ollama", ("ollama", "chroma", *_FRAMEWORKS)),
    ("HuggingFace", ("huggingface", *_FRAMEWORKS)), ("SentenceTransformer", ("sentence", "chroma", *_FRAMEWORKS)), ("CrossEncoder", ("sentence", "crossencoder", "fastembed")),
    ("SparseEncoder", ("sentence",)), ("INSTRUCTOR", ("instructor",)), ("Reranker", ("rerank",)), ("from_model_id", ("huggingface", "langchain")), ("TextEmbedding", ("fastembed",)),
    ("FastEmbed", ("fastembed", *_FRAMEWORKS)), ("GLiNER", ("gliner",)), ("SetFitModel", ("setfit",)), ("Whisper", ("whisper",)), ("load_model", ("whisper",)),
    ("download_model", ("whisper",)), ("spacy", ("spacy",)), ("load_dataset", ("datasets", "load_dataset")), ("create_model", ("timm",)), ("Engine", ("vllm", "sglang")), ("LLM", ("vllm",)),
    ("InferenceClient", ("huggingface",)), ("load_lora", ("diffusers",)), ("load_ip", ("diffusers",)), ("load_textual", ("diffusers",)), ("from_single_file", ("diffusers",)),
    ("_download", ("hub", "download", "modelscope")), ("load_from_hub", ("hub",)), ("model_info", ("huggingface",)), ("pipeline", ("transformers", "pipeline", "optimum")),
)  # fmt: skip
_EVERYWHERE = (("from_pretrained", b"from_pretrained"), ("load", b"hub.load("))
_LITERAL = re.compile(r"""\s*r?(?:"[^"\n]*"|'[^'\n]*')\s*(?:,|$)""")
_REACH = 600
_CALLED = re.compile(r"(\w+)\(")
_MANY = 48  # names: above that one pass over all calls is cheaper than a search for each


CLIENT = "AzureOpenAI"  # looked for wherever a client of the kind of OpenAI's may be


class OpenCall(NamedTuple):
    """A loader call: where its arguments begin, and the expression that names the model ('' for a literal)."""

    offset: int
    argument: str


def _group() -> dict[bytes, tuple[str, ...]]:
    """The last parts of the loaders' names by the words of import lines that call for them."""
    groups: dict[str, list[str]] = {}
    for name in sorted({name.rpartition(".")[2] for name in LOADERS}):
        for word in [word for part, words in _WORDS if part in name for word in words] or ["mlx"] * (
            name == "load"
        ):
            groups.setdefault(word, []).append(name)
    return {word.encode(): tuple(names) for word, names in groups.items()}


_GROUPS = _group()


def find_names(data: bytes) -> list[str]:
    """The loaders that a file may call, by what it imports."""
    imported = _import_lines(data).lower()
    names = dict.fromkeys(name for word, names in _GROUPS.items() if word in imported for name in names)
    return list(dict.fromkeys([*(name for name, sign in _EVERYWHERE if sign in data), *names]))


def _import_lines(data: bytes) -> bytes:
    """Every line that imports something."""
    lines: list[bytes] = []
    at = data.find(b"import ")
    while at >= 0:
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        lines.append(data[data.rfind(b"\n", 0, at) + 1 : min(end, at + 400)])
        at = data.find(b"import ", end)
    return b"\n".join(lines)


def find_calls(text: str, names: list[str]) -> list[OpenCall]:
    """The calls of these loaders."""
    if len(names) > _MANY:
        called = set(_CALLED.findall(text))
        names = [name for name in names if name in called]
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


_SET = re.compile(r"(?:\s*:\s*[\w.\[\]| ]{1,80})?\s*=\s*[frFR]?[\"'(\[{]")
_NAMED = re.compile(r"(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)")


def may_be_text(text: str, argument: str) -> bool:
    """Whether a name is set to a text, or imported: tests mostly load what they have saved a line before."""
    named = _NAMED.fullmatch(argument)
    if named is None:
        return True
    name = named[1]
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        alone = not (text[at - 1 : at].isalnum() or text[at - 1 : at] == "_")
        if alone and (_SET.match(text, end) or "import" in text[text.rfind("\n", 0, at) + 1 : at]):
            return True
        at = text.find(name, end)
    return False


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
