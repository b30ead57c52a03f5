"""models.yaml: what a repository says of the models it uses."""

from __future__ import annotations

import re

from license_gate.documents.declarations import read_declaration, read_uses
from license_gate.documents.facts import PRODUCT, read_entries
from license_gate.documents.reading import Section, check_relative, open_section, read_name
from license_gate.documents.version import check_version
from license_gate.documents.wording import Notes
from license_gate.domain.manifest import Ignore, Manifest, PolicyChoice, Product
from license_gate.domain.place import NOWHERE, Problem
from license_gate.domain.tree import Mapping, Node, Pair, Scalar, Sequence
from license_gate.domain.vocabulary import Vocabulary
from license_gate.domain.wording import escaped

MANIFEST_KEYS = ("version", "policy", "facts", "products", "models", "ignore", "include")
PRODUCT_KEYS = ("paths", "uses", "facts", "interface")
IGNORE_KEYS = ("paths", "reason")
PINNED_KEYS = ("url", "sha256")
BUILTIN = "builtin:"
_VERSION = re.compile(r"""^["']?version["']?\s*:""", re.MULTILINE)
_MODELS = re.compile(r"""^["']?models["']?\s*:""", re.MULTILINE)
_ENTRY = re.compile(r"""\b(?:model|path)["']?\s*:""")


def is_foreign(root: Node | None) -> bool:
    """Whether a models.yaml in the root of a repository is some other tool's file.

    Ours has `version:` or a list `models:` in which an entry begins with `model:` or `path:`.
    """
    if not isinstance(root, Mapping):
        return True
    if root.get("version") is not None:
        return False
    models = root.get("models")
    entries = models.items if isinstance(models, Sequence) else ()
    return not any(
        isinstance(entry, Mapping) and (entry.get("model") or entry.get("path")) for entry in entries
    )


def reads_foreign(data: bytes) -> bool:
    """The same of a text that is no YAML of ours, by its lines: other tools put templates and anchors there.

    What is not even text may be ours in another encoding, so it is not taken for foreign.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    ours = _VERSION.search(text) or (_MODELS.search(text) and _ENTRY.search(text))
    return not (ours or "\0" in text)


def read_manifest(root: Node, file: str, words: Vocabulary, problems: list[Problem]) -> Manifest | None:
    """Read one models.yaml; `join_manifests` then checks what needs the included ones as well."""
    notes = Notes(problems)
    section = open_section(root, "models.yaml", MANIFEST_KEYS, notes)
    if section is None:
        return None
    check_version(section.mapping, "models.yaml", notes)
    products = tuple(read_product(pair, words, notes) for pair in section.entries("products").pairs)
    models = (read_declaration(node, words, notes) for node in section.items("models"))
    ignored = (_ignore(node, notes) for node in section.items("ignore"))
    return Manifest(
        file,
        policy=_policy(section.mapping.get("policy"), notes),
        facts=_facts_path(section),
        facts_place=section.place("facts") if section.has("facts") else NOWHERE,
        products=products or (Product("default"),),
        models=tuple(model for model in models if model is not None),
        ignore=tuple(entry for entry in ignored if entry is not None),
        include=section.paths("include"),
        include_place=section.place("include"),
    )


def read_product(pair: Pair, words: Vocabulary, notes: Notes) -> Product:
    """Read one entry of `products:`."""
    name = read_name(pair.key, "products", notes)
    section = open_section(pair.value, f"product {escaped(name)}", PRODUCT_KEYS, notes)
    if section is None:
        return Product(name, pair.key.place)
    return Product(
        name,
        pair.key.place,
        paths=section.paths("paths"),
        uses=read_uses(section, words),
        facts=read_entries(section.mapping.get("facts"), PRODUCT, words, notes),
        interface=section.paths("interface"),
    )


def _policy(node: Node | None, notes: Notes) -> PolicyChoice | None:
    if node is None:
        return None
    if isinstance(node, Scalar):
        return _named_policy(node, notes)
    section = open_section(node, "policy", PINNED_KEYS, notes, required=PINNED_KEYS)
    if section is None:
        return None
    url, digest = section.name("url"), section.name("sha256").lower()
    if url and not url.startswith("https://"):
        notes.wrong(section.place("url"), url, "must begin with https://")
    if digest and (len(digest) != 64 or set(digest) - set("0123456789abcdef")):
        notes.wrong(section.place("sha256"), digest, "is not a SHA-256: 64 hexadecimal digits")
    return PolicyChoice(url, node.place, digest)


def _named_policy(node: Scalar, notes: Notes) -> PolicyChoice | None:
    name = read_name(node, "policy", notes)
    if "://" in name:
        notes.wrong(node.place, name, "must be pinned: write {url: https://..., sha256: ...}")
        return None
    if name and not name.startswith(BUILTIN) and not check_relative(name, node.place, notes):
        return None
    return PolicyChoice(name, node.place) if name else None


def _facts_path(section: Section) -> str:
    """The path of facts.yaml; one outside of the repository is named by --facts or $LICENSE_GATE_FACTS."""
    path = section.name("facts")
    return path if path and check_relative(path, section.place("facts"), section.notes) else ""


def _ignore(node: Node, notes: Notes) -> Ignore | None:
    section = open_section(node, "ignore", IGNORE_KEYS, notes, required=IGNORE_KEYS)
    if section is None:
        return None
    return Ignore(section.paths("paths"), section.text("reason"), section.start)
