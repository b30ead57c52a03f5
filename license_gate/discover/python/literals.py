"""Models that Python code names in a string, judged by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from license_gate.discover.identity import LONGEST, Identity, Trust, may_name, read_hub_url, read_name
from license_gate.discover.likeness import LEGACY, OLD_DATASETS, is_placeholder
from license_gate.discover.prose import find_hosts, find_urls
from license_gate.discover.providers import name_family, name_owner
from license_gate.discover.python.candidates import Prose, find_candidates
from license_gate.discover.python.composed import find_pairs
from license_gate.discover.python.containers import Containers
from license_gate.discover.python.context import Context, read_context, set_on_line
from license_gate.discover.python.loaders import (
    AZURE_CLIENT,
    COMPLETION,
    HOSTS,
    OLLAMA_CALL,
    PLAIN_CLIENT,
    WHISPER_SIZE,
    Loader,
    find_loader,
    read_faster_whisper,
    read_ollama_name,
    read_whisper,
)
from license_gate.discover.python.neighbors import Neighbors, place_of
from license_gate.discover.python.open_calls import CLIENT, Imports
from license_gate.discover.python.token import Token
from license_gate.discover.source import Found, Lines, Source
from license_gate.domain.reference import Certainty, ReferenceKind

_WORD = re.compile(r"[A-Za-z0-9][\w.:@+-]*")
_TAKER = re.compile(
    r"(?:load\w*|model\w*|from_pretrained|ollama\w*|whispermodel|engine|pipeline|path|name|arch|encoder\w*|embed\w*|deployment\w*|ranker\w*|sentencetransformer\w*|llm\w*)(?:[\"']\s*,|[\"']\]?)?[\w.]*\s*(?:\(|=|:|,)\s*$",
    re.IGNORECASE,
)
_MODEL_WORD = re.compile(
    r"model|checkpoint|ckpt|repo|pretrained|embed|encoder|tokenizer|processor|llm|rerank|(?:^|_)hf_|adapter|lora|(?:^|_)vae|unet|teacher|student|judge|name_or_path|backbone"
    r"|generator|weights|diffus|whisper|bert|gpt|clip|llama|engine|deployment|summar|classif|translat|caption|retriev|ranker|scorer|detector|segment|pipeline|hub|lang_?detect|_lang(?:uage)?_?id",
    re.IGNORECASE,
)
_CERTAIN_WORD = re.compile(
    r"(?:pretrained_)?model_name_or_path|hf_hub|(?:hf|huggingface|hub)_(?:model|repo)(?:_(?:id|name|path))?|repo_id|model_repo|base_model(?:_name_or_path)?|base_model_id|tokenizer_name_or_path|hf_model_id|HF_MODEL_ID|model_id",
    re.IGNORECASE,
)
_ONLY_MODELS = re.compile(
    r"(?:\w+_)?(?:model|model_?(?:name|id|path|key|str|string|tag)|checkpoint|pretrained(?:_\w+)?|tokenizer(?:_?(?:name|id|path))?|llm|embedder|reranker|(?:de|en)coder|onnx_path)",
    re.IGNORECASE,
)
_HUB_REPOSITORY = re.compile(r"(?:\w+_)?repo(?:sitory)?(?:_?(?:id|name))?", re.IGNORECASE)
_TABLE_OF_MODELS = re.compile(
    r"(?:\w+_)?(?:hf|huggingface|hub|pretrained|model)s?(?:_?(?:model|hub|repo|name|id|path|url|map|mapping|table|zoo|registry|alias|info|config|list|dict|archive))+(?:e?s)?",
    re.IGNORECASE,
)
_PROSE_CALL = re.compile(r"([A-Za-z_][\w.]*)\((?:\w+\s*=\s*)?$")
_DATA_WORD = re.compile(r"(?:^|_)data_?sets?(?:_|$)|dataset_(?:name|id|repo|path)|datasets", re.IGNORECASE)
_NO_MODEL = re.compile(
    r"data_?set|hf_|huggingface_|hub_", re.IGNORECASE
)  # what names of data sets hold beside
_FASTER = re.compile("faster[-_ ]?whisper", re.IGNORECASE)
_SIZED = re.compile(
    r"(?:\w+_)?(?:model(?:_(?:name|size|type|path|id|size_or_path))?|whisper(?:_\w+)?)", re.IGNORECASE
)
_SHOWN = re.compile(
    r"(?:\w+_)?(?:label|title|description|help|placeholder|tooltip|caption|summary|message)", re.IGNORECASE
)
_TYPES = (
    "gpt2",
    "openai-gpt",
    "ctrl",
)  # in a list or table a type of model rather than one: `{"gpt2": GPT2Model}`
_DATASET = re.compile(r"Dataset(?:\.from_\w+)?$")
_SOURCES = ("source", "path", "name", "repo_id", "hf_path")  # of a data set, where the call speaks of one
_NO_USE = re.compile(
    r"(?:^|\.)(?:open|join|Path|getLogger|import_module|compile|sub|match|search|split|replace|format|startswith|endswith|strip|rstrip|lstrip|removeprefix|index|__import__|git_clone|patch|skipif|\w+_columns?)$"
)


# Vocabularies of a library, not choices of a program.
_VOCABULARY = re.compile(
    r"supported|available|known|valid|allowed|choices|literal|prices?|pricing|cost|context|window|max_tokens|limits?|aliases|deprecated|typing",
    re.IGNORECASE,
)


class _Code(NamedTuple):
    """A piece of code and what is true of all of it."""

    source: Source
    text: str
    lines: Lines
    detector: str
    endpoint: str  # the provider that its clients speak to
    ollama: bool
    containers: Containers
    aliases: dict[str, str]
    whisper: bool  # whether sizes are names of models

    def speaks_of_hub(self) -> bool:
        """Whether a repository is one of the Hub."""
        return "hf_hub" in self.text or "huggingface" in self.text

    def refer(
        self, identity: Identity, written: str, offset: int, kind: ReferenceKind, certainty: Certainty
    ) -> Found:
        """A reference at a character of the code."""
        place = self.lines.place(offset)
        return self.source.refer(identity.model, written, place, self.detector, kind, certainty)


def find(source: Source, text: str, calls: list[int], detector: str, imports: Imports) -> Iterator[Found]:
    """The references of a piece of Python code.

    Args:
        source: the file that the code stands in.
        text: the code.
        calls: where the arguments of its loader calls begin.
        detector: who is asking.
        imports: what the file imports.
    """
    ollama = imports.llama and ("ollama" in text or "Ollama" in text or "OLLAMA" in text)
    clients = CLIENT in imports.parts
    endpoint = _endpoint(text) if clients else ""
    whisper = imports.whisper or "whisper" in source.path
    containers = Containers(text)
    code = _Code(source, text, Lines(text), detector, endpoint, ollama, containers, imports.aliases, whisper)
    prose: Prose | None = None
    neighbors = Neighbors()
    takers = ollama or whisper or bool(endpoint) or (clients and "ompletions.create(" in text)
    pairs = find_pairs(text) if b"org=" in source.data else ()
    for token in chain(find_candidates(text, calls, takers=takers), pairs):
        if _worth(token.text, text, token.start):
            prose = prose or Prose(text)
            yield from _mention(code, token) if prose.holds(token.start) else _judge(code, token, neighbors)
    for token, identity in neighbors.settle():
        yield code.refer(identity, token.text, token.inner, "load", identity.certainty)
    yield from _find_links(code, prose)


def _worth(written: str, text: str, start: int) -> bool:
    """Whether the surroundings are worth reading: a bare word must follow something that takes a model."""
    if written in OLD_DATASETS:
        return True
    if (
        "/" in written
        or ":" in written
        or name_family(written)
        or LEGACY.fullmatch(written)
        or name_owner(written)
    ):
        return may_name(written) or "_" in written
    if not 2 <= len(written) <= LONGEST or _WORD.fullmatch(written) is None:
        return False
    return _TAKER.search(text[max(0, start - 60) : start]) is not None


def _mention(code: _Code, token: Token) -> Iterator[Found]:
    """A string in a comment or a docstring: the call right before it is all that is asked for."""
    before = code.text[max(0, token.start - 60) : token.start]
    call = _PROSE_CALL.search(before)
    loader = find_loader(call[1], code.text, code.aliases) if call else None
    if loader:
        identity = loader.read(token.text)
    else:
        identity = read_name(token.text, Trust.LOADER if before.endswith(("(", "=")) else Trust.NAMED)
    if identity:
        yield code.refer(identity, token.text, token.inner, "mention", "exact")


def _judge(code: _Code, token: Token, neighbors: Neighbors) -> Iterator[Found]:
    written = token.text
    context = read_context(code.text, token.start, token.end)
    container = code.containers.around(token.start) if context.listed else -1
    holder = code.containers.before(token.start) if context.listed else ""
    if container < 0 and context.listed:
        holder = set_on_line(code.text, token.start) or holder
    identity = None if _SHOWN.fullmatch(context.name) else _identify(written, context, code, holder)
    if identity and (context.key or context.listed) and written in _TYPES:
        identity = None
    place = place_of(context, container, named=_MODEL_WORD.search(context.name) is not None)
    if identity is None:
        if (
            "/" in written
            and not _NO_USE.search(context.callee)
            and not _DATA_WORD.search(context.name + holder)
        ):
            neighbors.wait(token, place)
        return
    neighbors.know(identity, place)
    if context.sought:
        yield code.refer(identity, written, token.inner, "mention", identity.certainty)
        return
    doubtful = context.compared or context.key or _NO_USE.search(context.callee) or _VOCABULARY.search(holder)
    yield code.refer(identity, written, token.inner, "load", "likely" if doubtful else identity.certainty)


def _identify(written: str, context: Context, code: _Code, holder: str) -> Identity | None:
    loader = find_loader(context.callee, code.text, code.aliases) if context.callee else None
    if loader and _taken(loader, context):
        return loader.read(written)
    if context.callee and _NO_USE.search(context.callee) and "://" not in written:
        return None
    if _takes_ollama(context, code):
        return read_ollama_name(written)
    if _takes_dataset(context, holder, written):
        return _as_dataset(written)
    if "ollama" in context.name.lower() and _MODEL_WORD.search(re.sub("(?i)ollama", "", context.name)):
        return (
            read_ollama_name(written) if "://" not in written and not written.startswith("ollama") else None
        )
    return (
        _by_endpoint(written, context, code.endpoint)
        or _by_name(written, context, holder, code)
        or _by_call(written, context)
        or _by_size(written, context, code)
    )


def _takes_ollama(context: Context, code: _Code) -> bool:
    asked = code.ollama and OLLAMA_CALL.search(context.callee) is not None
    return asked and (context.name == "model" or context.position == 0)


def _takes_dataset(context: Context, holder: str, written: str) -> bool:
    if context.name in _SOURCES and (_DATA_WORD.search(context.callee) or _DATASET.search(context.callee)):
        return True
    name = holder if context.listed and not context.name else context.name
    if _DATA_WORD.search(name) is None:
        return False
    return written in OLD_DATASETS or not _MODEL_WORD.search(_NO_MODEL.sub("", name))


def _by_name(written: str, context: Context, holder: str, code: _Code) -> Identity | None:
    """What the string says of itself; a name that takes deployments of Azure makes it one."""
    trust = _trust(context, holder)
    if trust < Trust.MODEL and _HUB_REPOSITORY.fullmatch(context.name) and code.speaks_of_hub():
        trust = Trust.MODEL
    if trust < Trust.NAMED and context.name in ("name", "id") and name_owner(written):
        trust = Trust.NAMED
    found = read_name(written, trust)
    if found and "azure" in context.name.lower() and found.model.startswith("openai:"):
        return Identity(f"azure-{found.model}", found.certainty)
    return found


def _taken(loader: Loader, context: Context) -> bool:
    return context.name in loader.keywords if context.name else context.position in loader.positions


def _trust(context: Context, holder: str) -> Trust:
    if _CERTAIN_WORD.fullmatch(context.name):
        return Trust.LOADER if not context.name.lower().startswith("model_id") else Trust.MODEL
    if _ONLY_MODELS.fullmatch(context.name) or (
        context.name in ("path", "name", "id")
        and context.callee.endswith(("Model", "ModelConfig", "ModelInfo"))
    ):
        return Trust.MODEL
    if context.listed and _TABLE_OF_MODELS.fullmatch(holder):
        return Trust.MODEL
    around = context.name or context.callee
    if _MODEL_WORD.search(around) or _MODEL_WORD.search(holder):
        return Trust.NAMED
    return Trust.ANY


def _as_dataset(written: str) -> Identity | None:
    if written in OLD_DATASETS:
        return Identity(f"dataset:{written}", "likely")
    found = read_name(written, Trust.NAMED)
    if found is None and re.fullmatch(r"[\w.-]+/[\w.-]+", written):
        found = read_name(written, Trust.LOADER)
        return Identity(f"dataset:{found.model}", "likely") if found and ":" not in found.model else None
    if found is None or ":" in found.model:
        return found
    return Identity(f"dataset:{found.model}", "exact")


def _by_endpoint(written: str, context: Context, endpoint: str) -> Identity | None:
    """The model of a client whose address stands in the file."""
    if not endpoint or context.name not in ("model", "engine", "deployment_id"):
        return None
    known = read_name(written, Trust.NAMED)
    if endpoint == "azure-openai":
        azure = known and known.model.startswith("openai:")
        return (
            Identity(f"azure-openai:{written}", "exact")
            if azure or COMPLETION.search(context.callee)
            else None
        )
    if known and ":" in known.model and endpoint != "openrouter":
        return known
    if not COMPLETION.search(context.callee) or not re.fullmatch(r"[\w.:/@-]+", written):
        return None
    if endpoint in ("together", "fireworks", "deepinfra", "ollama", "groq", "cerebras") and known:
        return known
    return read_ollama_name(written) if endpoint == "ollama" else Identity(f"{endpoint}:{written}", "exact")


def _by_call(written: str, context: Context) -> Identity | None:
    """Whatever a client of the kind of OpenAI's is asked for, where nobody says whose it is."""
    if context.name != "model" or "/" in written or not COMPLETION.search(context.callee):
        return None
    word = _WORD.fullmatch(written) and re.search(r"[\d-]", written)
    return Identity(f"openai:{written}", "likely") if word and not is_placeholder("", written) else None


def _by_size(written: str, context: Context, code: _Code) -> Identity | None:
    """A size of Whisper, where a program that speaks of Whisper asks for a model."""
    if not code.whisper or not _SIZED.fullmatch(context.name) or not re.fullmatch(WHISPER_SIZE, written):
        return None
    reader = read_faster_whisper if _FASTER.search(code.text) else read_whisper
    found = reader(written)
    return found._replace(certainty="likely") if found else None


def _endpoint(text: str) -> str:
    """The provider that the clients of a file speak to, '' where its vendor or nobody says."""
    if "OpenAI" not in text and "openai" not in text:
        return ""
    if "zure" in text and AZURE_CLIENT.search(text) and not PLAIN_CLIENT.search(text):
        return "azure-openai"
    match = HOSTS.search(text) if "base_url" in text or "api_base" in text else None
    return (match.lastgroup or "").replace("_", "-") if match else ""


def _find_links(code: _Code, prose: Prose | None) -> Iterator[Found]:
    """Links to the Hub in comments and docstrings."""
    for start, url in find_urls(code.text, find_hosts(code.source.data)):
        prose = prose or Prose(code.text)
        found = read_hub_url(url) if prose.holds(start) else None
        if found:
            yield code.refer(found, url, start, "mention", "exact")
