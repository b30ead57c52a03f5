"""Names, links and addresses of the Hub.

How sure a name must look depends on where it stands: an argument of a loader needs only the form `org/name`, any
string of a program needs a well-known organization or a name that only models have.
"""

from __future__ import annotations

import re

from license_gate.discover.likeness import (
    EXAMPLE,
    LEGACY,
    MODEL_FOLDER,
    OLD_DATASETS,
    STRONG,
    WEAK,
    is_example,
    is_path,
    is_placeholder,
)
from license_gate.discover.naming import Identity, Trust
from license_gate.discover.organizations import FOLDERS, HUB, SHARED
from license_gate.discover.providers import ROUTES, name_family, name_owner
from license_gate.domain.reference import Certainty

HUB_ID = re.compile(r"([A-Za-z0-9][\w.-]{0,95})/([A-Za-z0-9][\w.-]{0,95})")
_HUB_URL = re.compile(
    r"(?:(?:https?|git|ssh)://)?(?:\w+(?::[^@/]*)?@)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)[/:]([^\s?#]+)"
)
_TENSORFLOW_HUB = re.compile(r"(?:www\.)?tfhub\.dev/([a-z][\w-]*/(?:[\w.-]+/)*[\w.-]+)")
_MODELSCOPE = re.compile(r"(?:www\.)?modelscope\.cn/(?:api/v1/)?models/([\w.-]+/[\w.-]+)")
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
        "buckets",
        "jobs",
        "kernels",
        "oauth",
    ]
)
_IN_REPOSITORY = ("resolve", "blob", "tree", "raw", "discussions", "commits")
_API = frozenset(("api", "models", "datasets", "resolve"))


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
    if parts[1] in _IN_REPOSITORY:  # a name of the first years has no organization
        return Identity(parts[0], "exact") if LEGACY.fullmatch(parts[0]) and not prefix else None
    repository = parts[1].removesuffix(".git").partition(":")[0].partition("@")[0]
    return _from_parts(prefix, parts[0], repository)


def _from_parts(prefix: str, owner: str, repository: str) -> Identity | None:
    """What an address says, unless it only shows where a name belongs."""
    name = f"{owner}/{repository}"
    if HUB_ID.fullmatch(name) is None or owner in FOLDERS or "--" in owner or is_example(owner, repository):
        return None
    return Identity(prefix + name, "exact")


def read_address(text: str) -> Identity | None:
    """The model behind an address: `hf://org/name` (fairseq2 writes `hg://`), or a link to the Hub."""
    scheme, _, rest = text.partition("://")
    if scheme.lower() in ("hf", "hf-hub", "hg", "huggingface"):
        parts = rest.partition("?")[0].split("/")
        prefix = "dataset:" if parts[0] == "datasets" else ""
        parts = parts[1:] if parts[0] in _API else parts
        if len(parts) < 2 or (parts[0] in _NOT_MODELS and not prefix):
            return None
        return _from_parts(prefix, parts[0], parts[1].partition("@")[0])
    named = name_family(rest) if scheme in ROUTES else None
    if named and ":" in named:
        return Identity(named, "exact")
    return read_hub_url(text) or _read_other_hub(rest) or _read_served(rest)


def _read_served(address: str) -> Identity | None:
    """The model of a vendor behind an address of a program's own: `external://gemini/gemini-2.5-flash`."""
    route, _, name = address.partition("/")
    family = name_family(name) if route in ROUTES else None
    return Identity(family, "exact") if family and ":" in family else None


def _read_other_hub(address: str) -> Identity | None:
    """The model behind a link to a hub of another kind, as that hub names it."""
    tensorflow = _TENSORFLOW_HUB.match(address)
    if tensorflow:
        return Identity(f"tfhub:{tensorflow[1]}", "exact")
    modelscope = _MODELSCOPE.match(address)
    return read_hub_id(modelscope[1], Trust.LOADER) if modelscope else None


def read_hub_id(text: str, trust: Trust) -> Identity | None:
    """The model that `org/name` is, with or without a revision or a tag; some names need no organization."""
    name = text.partition("@")[0].partition("::")[0]
    head, _, tag = name.partition(":")
    if tag and re.fullmatch(r"[\w.+-]+", tag):
        name = head
    if "--" in name and "." in name:
        name = name.partition("--")[0]  # `org/name--module.Class` takes code from a repository
    if name.endswith((".gguf", ".safetensors")) and name.count("/") == 2:
        name = name.rpartition("/")[0]  # a file of a repository
    name = _without_folder(name) if name.count("/") == 2 and trust >= Trust.NAMED else name
    match = HUB_ID.fullmatch(name)
    if match is None:
        return _from_first_years(name, trust) or _without_owner(name, trust)
    owner, repository = match[1], match[2]
    asked = trust == Trust.LOADER
    if is_path(owner, repository, asked=asked) or (not asked and MODEL_FOLDER.fullmatch(owner)):
        return None
    return _weigh(owner, repository, trust)


def _without_folder(name: str) -> str:
    """`org/name` of `org/name/folder`, where both are known for models."""
    repository = name.rpartition("/")[0]
    owner, _, model = repository.partition("/")
    return repository if owner in HUB and STRONG.search(model) else name


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
        return None if is_example(owner, repository) else Identity(model, "exact")
    if "_" in owner and owner not in HUB:
        return None  # modules and folders are called so, organizations hardly ever
    strong = STRONG.search(repository) is not None
    weak = WEAK.search(repository) is not None
    named = trust >= Trust.NAMED
    if (strong and (named or owner in SHARED)) or (owner in HUB and (strong or named or weak)):
        return Identity(model, "exact")
    stand_in = is_placeholder(owner, repository)
    if stand_in and owner not in HUB and owner != EXAMPLE:
        return None
    only_models = trust == Trust.MODEL and not stand_in
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
    return None if route in ROUTES and name_family(rest) else read_hub_id(written, trust)


def read_hub_dataset(written: str, certainty: Certainty = "exact") -> Identity | None:
    """`dataset:org/name` for a data set of the Hub; vendors whose interfaces are routes have data sets there too."""
    found = read_hub_id(written, Trust.LOADER) if "/" in written else None
    return Identity(f"dataset:{found.model}", certainty) if found else None


def read_dataset_name(written: str) -> Identity | None:
    """The same, or one of the first years, which needs no organization."""
    if written in OLD_DATASETS:
        return Identity(f"dataset:{written}", "likely")
    return read_hub_dataset(written)


def read_neighbor(written: str) -> Identity | None:
    """A name that stands among names of models, or has the organization of one that stands in the same file."""
    match = HUB_ID.fullmatch(written)
    if match is None or is_path(match[1], match[2]) or is_placeholder(match[1], match[2]):
        return None
    return Identity(written, "likely")
