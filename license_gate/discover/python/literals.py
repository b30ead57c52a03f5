"""Models that Python code names in a string, judged by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.identity import Identity, Trust, read_hub_url, read_name
from license_gate.discover.python.context import Context, read_context
from license_gate.discover.python.lexer import Token, lex
from license_gate.discover.python.loaders import (
    AZURE_CLIENT,
    COMPLETION,
    HOSTS,
    OLLAMA_CALL,
    PLAIN_CLIENT,
    Loader,
    find_loader,
    read_hub,
    read_ollama_name,
)
from license_gate.discover.source import Found, Source
from license_gate.domain.reference import Certainty, ReferenceKind

LITERALS = (
    b"from_pretrained", b"huggingface", b"transformers", b"penai", b"lama", b"istral", b"wen", b"bert", b"gpt-", b"laude-", b"emini-", b"embed",
    b"iffusion", b"nstruct", b"hisper", b"itellm", b"vllm", b"diffusers", b"timm", b"spacy", b"load_dataset", b"_model", b"model=", b"hf_hub", b"LLM(", b"gemma", b"bge-", b"-large", b"-base",
)  # fmt: skip

_WORTH = re.compile(r"[A-Za-z0-9][\w.:@/+-]*")
_MODEL_WORD = re.compile(
    r"model|checkpoint|ckpt|repo|pretrained|embed|encoder|tokenizer|processor|llm|rerank|(?:^|_)hf_|adapter|lora|(?:^|_)vae|unet|teacher|student|judge|name_or_path|backbone"
    r"|generator|weights|diffus|whisper|bert|gpt|clip|llama|engine|deployment|summar|classif|translat|caption|retriev|ranker|scorer|detector|segment|pipeline|hub",
    re.IGNORECASE,
)
_CERTAIN_WORD = re.compile(
    r"(?:pretrained_)?model_name_or_path|(?:hf|huggingface|hub)_(?:model|repo)(?:_(?:id|name|path))?|repo_id|model_repo|base_model(?:_name_or_path)?|base_model_id|tokenizer_name_or_path|hf_model_id|HF_MODEL_ID|model_id",
    re.IGNORECASE,
)
_DATA_WORD = re.compile(r"(?:^|_)data_?sets?(?:_|$)|dataset_(?:name|id|repo|path)|datasets", re.IGNORECASE)
_NO_USE = re.compile(
    r"(?:^|\.)(?:open|join|Path|getLogger|import_module|compile|sub|match|search|split|replace|format|startswith|endswith|strip|rstrip|lstrip|removeprefix|index|__import__|git_clone|patch|skipif)$"
)
_URL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)/[^\s\"'`<>()\[\]{}\\|,]+"
)
_PROSE_CALL = re.compile(
    r"(?:from_pretrained|pipeline|SentenceTransformer|CrossEncoder|load_dataset|snapshot_download|hf_hub_download|LLM|model(?:_id|_name)?)\s*(?:\(|=)\s*(?:model\s*=\s*)?[\"']([^\"'\n]+)[\"']"
)


def find(source: Source, text: str, detector: str, shift: int = 0) -> Iterator[Found]:
    """The references of a piece of Python code that begins at line `shift` + 1 of the file."""
    endpoint = _endpoint(text)
    for token in lex(text):
        if token.prose:
            yield from _find_mentions(source, text, token, detector, shift)
            continue
        written = token.text
        if token.formatted and "{" in written:
            continue
        if not 2 <= len(written) <= 300 or not _WORTH.match(written):
            continue
        if "/" in written or "-" in written or "." in written or ":" in written or written.isalnum():
            yield from _judge(source, text, token, endpoint, detector, shift)


def _judge(
    source: Source, text: str, token: Token, endpoint: str, detector: str, shift: int
) -> Iterator[Found]:
    written = token.text
    if "/" not in written and "://" not in written and written.isalpha():
        quick = text[max(0, token.start - 60) : token.start]
        if not re.search(
            r"(?:load\w*|model\w*|from_pretrained|Ollama\w*|WhisperModel|engine|pipeline|path|name)[\w.]*\s*(?:\(|=|:)\s*$",
            quick,
            re.IGNORECASE,
        ):
            return
    context = read_context(text, token.start, token.end)
    identity = _identify(written, context, text, endpoint)
    if identity is None:
        return
    kind: ReferenceKind = "load"
    certainty: Certainty = identity.certainty
    if context.compared or context.key or (context.callee and _NO_USE.search(context.callee)):
        certainty = "likely"
    yield source.refer(identity.model, written, _place(text, token.inner, shift), detector, kind, certainty)


def _identify(written: str, context: Context, text: str, endpoint: str) -> Identity | None:
    loader = find_loader(context.callee, text) if context.callee else None
    if loader and _taken(loader, context):
        return loader.read(written)
    if context.callee and _NO_USE.search(context.callee) and "://" not in written:
        return None
    if (
        "ollama" in text
        and OLLAMA_CALL.search(context.callee)
        and (context.name == "model" or context.position == 0)
    ):
        return read_ollama_name(written)
    if _DATA_WORD.search(context.name) and not _MODEL_WORD.search(context.name.replace("dataset", "")):
        return _as_dataset(written)
    if "ollama" in context.name.lower() and _MODEL_WORD.search(re.sub("(?i)ollama", "", context.name)):
        return read_ollama_name(written) if "://" not in written else None
    return _by_endpoint(written, context, endpoint) or read_name(written, _trust(context))


def _taken(loader: Loader, context: Context) -> bool:
    return context.name in loader.keywords if context.name else context.position in loader.positions


def _trust(context: Context) -> Trust:
    if _CERTAIN_WORD.fullmatch(context.name):
        return Trust.LOADER if not context.name.lower().startswith("model_id") else Trust.NAMED
    if _MODEL_WORD.search(context.name) or (not context.name and _MODEL_WORD.search(context.callee)):
        return Trust.NAMED
    return Trust.ANY


def _as_dataset(written: str) -> Identity | None:
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


def _endpoint(text: str) -> str:
    """The provider that the clients of a file speak to, '' where its vendor or nobody says."""
    if "zure" in text and AZURE_CLIENT.search(text) and not PLAIN_CLIENT.search(text):
        return "azure-openai"
    match = HOSTS.search(text) if "base" in text else None
    return (match.lastgroup or "").replace("_", "-") if match else ""


def _find_mentions(source: Source, text: str, token: Token, detector: str, shift: int) -> Iterator[Found]:
    """Models that a comment or a docstring speaks of."""
    prose = token.text
    if "/" not in prose and "model" not in prose and "pretrained" not in prose:
        return
    for match in _URL.finditer(prose):
        found = read_hub_url(match[0])
        if found:
            yield source.refer(
                found.model, match[0], _place(text, token.inner + match.start(), shift), detector, "mention"
            )
    for match in _PROSE_CALL.finditer(prose):
        found = read_hub(match[1])
        if found:
            yield source.refer(
                found.model, match[1], _place(text, token.inner + match.start(1), shift), detector, "mention"
            )


def _place(text: str, offset: int, shift: int) -> tuple[int, int]:
    return shift + text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
