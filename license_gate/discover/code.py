"""Strings of languages with C-like strings and comments, judged by what stands before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from license_gate.discover.clients import Clients, read_served
from license_gate.discover.hub import HUB_ID, read_hub_dataset, read_hub_url
from license_gate.discover.identity import may_name, read_name, read_ollama
from license_gate.discover.likeness import WHISPER_SIZE
from license_gate.discover.lists import PARTS, Lists, is_of_applications, read_listed
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.prose import read_links
from license_gate.discover.source import Found, Source
from license_gate.domain.reference import ReferenceKind

# No string goes beyond its line: a template of several lines may hold others, and is read like the code around it.
_TOKEN = re.compile(
    r"""(?P<comment>(?<!:)//[^\n]*|/\*.*?(?:\*/|\Z)|^[ \t]*\#(?![!\[])[^\n]*)
    |"(?P<double>(?:[^"\\\n]|\\.)*)"|'(?P<single>(?:[^'\\\n]|\\.)*)'|`(?P<tick>[^`\\\n]{0,300})`""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
# A bundle is one line of code: what looks like a comment there is none, and a quote in a pattern would turn all that
# follows inside out. Its names are found by the quotes beside them, whatever came before.
_BUNDLED = re.compile(
    r"""(?P<comment>(?!))|"(?P<double>[\w.:@/+-]+)(?=")|'(?P<single>[\w.:@/+-]+)(?=')|`(?P<tick>[\w.:@/+-]+)(?=`)"""
)
_LONG_LINE = 5000
_NAME = re.compile(
    r"""["']?([A-Za-z_][\w.-]*)["']?\??\s*(?::\s*(?:&?(?:'static\s+)?[\w|<>\[\]]+)\s*=|\)?\s*[:=]{1,2}|:=|=>|\()\s*(?:String\(|new\s+\w+\(|&)?$"""
)
_OR = re.compile(r"""([A-Za-z_][\w.-]*)["']?\]?\)?\s*(?:\|\||\?\?)\s*$""")
_NAMED = re.compile(
    r"model|llm|embed|checkpoint|tokenizer|rerank|repo_?id|whisper|engine|deployment|hub|adapter",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"(?:hf_?)?(?:repo_?id|hfmodel\w*|model_?repo|hf_?repo|base_?model(?:_?id)?)", re.IGNORECASE
)
_DATASET = re.compile(r"data_?set", re.IGNORECASE)
_MODELS = re.compile(r"model", re.IGNORECASE)
_SIZE = re.compile(WHISPER_SIZE)
_NEVER = re.compile(
    r"(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\(|\buse|\binclude|@include|package|\bmod)\s*$"
)
_IMPORT_BLOCK = re.compile(r"^import\s*\(.*?^\)", re.DOTALL | re.MULTILINE)
# A text that is looked for in another one is a part of names, not a name.
_SOUGHT = re.compile(
    r"(?:includes|[sS]tarts_?[wW]ith|[eE]nds_?[wW]ith|[hH]asPrefix|[hH]asSuffix|[cC]ontains|indexOf|strip_prefix)\(\s*&?$"
)
_LOCAL = re.compile(r"[a-z][a-z0-9]*")
_DECLARATIONS = (".d.ts", ".d.mts", ".d.cts")  # types only: what may be written, nothing that is
_AZURE = re.compile(r"azure[\w.]*\s*[({][^(){}]*$|deployment\w*\s*[:=]\s*$", re.IGNORECASE)


_CONSTANT = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")
_PASSED = r"(?=\s*&?(?:self\.|this\.)?([A-Za-z_]\w*))"  # looked ahead at: a loader may stand in a loader


_BEFORE = 160  # characters that are looked at before a string


class Language(NamedTuple):
    """What is special to a language: patterns of the text before the argument of a loader, and before one of Ollama."""

    name: str
    loader: str
    ollama: str


class _Code(NamedTuple):
    """A file, and what holds for each of its strings."""

    text: str
    language: Language
    clients: Clients | None  # None where it speaks to no vendor
    whisper: bool  # whether sizes are names of models
    lists: Lists


def find_strings(source: Source, language: Language) -> Iterator[Found]:
    """Every string that names a model, every link to the Hub."""
    text = source.text
    clients = Clients(source.path, text)
    whisper = "whisper" in text.lower()
    bare = "llama" in text or whisper or clients.any()
    code = _Code(text, language, clients if bare else None, whisper, Lists(text))
    declared = source.path.endswith(_DECLARATIONS)
    imports = [match.span() for match in _IMPORT_BLOCK.finditer(text)] if "import (" in text else []
    constants: dict[str, tuple[int, str]] = {}
    comments: list[tuple[int, int]] = []
    for match in _tokens(text):
        if match["comment"] is not None:
            comments.append(match.span())
            continue
        group = match.lastgroup or "double"
        written = match[group]
        if not 2 <= len(written) <= 300 or any(start <= match.start() < end for start, end in imports):
            continue
        if not (may_name(written) or (bare and _LOCAL.fullmatch(written))):
            continue
        identity = _identify(written, match.start(), match.end(), code)
        if identity is not None:
            place = source.place(match.start(group))
            kind: ReferenceKind = (
                "mention" if declared or _is_sought(text, match.start(), language) else "load"
            )
            yield source.refer(identity.model, written, place, language.name, kind, identity.certainty)
        elif _CONSTANT.fullmatch(written):
            name = _NAME.search(text, max(0, match.start() - _BEFORE), match.start())
            if name:
                constants[name[1]] = match.start(group), written
    if constants:
        yield from _find_passed(source, language, constants)
    yield from _find_links(source, language, comments)


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Comments and strings; of lines that a program wrote, whatever may be a name."""
    lines = text.split("\n")
    start = end = 0
    for line in lines if max(map(len, lines)) > _LONG_LINE else ():
        after = end + len(line) + 1
        if len(line) > _LONG_LINE:
            yield from _TOKEN.finditer(text, start, end)
            yield from _BUNDLED.finditer(text, end, after)
            start = after
        end = after
    yield from _TOKEN.finditer(text, start)


def _find_links(source: Source, language: Language, comments: list[tuple[int, int]]) -> Iterator[Found]:
    """Links to the Hub in comments, and addresses of files that the program fetches, whatever is put into them."""
    begins = [begin for begin, _ in comments]
    for start, url, found in read_links(source, source.text):
        index = bisect_right(begins, start) - 1
        mentioned = index >= 0 and start < comments[index][1]
        if mentioned or "/resolve/" in url:
            kind: ReferenceKind = "mention" if mentioned else "load"
            yield source.refer(found.model, url, source.place(start), language.name, kind)


def _is_sought(text: str, start: int, language: Language) -> bool:
    """Whether a string is looked for in another one; in C a comparison mostly chooses between architectures."""
    compared = language.name == "code" and text[max(0, start - 4) : start].rstrip().endswith("==")
    return compared or _SOUGHT.search(text, max(0, start - 20), start) is not None


def _find_passed(
    source: Source, language: Language, constants: dict[str, tuple[int, str]]
) -> Iterator[Found]:
    """Constants of the same file that a loader is given by their name."""
    for call in re.finditer(language.loader.removesuffix("$") + _PASSED, source.text):
        name = call[call.re.groups]
        start, written = constants.get(name, (0, ""))
        found = read_name(written, Trust.LOADER)
        if found:
            place = source.place(start)
            yield source.refer(found.model, written, place, language.name, "load", found.certainty)


def _identify(written: str, start: int, end: int, code: _Code) -> Identity | None:
    before = code.text[max(0, start - _BEFORE) : start]
    if "co/" in written:
        written = written.partition("${")[0]  # what is fetched is named before what is put in
    if "${" in written or _NEVER.search(before[-20:]):
        return None
    if "huggingface.co/" in written or "hf.co/" in written:
        return read_hub_url(written) or read_name(written, Trust.ANY)
    if re.search(code.language.loader, before) and (taken := read_name(written, Trust.LOADER)):
        return taken
    return _by_surroundings(written, before, start, end, code)


def _by_surroundings(written: str, before: str, start: int, end: int, code: _Code) -> Identity | None:
    """By the key before a string, the list around it, what follows it, and whose client the file is."""
    key = _key(before)
    holder = code.lists.around(start) if key in PARTS and "/" in written else ""
    if is_of_applications(holder):
        return None
    found = (
        read_listed(written, key, holder)
        or read_served(written, code.text, end)
        or _by_key(written, key, before, code.language)
        or (_by_size(written, key, start, code) if code.whisper else None)
    )
    if found is None and code.clients:
        return code.clients.read(written, key, start)
    compared = before.rstrip().endswith(("==", "!=", "case")) or code.text[end : end + 4].lstrip().startswith(
        (":", "==")
    )
    return found._replace(certainty="likely") if found and compared else found


def _by_size(written: str, key: str, start: int, code: _Code) -> Identity | None:
    """A size of Whisper, where a key, a list or a table takes models."""
    if not _SIZE.fullmatch(written):
        return None
    takes = _MODELS.search(key) or _MODELS.search(code.lists.around(start))
    return Identity(f"openai/whisper-{written}", "likely") if takes else None


def _key(before: str) -> str:
    """The key, the variable or the parameter at the end of a text, '' for none."""
    name = _NAME.search(before) or _OR.search(before)
    return name[1] if name else ""


def _by_key(written: str, key: str, before: str, language: Language) -> Identity | None:
    """What the key, the variable or the parameter before a string makes of it."""
    if key.rpartition(".")[2].lower() in ("model", "modelname") and re.search(language.ollama, before):
        model = read_ollama(written)
        return Identity(model, "exact") if model else None
    if _DATASET.search(key) and HUB_ID.fullmatch(written):
        return read_hub_dataset(written, "likely")
    trust = Trust.LOADER if _CERTAIN.fullmatch(key) else Trust.NAMED if _NAMED.search(key) else Trust.ANY
    found = read_name(written, trust)
    if found and found.model.startswith("openai:") and _AZURE.search(before):
        return Identity(f"azure-{found.model}", found.certainty)
    return found
