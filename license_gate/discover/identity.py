"""Reads a string as the name of a model or a data set, or says that it is none."""

from __future__ import annotations

import re
from functools import lru_cache

from license_gate.discover.hub import read_address, read_hub_id, read_hub_url
from license_gate.discover.likeness import SIZED, STRONG, SUFFIX, is_placeholder
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.providers import HUB_ROUTES, LOOSE, ROUTES, follow_route, name_family

LONGEST = 200
_REMEMBERED = 4096  # names: a tree names the same ones again and again
_SLASHED = re.compile(r"[A-Za-z0-9@][\w.+:@~%?=&#-]*/|\w+@?[\w.]*:")
# Names without any other mark.
_JOINED = re.compile(r"_(?:sm|md|lg|trf|scibert)$|^(?:eleven|scribe)_|_(?:patch|window)\d")
_WORD = re.compile(r"[A-Za-z0-9][\w.:@-]*")
# How the catalog of coqui-tts names its models; one of them is known for its own license under its name on the Hub.
_COQUI = re.compile(r"(?:tts|vocoder|voice_conversion)_models/[\w-]+/[\w-]+/[\w.-]+")
# What AWS and Google call the models that they serve.
_RESOURCE = re.compile(
    r"(?:^arn:aws[\w-]*:bedrock:.*|/|^)(foundation-model|inference-profile|publishers/[\w-]+/models)/([\w.:@-]+)$"
)
_SHORT = frozenset((*LOOSE, "gpt2", "distilgpt2", "LaBSE"))


def may_name(written: str) -> bool:
    """A quick look before the surroundings are read: False is certain, True is not."""
    if not 2 <= len(written) <= LONGEST:
        return False
    if "/" in written:
        return _SLASHED.match(written) is not None
    return (
        "-" in written
        or ":" in written
        or "." in written
        or _JOINED.search(written) is not None
        or written in _SHORT
    ) and _WORD.fullmatch(written) is not None


@lru_cache(_REMEMBERED)
def read_name(written: str, trust: Trust) -> Identity | None:
    """The model or data set that a string names, in the form that models.yaml uses."""
    text = written.strip().rstrip("/")
    begins = text[-1:] in ("-", ":")  # other names do
    if not 2 <= len(text) <= LONGEST or " " in text or "\n" in text or not text.isprintable() or begins:
        return None
    if "://" in text or text.startswith(("hf.co/", "huggingface.co/", "git@hf.co", "git@huggingface.co")):
        return read_address(text)
    resource = _RESOURCE.search(text)
    if resource:
        return _from_resource(resource[1], resource[2], trust)
    family = name_family(text)
    if family:
        return _from_family(family, text, trust)
    if _COQUI.fullmatch(text):
        return Identity("coqui/XTTS-v2" if text.endswith("/xtts_v2") else f"coqui:{text}", "exact")
    return _from_route(text, trust) or read_hub_id(text, trust)


def _from_resource(kind: str, name: str, trust: Trust) -> Identity | None:
    """The model in the name of a resource of a cloud; None for a profile or an endpoint that somebody named."""
    found = read_name(name, trust)
    if found or not kind.startswith("publishers/"):
        return found if found and ":" in found.model else None
    named = re.search(r"\d", name) and not is_placeholder("", name)
    return Identity(f"vertex:{name}", "exact") if named else None


def _from_family(family: str, text: str, trust: Trust) -> Identity | None:
    if text in LOOSE:
        asked = Trust.MODEL if text == "command" else Trust.NAMED  # a common word
        return Identity(family, "exact") if trust >= asked else None
    return Identity(family, "exact")


_HUB_TASKS = (
    "feature-extraction",
    "text-generation",
    "sentence-similarity",
    "token-classification",
    "text-classification",
)


_SHORTEST = 3  # characters behind a route
_ACTION = r"[A-Z][A-Za-z]+"  # a permission of AWS: `bedrock:InvokeModel`
# Routes behind which names have more than two parts.
_DEEP = frozenset(
    ("azure_ai", "bedrock", "cloudflare", "fireworks", "fireworks_ai", "openrouter", "replicate", "vertex_ai")
)


def _from_route(text: str, trust: Trust) -> Identity | None:
    """Names that begin with a route: `huggingface/org/name`, `openai:gpt-4o`, `ollama/llama3:8b`."""
    colon = re.match(r"([\w-]+)::?(?![\d:])", text)
    route = colon[1] if colon else text.partition("/")[0]
    rest = text[len(route) + 1 :]
    if colon:
        rest = rest.removeprefix(":").removeprefix("/")  # MLflow writes `openai:/gpt-4o`
    if route in HUB_ROUTES and (colon or rest.count("/") >= 1):
        if colon is None and SUFFIX.search(rest) and rest.count("/") > 1:
            return None  # a file of a package that is called like the route
        for task in _HUB_TASKS:
            rest = rest.removeprefix(f"{task}:")
        found = read_hub_id("/".join(rest.split("/")[:2]), Trust.LOADER)
        return found if trust > Trust.ANY or colon is None or (found and found.certainty == "exact") else None
    if route not in ROUTES:
        return None
    if colon:
        rest = (
            rest.rpartition(":")[2]
            if re.match(r"(?:chat|completion|responses|messages|embedding|embeddings):", rest)
            else rest
        )
        return _known_route(route, rest, trust)
    if route == "openai" and rest.count("/") == 1:
        return read_hub_id(rest, trust)  # somebody else serves it in the same way
    # Mistral's is an organization of the Hub too; what its service calls models is known by name.
    owner = route == "mistralai" and not name_family(rest)
    deep = rest.count("/") > 1 and route not in _DEEP
    return None if owner or deep else _known_route(route, rest, trust)


def _known_route(route: str, rest: str, trust: Trust) -> Identity | None:
    """A route counts where the rest is a name of that vendor, or where a key or a loader says that it is a model."""
    family = name_family(rest) or (name_family(rest.rpartition("/")[2]) if route == "openrouter" else None)
    provider = ROUTES[route]
    if family and (
        family.startswith(provider + ":") or provider in ("azure-openai", "openrouter", "vertex", "bedrock")
    ):
        return Identity(f"{provider}:{rest}", "exact")
    name = rest.rpartition("/")[2]
    if (
        is_placeholder("", name)
        or len(name) < _SHORTEST
        or (provider == "bedrock" and re.fullmatch(_ACTION, rest))
    ):
        return None
    if f"{route}/{rest}".startswith(("openai/", "google/", "cohere/", "databricks/")) or not re.fullmatch(
        r"[\w.:/@-]+", rest
    ):
        return None
    if SUFFIX.search(rest) or SIZED.match(rest) or (trust == Trust.ANY and not (STRONG.search(rest))):
        return None
    if provider == "ollama":
        return _from_ollama(rest)
    followed = follow_route(route, rest)
    return Identity(followed, "exact" if trust > Trust.ANY else "likely") if followed else None


def _from_ollama(rest: str) -> Identity | None:
    found = read_ollama(rest)
    return Identity(found, "exact") if found else None


def read_ollama(name: str) -> str | None:
    """`ollama:name:tag`, or the Hub id behind `hf.co/org/name:QUANT`; None for a local file or anything else."""
    if re.match(r"(?:https?://)?(?:hf\.co|huggingface\.co)/", name):
        found = read_hub_url(name)
        return found.model if found else None
    if (
        re.fullmatch(r"(?:[\w-][\w.-]*/)?[A-Za-z0-9][\w.-]*(?::[\w.-]+)?", name)
        and not SUFFIX.search(name)
        and not name.isupper()
        and name.lower() != "ollama"
    ):
        return f"ollama:{name}"
    return None
