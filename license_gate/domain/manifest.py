"""models.yaml: what a repository says of the models it uses."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.domain.facts import Entry
from license_gate.domain.place import NOWHERE, Place


class Base(NamedTuple):
    """An edge of lineage as somebody wrote it: the model (or data set) it comes from, and how."""

    model: str  # org/name, provider:name, dataset:org/name
    relation: str = "finetune"  # an id of catalog/inheritance.yaml
    license: str = ""
    bases: tuple[Base, ...] = ()
    facts: tuple[Entry, ...] = ()
    place: Place = NOWHERE
    licenses: tuple[str, ...] = ()  # where a list stands in place of one name; `license` joins them


class Target(NamedTuple):
    """A model that is trained with a declared model or on its outputs; `facts` hold `target.*`."""

    model: str
    bases: tuple[Base, ...] = ()
    facts: tuple[Entry, ...] = ()
    place: Place = NOWHERE


class Declaration(NamedTuple):
    """One entry of `models:`."""

    model: str  # as written, or `path:` + the path of weights in the repository
    place: Place
    path: str = ""
    revision: str = ""
    license: str = ""  # what its publisher claims; `ours` = we are the licensor
    license_place: Place = NOWHERE
    products: tuple[str, ...] = ()  # empty: all
    uses: tuple[str, ...] | None = None
    bases: tuple[Base, ...] = ()
    trained_on: tuple[Base, ...] = ()
    targets: tuple[Target, ...] = ()
    facts: tuple[Entry, ...] = ()
    from_scratch: bool = False
    product_places: tuple[Place, ...] = ()  # where each of `products` is named
    licenses: tuple[str, ...] = ()  # where a list stands in place of one name; `license` joins them


class Product(NamedTuple):
    """One product of the repository; `facts` hold what it records of itself."""

    name: str
    place: Place = NOWHERE
    paths: tuple[str, ...] = ()
    uses: tuple[str, ...] | None = None
    facts: tuple[Entry, ...] = ()
    interface: tuple[str, ...] = ()


class Ignore(NamedTuple):
    """Paths whose references are never gated, with the reason."""

    paths: tuple[str, ...]
    reason: str
    place: Place


class Manifest(NamedTuple):
    """A whole models.yaml, with the manifests it includes already joined."""

    file: str
    policy: PolicyChoice | None = None
    facts: str = ""  # path of facts.yaml, relative to the repository
    facts_place: Place = NOWHERE
    products: tuple[Product, ...] = (Product("default"),)
    models: tuple[Declaration, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    include: tuple[str, ...] = ()
    include_place: Place = NOWHERE


class PolicyChoice(NamedTuple):
    """Where a policy is: `builtin:NAME@N`, a path, or a pinned URL."""

    name: str
    place: Place
    sha256: str = ""  # only for URLs
