"""What a string of Python code names, by what takes it and by what it says of itself."""

from __future__ import annotations

import re

from license_gate.discover.identity import read_name
from license_gate.discover.likeness import OLD_DATASETS, WHISPER_SIZE, is_placeholder
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.providers import name_owner
from license_gate.discover.python.context import PARTS, Context
from license_gate.discover.python.loaders import (
    COMPLETION,
    OLLAMA_CALL,
    Loader,
    find_loader,
    read_clip,
    read_faster_whisper,
    read_ollama_name,
    read_whisper,
)
from license_gate.discover.python.piece import Piece
from license_gate.discover.vendors import read_of_vendor, vendor_in

WORD = re.compile(r"[A-Za-z0-9][\w.:@+-]*")
MODEL_WORD = re.compile(
    r"model|checkpoint|ckpt|repo|pretrained|embed|encoder|tokenizer|processor|llm|rerank|(?:^|_)hf_|adapter|lora|(?:^|_)vae|unet|teacher|student|judge|name_or_path|backbone"
    r"|generator|weights|diffus|whisper|bert|gpt|clip|llama|engine|deployment|summar|classif|translat|caption|retriev|ranker|scorer|detector|segment|pipeline|hub|lang_?detect|_lang(?:uage)?_?id",
    re.IGNORECASE,
)
_CERTAIN_WORD = re.compile(
    r"(?:pretrained_)?model_name_or_path|hf_hub(?:_id)?|(?:hf|huggingface|hub)_(?:model|repo)(?:_(?:id|name|path))?|repo_id|model_repo|base_model(?:_name_or_path)?|base_model_id|tokenizer_name_or_path|hf_model_id|HF_MODEL_ID|model_id",
    re.IGNORECASE,
)
_ONLY_MODELS = re.compile(
    r"(?:\w+_)?(?:model|model_?(?:name|id|path|key|str|string|tag|identifier)|checkpoint|adapter_?(?:name|id|path)|pretrained(?:_\w+)?|tokenizer(?:_?(?:name|id|path))?|llm|embedder|reranker|(?:de|en)coder|onnx_path)",
    re.IGNORECASE,
)
_HUB_REPOSITORY = re.compile(r"(?:\w+_)?repo(?:sitory)?(?:_?(?:id|name))?", re.IGNORECASE)
_TABLE_OF_MODELS = re.compile(
    r"(?:\w+_)?(?:hf|huggingface|hub|pretrained|model|checkpoint)s?(?:_?(?:model|hub|repo|name|id|path|url|map|mapping|table|zoo|registry|alias|info|config|list|dict|archive|weights|default))+(?:e?s)?",
    re.IGNORECASE,
)
DATA_WORD = re.compile(r"(?:^|_)data_?sets?(?:_|$)|dataset_(?:name|id|repo|path)|datasets", re.IGNORECASE)
# What names of data sets hold beside, and models have in their names too.
_NO_MODEL = re.compile(r"data_?sets?(?:_repo)?|hf_|huggingface_|hub_", re.IGNORECASE)
_FASTER = re.compile("faster[-_ ]?whisper", re.IGNORECASE)
_SIZED = re.compile(
    r"(?:\w+_)?(?:model(?:_(?:name|size|type|path|id|size_or_path|transcription|type_transcription))?|(?:realtime_)?model_type|whisper(?:_\w+)?)",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(?!.*model_(?:id|name))(?:\w+_)?(?:label|title|description|help|placeholder|tooltip|caption|summary|message|image(?:_(?:name|str|tag))?)",
    re.IGNORECASE,
)
_PARTS_OF_NAMES = re.compile(
    r"(?:famil|prefix|pattern|substring|keyword)(?!.*models)", re.IGNORECASE
)  # what a list of them is called
# In a list or table a type of model rather than one: `{"gpt2": GPT2Model}`.
_TYPES = ("gpt2", "openai-gpt", "ctrl")
LISTS_OF_MODELS = ("models", "model_names", "model_ids")
_TASKS = ("TASK_NAME", "DATASET_NAME", "DATASET_NAMES")  # of classes that test examples
_ANY_NAME = ("name", "id", "path")  # of a model, where the value or the file speaks of one
_ENTRY = 400  # characters that an entry of a table may begin before what it holds
_GROUP = 2000  # characters that a list may begin before what it holds
_ADDRESS = 40  # characters that are read behind a name
_OF_DATASET = re.compile(r"\btype\s*=\s*\w*Dataset\w*\b")
_DATASET = re.compile(r"Dataset(?:Record|Info|Spec|Config)?(?:\.from_\w+)?$")
NO_USE = re.compile(
    r"(?:^|\.)(?:open|join|Path|getLogger|import_module|compile|sub|match|search|split|replace|format|startswith|endswith|strip|rstrip|lstrip|removeprefix|index|__import__|git_clone|hub\.pull|\w*github\w*|patch|skipif|\w+_columns?)$"
)


def identify(written: str, context: Context, code: Piece, holder: str, start: int) -> Identity | None:
    """The model that the string at `start` names; `holder` is the list or table that it stands in."""
    if context.listed and _PARTS_OF_NAMES.search(holder):
        return None
    if context.titled and name_owner(written):
        return None  # what a program calls models of its table
    after = code.text[start + len(written) + 2 : start + len(written) + _ADDRESS].lstrip()
    if after[:1] in (",", ":") and ("://github.com/" in after or "://gitlab.com/" in after):
        return None  # a repository of code, with its address beside it
    typed = (context.key or context.listed) and written in _TYPES
    if _SHOWN.fullmatch(context.name) or (typed and not context.fetched):
        return None
    return _by_place(written, context, code, holder, start) or _by_vendor(
        written, context, code, holder, start
    )


def _by_place(written: str, context: Context, code: Piece, holder: str, start: int) -> Identity | None:
    """By what takes it, else by what it says of itself."""
    loader = find_loader(context.callee, code.text, code.imports.aliases) if context.callee else None
    if loader and _taken(loader, context):
        return loader.read(written)
    if context.callee and NO_USE.search(context.callee) and "://" not in written:
        return _joined(written) if context.callee.endswith("join") else None
    if _takes_ollama(context, code):
        return read_ollama_name(written)
    if _takes_dataset(written, context, code, holder, start):
        return _as_dataset(written)
    told = "ollama" in context.name.lower() and MODEL_WORD.search(re.sub("(?i)ollama", "", context.name))
    if told and not written.startswith("ollama"):
        return read_ollama_name(written) if "://" not in written else None
    return (
        _by_endpoint(written, context, code.endpoint)
        or _by_name(written, context, holder, code)
        or _by_call(written, context)
        or _by_size(written, context, holder, code, start)
        or _as_clip(written, code)
    )


def _joined(written: str) -> Identity | None:
    """A model that is put behind the folder where models are kept."""
    found = read_name(written, Trust.ANY)
    return found._replace(certainty="likely") if found and found.certainty == "exact" else None


def _as_clip(written: str, code: Piece) -> Identity | None:
    """What OpenAI's package of CLIP calls its models; nothing else of a program that speaks of it is called so."""
    found = read_clip(written) if "/" in written and code.source.holds(b"clip") else None
    return found._replace(certainty="likely") if found else None


def _by_vendor(written: str, context: Context, code: Piece, holder: str, start: int) -> Identity | None:
    """What a client of a vendor is given for a model, or has for a default."""
    table = context.listed and holder.lower() in LISTS_OF_MODELS and "/" not in written
    if (
        context.compared
        or context.key
        or not (context.name or table)
        or context.callee.startswith("migrations.")
    ):
        return None  # models of a database have names too
    field = context.name == "id" and "model" in code.source.path
    member = context.name.isupper() and not context.callee and code.lists_models(start)
    name = "model" if field or member or table else context.name
    return read_of_vendor(written, name, vendor_in(context.callee) or code.vendor_at(start))


def _takes_ollama(context: Context, code: Piece) -> bool:
    if "ollama" in code.source.path and context.name in ("id", "model", "model_name", "default_model"):
        return not context.compared
    asked = code.ollama and OLLAMA_CALL.search(context.callee) is not None
    return asked and (context.name == "model" or context.position == 0)


def _takes_dataset(written: str, context: Context, code: Piece, holder: str, start: int) -> bool:
    if (context.name == "hf_repo" and "Task" in context.callee) or (
        context.name in _TASKS and "/" in written
    ):
        return True
    if context.name in PARTS and _is_of_data(context.callee, code.text, start):
        return True
    if context.outer and not _ONLY_MODELS.fullmatch(context.outer[0]):
        return any(DATA_WORD.search(outer) for outer in context.outer)
    table = (
        context.listed and DATA_WORD.search(holder) and not MODEL_WORD.search(_NO_MODEL.sub("", context.name))
    )
    name = holder if context.listed and (table or not context.name) else context.name
    group = f'"{written.partition("/")[0]}": ['  # of the program's own, and this is one of it
    if DATA_WORD.search(name) is None or code.text.find(group, max(0, start - _GROUP), start) >= 0:
        return False
    return written in OLD_DATASETS or not MODEL_WORD.search(_NO_MODEL.sub("", name))


def _is_of_data(callee: str, text: str, start: int) -> bool:
    """Whether a call makes a data set, or an entry says that it is one: `dict(type=SomeDataset, path="org/name")`."""
    if DATA_WORD.search(callee) or _DATASET.search(callee):
        return True
    if callee != "dict":
        return False
    opened = text.rfind("dict(", max(0, start - _ENTRY), start)
    return opened >= 0 and _OF_DATASET.search(text, opened, start + _ENTRY // 2) is not None


def _by_name(written: str, context: Context, holder: str, code: Piece) -> Identity | None:
    """What the string says of itself; a name that takes deployments of Azure makes it one."""
    trust = _trust(context, holder)
    if trust < Trust.MODEL and _HUB_REPOSITORY.fullmatch(context.name) and code.speaks_of_hub():
        trust = Trust.MODEL
    if (
        trust < Trust.NAMED
        and context.name in _ANY_NAME
        and (name_owner(written) or code.source.holds(b"transformer"))
    ):
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
        context.name in ("path", "name", "id", "source")
        and context.callee.endswith(("Model", "ModelConfig", "ModelInfo"))
    ):
        return Trust.MODEL
    if context.listed and (_TABLE_OF_MODELS.fullmatch(holder) or _ONLY_MODELS.fullmatch(holder)):
        return Trust.MODEL
    around = context.name or context.callee
    if MODEL_WORD.search(around) or MODEL_WORD.search(holder):
        return Trust.NAMED
    return Trust.ANY


def _as_dataset(written: str) -> Identity | None:
    if written in OLD_DATASETS:
        return Identity(f"dataset:{written}", "likely")
    found = read_name(written, Trust.NAMED)
    if found is None and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.-]+/[\w.-]{3,}", written):
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
    word = WORD.fullmatch(written) and re.search(r"[\d-]", written)
    return Identity(f"openai:{written}", "likely") if word and not is_placeholder("", written) else None


def _by_size(written: str, context: Context, holder: str, code: Piece, start: int) -> Identity | None:
    """A size of Whisper, where a program that speaks of Whisper asks for a model."""
    if not code.whisper or not re.fullmatch(WHISPER_SIZE, written):
        return None
    member = context.name.isupper() and code.lists_models(start)
    if not (member or _SIZED.fullmatch(context.name) or (context.listed and MODEL_WORD.search(holder))):
        return None
    reader = read_faster_whisper if _FASTER.search(code.text) else read_whisper
    found = reader(written)
    return found._replace(certainty="likely") if found else None
