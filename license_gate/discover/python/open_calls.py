"""Finds loader calls, and those whose model is not written in the call, without a syntax tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from license_gate.discover.python.loaders import LOADERS, TAILS, Loader, find_loader
from license_gate.discover.python.patterns import any_of
from license_gate.discover.source import line_before
from license_gate.discover.vendors import vendor_in

# Words of a file's import lines by a part of a loader's name: a loader of a library is looked for only where
# the library, or the loader, is imported. What every second file calls is looked for by itself.
_FRAMEWORKS = ("langchain", "llama_index", "haystack")
_WORDS = (
    ("Bedrock", ("bedrock", *_FRAMEWORKS)), ("converse", ("boto",)), ("invoke_model", ("boto",)), ("Azure", ("openai", "azure", "litellm", *_FRAMEWORKS)),
    ("Vertex", ("vertex", *_FRAMEWORKS)), ("Mistral", ("mistral", *_FRAMEWORKS)), ("Cohere", ("cohere", *_FRAMEWORKS)), ("Ollama", ("ollama", "chroma", *_FRAMEWORKS)),
    ("HuggingFace", ("huggingface", *_FRAMEWORKS)), ("SentenceTransformer", ("sentence", "chroma", *_FRAMEWORKS)), ("CrossEncoder", ("sentence", "crossencoder", "fastembed")),
    ("SparseEncoder", ("sentence",)), ("INSTRUCTOR", ("instructor",)), ("Reranker", ("rerank",)), ("from_model_id", ("langchain",)), ("TextEmbedding", ("fastembed",)),
    ("FastEmbed", ("fastembed", *_FRAMEWORKS)), ("GLiNER", ("gliner",)), ("SetFitModel", ("setfit",)), ("Whisper", ("whisper",)), ("load_model", ("whisper",)),
    ("download_model", ("whisper",)), ("spacy", ("spacy",)), ("load_dataset", ("datasets", "load_dataset")), ("hf_dataset", ("inspect_ai", "hf_dataset")), ("create_model", ("timm",)), ("Engine", ("vllm", "sglang")), ("LLM", ("vllm",)),
    ("GPT4All", ("gpt4all", *_FRAMEWORKS)), ("NVIDIA", ("nvidia", *_FRAMEWORKS)), ("Groq", ("groq", *_FRAMEWORKS)), ("Together", ("together", *_FRAMEWORKS)),
    ("Fireworks", ("fireworks", *_FRAMEWORKS)), ("Voyage", ("voyage", *_FRAMEWORKS)), ("GoogleGen", ("google_genai", *_FRAMEWORKS)), ("ChatAnthropic", _FRAMEWORKS),
    ("InferenceClient", ("huggingface",)), ("load_lora", ("diffusers",)), ("load_ip", ("diffusers",)), ("load_textual", ("diffusers",)), ("from_single_file", ("diffusers",)),
    ("_download", ("hub", "download", "modelscope")), ("load_from_hub", ("hub",)), ("model_info", ("huggingface",)), ("from_preset", ("keras",)), ("pipeline", ("transformers", "pipeline", "optimum")),
)  # fmt: skip
# The same where the name alone says too little, with the last words of the calls.
_DOTTED = (
    ("load", ("mlx", "spacy"), ("load",)),
    ("gr.load", ("gradio",), ("load",)),
    ("hub.load", ("torch",), ("load",)),
    ("clip.load", ("clip",), ("load",)),
    ("Tagger.load", ("flair",), ("load",)),
    ("Classifier.load", ("flair",), ("load",)),
    ("replicate.", ("replicate",), ("run", "stream", "async_run")),
)
_EVERYWHERE = ("from_pretrained",)
_LITERAL = re.compile(r"""\s*r?(?:"[^"\n]*"|'[^'\n]*')\s*(?:,|$)""")
_REACH = 600
_PACKAGE = re.compile(r"\s*(?:from|import) (\w+)")
_ALIAS = re.compile(r"(\w+) as (\w+)")
CLIENT = "Azure"  # looked for wherever a client of the kind of OpenAI's may be


class OpenCall(NamedTuple):
    """A loader call: where its arguments begin, and the expression that names the model ('' for a literal)."""

    offset: int
    argument: str


def _group() -> tuple[dict[bytes, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Parts of the loaders' names by the words of import lines that call for them, and the names by their part."""
    tails = sorted({name.rpartition(".")[2] for name in LOADERS})
    names = {part: tuple(tail for tail in tails if part in tail) for part, _ in _WORDS}
    names.update({part: (part,) for part in _EVERYWHERE})
    names.update({part: called for part, _, called in _DOTTED})
    parts: dict[str, list[str]] = {}
    for part, words in (*((part, words) for part, words, _ in _DOTTED), *_WORDS):
        for word in words:
            parts.setdefault(word, []).append(part)
    return {word.encode(): tuple(each) for word, each in parts.items()}, names


_PARTS, _NAMES = _group()
_WORD = re.compile(any_of(word.decode() for word in _PARTS).encode())
_BYTES = {part: part.encode() for part in _NAMES}


class _Import(NamedTuple):
    """What one statement imports: see `Imports`."""

    parts: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]
    vendor: bool


_IMPORTED: dict[bytes, _Import] = {}
_MOST = 20_000  # statements that are remembered


class Imports(NamedTuple):
    """What a file imports, as far as loaders are concerned."""

    parts: tuple[str, ...]  # parts of the names of loaders that may be called
    aliases: dict[str, str]  # other names of loaders, and their own
    whisper: bool  # whether Whisper is among it: then sizes are names of models
    open_clip: bool
    llama: bool  # whether the word stands in it, also as a part of Ollama
    vendor: bool  # whether a package or a module of it is named after a vendor
    runs: bool = False  # whether it runs other programs
    evaluates: bool = False  # whether a package for evaluations is among it


_NOTHING = Imports((), {}, whisper=False, open_clip=False, llama=False, vendor=False)
_OF_LLAMAS = _NOTHING._replace(llama=True)


def read_imports(data: bytes) -> Imports:
    """The loaders that a file may call, by what it imports and what stands in it."""
    lines = _import_lines(data)
    if not lines and not any(_BYTES[part] in data for part in _EVERYWHERE):
        return _OF_LLAMAS if b"llama" in data else _NOTHING
    read = [_read_import(line) for line in lines]
    imported = dict.fromkeys(part for statement in read for part in statement.parts)
    parts = tuple(part for part in (*_EVERYWHERE, *imported) if part == CLIENT or _BYTES[part] in data)
    aliases = {other: name for statement in read for other, name in statement.aliases}
    words = b"\n".join(lines)
    return Imports(
        parts,
        aliases,
        whisper=b"hisper" in words,
        open_clip=b"open_clip" in words,
        llama=b"llama" in data,
        vendor=any(statement.vendor for statement in read),
        runs=b"subprocess" in words or (b"import os" in words and b"os.system(" in data),
        evaluates=b"eval" in words,
    )


def _read_import(line: bytes) -> _Import:
    """Parts of the names of loaders that a statement imports, and their other names.

    The files of a tree import the same again and again, so what a statement says is remembered.
    """
    known = _IMPORTED.get(line)
    if known is None:
        parts = [part for word in _WORD.findall(line.lower()) for part in _PARTS[word]]
        by_name = line.lstrip().startswith(b"from ")  # then it is called by what the statement names
        called = tuple(part for part in parts if not (by_name and _is_named(part)) or part.encode() in line)
        text = line.decode("utf-8", "replace")
        package = _PACKAGE.match(text)
        aliases = _ALIAS.findall(text) if " as " in text else []
        named = tuple((other, name) for name, other in aliases if name in TAILS)
        known = _Import(called, named, package is not None and bool(vendor_in(package[1])))
        if len(_IMPORTED) < _MOST:
            _IMPORTED[line] = known
    return known


def _is_named(part: str) -> bool:
    """Whether a part is one of a class or a function, which is imported by its name; methods are not."""
    return (part[0].isupper() and part != CLIENT) or part in ("load_from_hub", "model_info")


def _import_lines(data: bytes) -> list[bytes]:
    """Every statement that imports something."""
    lines: list[bytes] = []
    at = data.find(b"import ")
    while at >= 0:
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        begin = data.rfind(b"\n", 0, at) + 1
        if data.endswith(b"(", at, end):
            end = max(end, data.find(b")", end, end + 2000))
        lines.append(data[begin : min(end, begin + 2000)])
        at = data.find(b"import ", end)
    return lines


def find_calls(text: str, imports: Imports) -> list[OpenCall]:
    """The calls of the loaders with these parts in their names or by their other names, each once."""
    calls: dict[int, OpenCall] = {}
    sought = [(part, _NAMES[part]) for part in imports.parts] + [(each, (each,)) for each in imports.aliases]
    for part, names in sought:
        for start, end in _find_names(text, part, names):
            begin = end + 1
            if text[start:end].rpartition(".")[2] not in names or text[end:begin] != "(" or begin in calls:
                continue
            loader = None if _is_defined(text, start) else find_loader(text[start:end], text, imports.aliases)
            if loader:
                calls[begin] = OpenCall(begin, _argument(text[begin : begin + _REACH], loader))
    return list(calls.values())


def _find_names(text: str, part: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where each dotted name begins and ends that holds the part."""
    sought = f"{names[0]}(" if len(names) == 1 else part  # a common word is rarer with its bracket
    length = len(sought.rstrip("("))
    at = text.find(sought)
    while at >= 0:
        start, end = at, at + length
        while start > 0 and (_is_part(text[start - 1]) or text[start - 1] == "."):
            start -= 1
        while _is_part(text[end : end + 1]):
            end += 1
        yield start, end
        at = text.find(sought, end)


def _is_defined(text: str, start: int) -> bool:
    return text[max(0, start - 6) : start].endswith(("def ", "class "))


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


_GIVEN = re.compile(r"(?:\s*:\s*[^=\n,()]+)?\s*=\s*(?!=)(?:(?:str|os\.fspath)\()?([\w.]*)")
_OR = re.compile(r"[ \t]+(?:if|or)\b")
_UNKNOWN = ("None", "self.", "kwargs", "config.")  # what no look at the file can tell
_SET = re.compile(
    r"(?:\s*:\s*[\w.\[\]| ]{1,80})?\s*=\s*(?:[frFR]?[\"'(\[{]|(?:\w+\.)*(?:args|opts?|options|cfg|params|settings)\b|\w+(?:\[|\.get\()|os\.(?:getenv|environ))"
)
_NAMED = re.compile(r"(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)")


def may_be_text(text: str, argument: str) -> bool:
    """Whether a name is set to a text, to what a user gives, or imported; otherwise it is the program's own folder."""
    named = _NAMED.fullmatch(argument)
    if named is None or _is_option(text, named[1]):
        return True
    return any(
        _SET.match(text, end) or "import" in line_before(text, start)
        for start, end in _find_word(text, named[1])
    )


def _find_word(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a whole word begins and ends; a plain search, because a pattern would try every character."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_is_part(text[at - 1 : at]) or _is_part(text[end : end + 1])):
            yield at, end
        at = text.find(word, end)


def _is_part(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_option(text: str, name: str) -> bool:
    """Whether an option of the command line is called so."""
    return f'-{name.replace("_", "-")}"' in text or f'-{name}"' in text


def is_hopeless(text: str, argument: str, is_prose: Callable[[int], bool]) -> bool:
    """Whether no line of the program sets, imports or offers the name that an argument is."""
    match = _NAMED.fullmatch(argument)
    if match is None:
        return False
    name = match[1]
    if _is_option(text, name):
        return False
    for start, end in _find_word(text, name):
        given = _GIVEN.match(text, end)
        known = given and given[1] != name and not given[1].startswith(_UNKNOWN)
        other = given and (known or _OR.match(text, given.end()))
        if other and not is_prose(start):
            return False
        if "import" in line_before(text, start):
            return False
    return True
