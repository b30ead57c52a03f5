"""Reads a string as the name of a model or a data set, or says that it is none.

How sure it must look depends on where it stands: an argument of a loader needs only the form `org/name`, any
string of a program needs a well-known organization or a name that only models have.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from license_gate.discover.likeness import LEGACY, SIZED, STRONG, SUFFIX, WEAK, is_path, is_placeholder
from license_gate.discover.organizations import FOLDERS, HUB, SHARED
from license_gate.discover.providers import HUB_ROUTES, LOOSE, ROUTES, follow_route, name_family, name_owner
from license_gate.domain.reference import Certainty


class Trust(IntEnum):
    """What the place of a string says of it."""

    ANY = 0  # a string somewhere
    NAMED = 1  # a key, a variable or a parameter that speaks of models
    MODEL = 2  # one that takes nothing but the name of a model
    LOADER = 3  # what a loader takes


class Identity(NamedTuple):
    """A normalized id and how certain it is that a model is meant."""

    model: str
    certainty: Certainty


LONGEST = 200
_REMEMBERED = 4096  # names: a tree names the same ones again and again
_SLASHED = re.compile(r"[A-Za-z0-9][\w.+:@~%?=&#-]*/|\w+@?[\w.]*:")
_WORD = re.compile(r"[A-Za-z0-9][\w.:@-]*")
HUB_ID = re.compile(r"([A-Za-z0-9][\w.-]{0,95})/([A-Za-z0-9][\w.-]{0,95})")
_HUB_URL = re.compile(
    r"(?:(?:https?|git|ssh)://)?(?:\w+(?::[^@/]*)?@)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)[/:]([^\s?#]+)"
)
_NOT_MODELS = frozenset(
    [
        "docs",
        "blog",
        "spaces",
        "papers",
        "join",
        "login",
        "settings",
        "tasks",
        "models",
        "datasets",
        "pricing",
        "learn",
        "posts",
        "collections",
        "organizations",
        "inference-endpoints",
        "new",
        "search",
        "chat",
        "api",
        "terms-of-service",
        "privacy",
        "huggingface.js",
        "autotrain",
        "enterprise",
        "transformers",
        "inference",
        "course",
        "support",
        "brand",
        "content-guidelines",
        "static",
        "front",
        "landing",
        "hub",
        "chat-ui",
        "metrics",
        "evaluate",
        "gradio",
        "storage",
        "changelog",
        "code-of-conduct",
    ]
)
# How the catalog of coqui-tts names its models; one of them is known for its own license under its name on the Hub.
_COQUI = re.compile(r"(?:tts|vocoder|voice_conversion)_models/[\w-]+/[\w-]+/[\w.-]+")
_SHORT = frozenset((*LOOSE, "gpt2", "distilgpt2"))
_API = frozenset(("api", "models", "datasets", "resolve"))


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
        or written.endswith(("_sm", "_md", "_lg", "_trf"))
        or written in _SHORT
    ) and _WORD.fullmatch(written) is not None


@lru_cache(_REMEMBERED)
def read_name(written: str, trust: Trust) -> Identity | None:
    """The model or data set that a string names, in the form that models.yaml uses."""
    text = written.strip().rstrip("/")
    if not 2 <= len(text) <= LONGEST or " " in text or "\n" in text or not text.isprintable():
        return None
    if "://" in text or text.startswith(("hf.co/", "huggingface.co/", "git@hf.co", "git@huggingface.co")):
        return _from_url(text)
    family = name_family(text)
    if family:
        return _from_family(family, text, trust)
    if _COQUI.fullmatch(text):
        return Identity("coqui/XTTS-v2" if text.endswith("/xtts_v2") else f"coqui:{text}", "exact")
    return _from_route(text, trust) or _from_hub(text, trust)


def _from_family(family: str, text: str, trust: Trust) -> Identity | None:
    if text in LOOSE:
        return Identity(family, "exact") if trust > Trust.ANY else None
    return Identity(family, "exact")


def read_hub_url(url: str) -> Identity | None:
    """The model or data set behind a link to the Hub; None for its documentation, spaces and so on."""
    match = _HUB_URL.match(url)
    if match is None:
        return None
    parts = [part for part in match[1].rstrip(".,;:!/").split("/") if part]
    prefix = ""
    if parts and parts[0] == "api" and parts[1:2] not in (["models"], ["datasets"]):
        return None
    while parts and parts[0] in _API:
        prefix = "dataset:" if parts.pop(0) == "datasets" else prefix
    if len(parts) < 2 or (parts[0] in _NOT_MODELS and not prefix):
        return None
    name = f"{parts[0]}/{parts[1].removesuffix('.git').partition(':')[0].partition('@')[0]}"
    if (
        HUB_ID.fullmatch(name) is None
        or "{" in url[: match.end()]
        or parts[0] == "org"
        or parts[0] in FOLDERS
    ):
        return None
    return Identity(prefix + name, "exact")


def _from_url(text: str) -> Identity | None:
    scheme, _, rest = text.partition("://")
    if scheme.lower() in ("hf", "hf-hub", "huggingface"):
        parts = rest.split("/")
        prefix = "dataset:" if parts[0] == "datasets" else ""
        parts = parts[1:] if parts[0] in _API else parts
        name = "/".join(parts[:2]).partition("@")[0]
        return Identity(prefix + name, "exact") if HUB_ID.fullmatch(name) else None
    return read_hub_url(text)


_HUB_TASKS = (
    "feature-extraction",
    "text-generation",
    "sentence-similarity",
    "token-classification",
    "text-classification",
)


def _from_route(text: str, trust: Trust) -> Identity | None:
    """Names that begin with a route: `huggingface/org/name`, `openai:gpt-4o`, `ollama/llama3:8b`."""
    colon = re.match(r"([\w-]+):(?!\d)", text)
    route = colon[1] if colon else text.partition("/")[0]
    rest = text[len(route) + 1 :].removeprefix("/" if colon else "")  # MLflow writes `openai:/gpt-4o`
    if route in HUB_ROUTES and (colon or rest.count("/") >= 1):
        for task in _HUB_TASKS:
            rest = rest.removeprefix(f"{task}:")
        found = _from_hub(rest, Trust.LOADER)
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
    if route == "mistralai" and not name_family(rest):
        return None  # an organization of the Hub; what its service calls models is known by name
    if (
        route == "openrouter"
        or rest.count("/") == 0
        or route
        in (
            "fireworks_ai",
            "together_ai",
            "replicate",
            "deepinfra",
            "bedrock",
            "vertex_ai",
            "nvidia_nim",
            "groq",
            "azure_ai",
            "cloudflare",
        )
    ):
        return _known_route(route, rest, trust)
    return None


def _known_route(route: str, rest: str, trust: Trust) -> Identity | None:
    """A route counts where the rest is a name of that vendor, or where a key or a loader says that it is a model."""
    family = name_family(rest)
    provider = ROUTES[route]
    if family and (
        family.startswith(provider + ":") or provider in ("azure-openai", "openrouter", "vertex", "bedrock")
    ):
        return Identity(f"{provider}:{rest}", "exact")
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
    ):
        return f"ollama:{name}"
    return None


def _from_hub(text: str, trust: Trust) -> Identity | None:
    name = text.partition("@")[0]
    head, _, tag = name.partition(":")
    if tag and re.fullmatch(r"[\w.-]+", tag):
        name = head
    if "--" in name and "." in name:
        name = name.partition("--")[0]  # `org/name--module.Class` takes code from a repository
    if name.endswith((".gguf", ".safetensors")) and name.count("/") == 2:
        name = name.rpartition("/")[0]  # a file of a repository
    match = HUB_ID.fullmatch(name)
    if match is None:
        return _from_first_years(name, trust) or _without_owner(name, trust)
    owner, repository = match[1], match[2]
    if is_path(owner, repository):
        return None
    return _weigh(owner, repository, trust)


def _from_first_years(name: str, trust: Trust) -> Identity | None:
    """A name without an organization; one of a single word is one only where a model is asked for."""
    if LEGACY.fullmatch(name) is None or (trust < Trust.MODEL and name in ("gpt2", "ctrl")):
        return None
    return Identity(name, "exact" if trust >= Trust.NAMED else "likely")


def _without_owner(name: str, trust: Trust) -> Identity | None:
    """Weights whose own name is known well enough to tell whose they are, where a model is asked for."""
    owner = name_owner(name) if trust >= Trust.NAMED else None
    return Identity(f"{owner}/{name}", "likely") if owner else None


def _weigh(owner: str, repository: str, trust: Trust) -> Identity | None:
    model = f"{owner}/{repository}"
    if trust == Trust.LOADER:
        return Identity(model, "exact")
    if "_" in owner and owner not in HUB:
        return None  # modules and folders are called so, organizations hardly ever
    strong = STRONG.search(repository) is not None
    weak = WEAK.search(repository) is not None
    named = trust >= Trust.NAMED
    if (strong and (named or owner in SHARED)) or (owner in HUB and (strong or named or weak)):
        return Identity(model, "exact")
    only_models = trust == Trust.MODEL and not is_placeholder(owner, repository)
    likely = (
        owner in HUB
        or (strong and re.search(r"[\d_-]|[A-Z]{2}", repository))
        or (only_models and re.search(r"[\d-]|[A-Z]{2}|[a-z][A-Z]", model))
        or (named and weak and (owner in SHARED or re.search("[A-Z]", model) or "-" in repository))
    )
    return Identity(model, "likely") if likely else None


def read_hub_name(written: str, trust: Trust) -> Identity | None:
    """A name of the Hub, never a route to the interface of a vendor."""
    route, _, rest = written.partition("/")
    return None if route in ROUTES and name_family(rest) else _from_hub(written, trust)


def read_neighbor(written: str) -> Identity | None:
    """A name that stands among names of models, or has the organization of one that stands in the same file."""
    match = HUB_ID.fullmatch(written)
    if match is None or is_path(match[1], match[2]) or is_placeholder(match[1], match[2]):
        return None
    return Identity(written, "likely")
