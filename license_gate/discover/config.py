"""Keys and values of configuration files, read line by line whatever their format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from license_gate.discover.hub import read_dataset_name, read_hub_name
from license_gate.discover.identity import may_name, read_name
from license_gate.discover.likeness import OLD_DATASETS, name_whisper
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.prose import read_links
from license_gate.discover.shell import find_commands, identify_variable
from license_gate.discover.source import Found, Source, begin_of_line, line_before
from license_gate.domain.reference import ReferenceKind

_PAIR = re.compile(
    r"""(?<![\w.-])(?P<key>[A-Za-z_][\w.-]{0,80})["']?[ \t]*(?:=|:(?=[ \t"']))[ \t]*(?:&\w+[ \t]+)?["']?(?:\$\{\w+:?-)?(?P<value>[A-Za-z0-9][^\s"'#,}\]]*)"""
)
_ITEM = re.compile(
    r"""^[ \t]*-[ \t]+["']?(?P<value>[A-Za-z0-9](?:[^\s"'#,:]|:(?=\w))*)["']?[ \t]*,?(?:#.*)?$|^[ \t]*["'](?P<json>[^\s"']+)["'],?[ \t]*$""",
    re.MULTILINE,
)
_KEY = re.compile(
    r"""^[ \t]*["']?(?P<key>[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}|[a-z][\w-]{0,40}(?:base|large|small|medium|xl|cased)[\w-]{0,40}|gpt2)["']?[ \t]*:(?=[ \t]*(?:[\[{&#]|\r?$))""",
    re.MULTILINE,
)
_FLOW = re.compile(r"""[\[,]\s*["']?(?P<value>[A-Za-z0-9][\w.-]*[/:-][\w.:@/-]+)["']?[ \t]*(?=[,\]])""")
_FLOW_KEY = re.compile(r"""([A-Za-z_][\w.-]*)["']?[ \t]*[:=][ \t]*$""")
_NAMED = re.compile(
    r"model|llm|repo|checkpoint|ckpt|embed|tokenizer|(?:^|_)hf|rerank|adapter|lora|pretrained|name_or_path|engine|deployment|encoder|teacher|student|judge|provider|generator|backbone|(?:^|_)transformer$|vectors|path_or_url",
    re.IGNORECASE,
)
_CERTAIN = re.compile(
    r"(?:\w+_)?name_or_path|base_model(?:_name_or_path|_id)?|(?:hf|hub)_(?:model|repo)(?:_id)?|hf_model_id|model_repo|repo_id|tokenizer_source|source_model|reward_model(?:_path)?|_name_or_path|HF_MODEL_ID",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"image|uses|repository|container|package|extends|registry|path|file|url|uri|mime|type|content|version|include|module|import|schema|homepage|author|license|script|description|title|label|slug|headline|team|src|template|group|resolved|workingDirectory|ref|branch|namespace|storage|root|dir|folder|prefix|output|\$ref",
    re.IGNORECASE,
)
_VARIABLE = re.compile(
    r"""name["']?[ \t]*:[ \t]*["']?([A-Za-z_]\w*)["']?[ \t]*,?\s*(?:-[ \t]+)?["']?(?:value|default)["']?[ \t]*:[ \t]*["']?$"""
)
_WHISPER = r"(?:\w+_)?whisper(?:_(?:model|size|type|name|id|version))*"
_LOCAL = re.compile(
    r"[a-z][\w.-]*:(?:latest|\d[\w.-]*)|(?:llama|mistral|mixtral|qwen|phi|gemma|codellama|deepseek|llava|nomic-embed|mxbai-embed|tinyllama|starcoder|smollm|granite|all-minilm|bge-)[a-z0-9.-]*(?::[\w.-]+)?"
)
_LEVELS = 2
_PARTS = frozenset(("id", "name", "repo", "path", "source", "default"))
_BARE_DATA = re.compile(r"[a-z][a-z0-9_-]{2,}")
_OF_HUB = ("hf_", "huggingface_", "hub_")
_DATA = re.compile(
    r"(?:\w+_)?data_?sets?(?:_(?:name|id|path|repo))?s?|train_data|eval_data|dataset_mixer|hf_hub_url",
    re.IGNORECASE,
)


class _Around(NamedTuple):
    """What the whole file says of each of its values."""

    kind: ReferenceKind
    ollama: bool
    aliases: (
        bool  # whether models have names of the program's own under `model_name`, as in proxies of litellm
    )
    rows: bool  # whether it holds data, a row a line: then only keys that take nothing but models count


def find_values(source: Source, kind: ReferenceKind = "config") -> Iterator[Found]:
    """The references of a file of keys and values."""
    text = source.text
    rows = source.path.endswith(".jsonl")
    around = _Around(
        "deploy" if _is_deployment(source.path, text) else kind,
        "llama" in text and not rows,
        "litellm_params" in text,
        rows,
    )
    for match in _PAIR.finditer(text):
        key = match["key"].lower()
        if (
            may_name(match["value"])
            or (around.ollama and "odel" in key)
            or key.startswith(_OF_HUB)
            or match["value"] in OLD_DATASETS
            or "whisper" in key
            or key == "timm_model_name"
        ):
            yield from _judge(source, text, match["key"], match["value"], match.start("value"), around)
    for match in _ITEM.finditer(text):
        group = "value" if match["value"] else "json"
        if may_name(match[group]):
            key = _parent(text, match.start())
            yield from _judge(source, text, key, match[group], match.start(group), around)
    for match in _FLOW.finditer(text):
        if may_name(match["value"]):
            key = _flow_key(text, match.start())
            yield from _judge(source, text, key, match["value"], match.start("value"), around)
    yield from _find_keys(source, text, around)
    yield from find_commands(source, text, "config", around.kind)
    if not source.path.endswith((".json", ".toml")) or "resolve/" in text:
        yield from _find_links(source, text)


def _find_keys(source: Source, text: str, around: _Around) -> Iterator[Found]:
    """Names that settings are kept under; those of interfaces are entries of price lists more often than uses."""
    for match in _KEY.finditer(text):
        identity = read_hub_name(match["key"], Trust.ANY)
        if identity:
            place = source.place(match.start("key"))
            yield source.refer(identity.model, match["key"], place, "config", around.kind, identity.certainty)


def _find_links(source: Source, text: str) -> Iterator[Found]:
    """Links to the Hub; one behind a `#` is read by a person."""
    for start, url, found in read_links(source, text):
        shown = "#" in line_before(text, start) or text[start - 2 : start] == "]("
        kind: ReferenceKind = "mention" if shown else "config"
        yield source.refer(found.model, url, source.place(start), "config", kind)


def _judge(source: Source, text: str, key: str, value: str, offset: int, around: _Around) -> Iterator[Found]:
    if key in ("value", "default"):
        named = _VARIABLE.search(text, max(0, offset - 160), offset)
        key = named[1] if named else key
    if key in _PARTS or not _NAMED.search(key):
        key = _named_above(key, text, offset)
    for part in value.split("+") if "+" in value and key in ("model", "base_model") else (value,):
        yield from _read(source, text, key, part, offset, around)


def _read(source: Source, text: str, key: str, value: str, offset: int, around: _Around) -> Iterator[Found]:
    if (around.rows and not _CERTAIN.fullmatch(key)) or (around.aliases and key == "model_name"):
        return
    identity = _identify(key, value) or (_in_ollama(key, value) if around.ollama else None)
    if identity is None:
        return
    line = line_before(text, offset)
    comment = re.match(r"[ \t]*(?:#|//|;)", line) is not None
    yield source.refer(
        identity.model,
        value,
        source.place(offset),
        "config",
        "mention" if comment else around.kind,
        identity.certainty,
    )


def _identify(key: str, value: str) -> Identity | None:
    if value.startswith("hf://") or ("--" in value and key.startswith("Auto")):
        return read_name(value.partition("--")[0], Trust.LOADER)  # `auto_map` takes code from elsewhere
    if _DATA.fullmatch(key):
        return _as_dataset(value, bare=key.lower().startswith(_OF_HUB))
    if _is_none(key, value):
        return None
    if key.isupper():
        return identify_variable(key, value)
    return _in_own_words(key, value) or read_name(value, _trust(key))


def _trust(key: str) -> Trust:
    if _CERTAIN.fullmatch(key):
        return Trust.LOADER
    if key == "tokenizer":
        return Trust.MODEL
    return Trust.NAMED if _NAMED.search(key) else Trust.ANY


def _in_own_words(key: str, value: str) -> Identity | None:
    """A model as a library calls it whose name stands in the key."""
    if key == "timm_model_name":
        return Identity(f"timm/{value}", "exact")
    word = key.lower()
    size = name_whisper(value) if "whisper" in word and re.fullmatch(_WHISPER, word) else None
    return Identity(size, "exact") if size else None


def _is_none(key: str, value: str) -> bool:
    """Whether a key takes no models, or what the result of a training will be called."""
    if key == "hub_model_id" and "/" not in value:
        return True
    never = _NEVER.search(key) is not None and not _NAMED.search(key)
    return never or key == "key" or key.endswith("bucket") or _NEVER.fullmatch(key) is not None


def _as_dataset(value: str, *, bare: bool) -> Identity | None:
    """A data set of the Hub; a word without an organization only where the key speaks of the Hub."""
    named = Identity(f"dataset:{value}", "likely") if bare and _BARE_DATA.fullmatch(value) else None
    return named or read_dataset_name(value)


def _in_ollama(key: str, value: str) -> Identity | None:
    """A model of Ollama, in a file that speaks of Ollama."""
    if key.lower() in (
        "model",
        "models",
        "model_name",
        "modelname",
        "llm_model",
        "embedding_model",
        "base_model",
    ) and _LOCAL.fullmatch(value):
        return Identity(f"ollama:{value}", "exact")
    return None


def _named_above(key: str, text: str, offset: int) -> str:
    """The key that says what a value is: one that it stands under, where its own does not."""
    for section in islice(_sections(text, offset), _LEVELS if key in _PARTS else 1):
        if _NAMED.search(section) or (key == "path" and _DATA.fullmatch(section)):
            return section
        if _DATA.fullmatch(section):
            return key
    return key


def _sections(text: str, offset: int) -> Iterator[str]:
    """The keys, tables and objects that a value stands in, nearest first: lines above with a smaller indent."""
    start = begin_of_line(text, offset)
    line = text[start:offset]
    indent = len(line) - len(line.lstrip(" \t-"))
    for above in reversed(text[max(0, start - 2000) : start].splitlines()):
        stripped = above.strip()
        if stripped.startswith("[") and stripped.endswith("]"):
            yield stripped.strip("[]").rpartition(".")[2]
            return
        found = re.match(r"""["']?([\w.-]+)["']?[ \t]*[:=][ \t]*[\[{]?$""", stripped)
        left = len(above) - len(above.lstrip(" \t"))
        if found and left < indent:
            yield found[1]
            indent = left


def _flow_key(text: str, offset: int) -> str:
    """The key of a list that is written on one line, or whose elements follow each other on lines."""
    opened = text.rfind("[", max(0, offset - 4000), offset + 1)
    found = _FLOW_KEY.search(text, max(0, opened - 100), opened) if opened >= 0 else None
    return found[1] if found else ""


def _parent(text: str, start: int) -> str:
    """The key above a list, by its smaller indent."""
    line = text[start : text.find("\n", start)] if "\n" in text[start:] else text[start:]
    indent = len(line) - len(line.lstrip())
    for above in reversed(text[max(0, start - 4000) : start].splitlines()):
        stripped = above.lstrip()
        if not stripped or stripped[0] in "-#" or len(above) - len(stripped) > indent:
            continue
        found = re.match(r"""["']?([\w.-]+)["']?[ \t]*[:=]""", stripped)
        if found and (len(above) - len(stripped) < indent or not stripped.rstrip().endswith(('"', "'"))):
            return found[1]
    return ""


def _is_deployment(path: str, text: str) -> bool:
    name = path.rpartition("/")[2].lower()
    if (
        "compose" in name
        or path.startswith(".github/workflows/")
        or name.endswith((".tf", ".tpl", ".gotmpl"))
    ):
        return True
    return re.search(r"^(?:apiVersion|services):", text, re.MULTILINE) is not None or name.startswith(
        "values"
    )
