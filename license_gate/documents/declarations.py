"""The entries of `models:` in models.yaml: a model with its license, its origin and what is trained with it."""

from __future__ import annotations

from license_gate.documents.facts import BASE, DECLARATION, TARGET, read_entries
from license_gate.documents.reading import (
    Section,
    check_inside,
    is_blank,
    open_section,
    read_list,
    read_name,
)
from license_gate.documents.wording import Notes
from license_gate.domain.manifest import Base, Declaration, Target
from license_gate.domain.place import NOWHERE, Place
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence
from license_gate.domain.vocabulary import Vocabulary

OURS = "ours"
MODEL_KEYS = (
    "model", "path", "revision", "license", "products", "uses", "base", "trained_on", "from_scratch",
    "targets", "facts",
)  # fmt: skip
BASE_KEYS = ("model", "dataset", "relation", "license", "base", "facts")
TRAINED_ON_KEYS = ("dataset", "outputs_of", "model", "relation", "license", "base", "facts")
TARGET_KEYS = ("model", "base", "facts")  # and every fact of scope `target`
DATASET_RELATION = "trained-on-dataset"
OUTPUTS_RELATION = "trained-on-outputs"


def read_declaration(node: Node, words: Vocabulary, notes: Notes) -> Declaration | None:
    """Read one entry of `models:`."""
    if isinstance(node, Scalar) and not is_blank(node):
        notes.wrong(node.place, node.text, "needs its key: write '- model: org/name'")
        return None
    section = open_section(node, "a model", MODEL_KEYS, notes)
    if section is None:
        return None
    path = _path(section)
    products = section.named_places("products")
    named, members = read_license(section)
    declaration = Declaration(
        model=f"path:{path}" if path else read_model(section),
        place=section.start,
        path=path,
        revision=section.name("revision"),
        license=named,
        license_place=section.place("license") if section.has("license") else NOWHERE,
        products=tuple(name for name, _ in products),
        uses=read_uses(section, words),
        bases=read_bases(section, words),
        trained_on=_trained_on(section, words),
        targets=read_targets(section, words),
        facts=read_entries(section.mapping.get("facts"), DECLARATION, words, notes),
        from_scratch=section.flag("from_scratch") or False,
        product_places=tuple(place for _, place in products),
        licenses=members,
    )
    _check_origin(declaration, section)
    return declaration


def read_model(section: Section) -> str:
    """The id of a model, as written; '' is reported."""
    if not section.has("model") and not section.has("path"):
        section.notes.add(section.start, "a model needs 'model: org/name' or 'path: folder/of/weights/'")
    return section.name("model")


def read_license(section: Section) -> tuple[str, tuple[str, ...]]:
    """The value of `license:`: one string, or a list, of which all members bind: (joined, members)."""
    node = section.mapping.get("license")
    if not isinstance(node, Sequence):
        return section.name("license"), ()
    members = section.names("license")
    if OURS in members and len(members) > 1:
        section.notes.add(node.place, "'ours' stands alone: a license of others beside it belongs to 'base:'")
    return " AND ".join(members), members if len(members) > 1 else ()


def read_uses(section: Section, words: Vocabulary) -> tuple[str, ...] | None:
    """The acts of `uses:`; None where nothing is said. A written list is complete."""
    if not section.has("uses"):
        return None
    acts = words.facts.get("use.acts")
    return section.choices("uses", "use", acts.values if acts else ())


def read_bases(section: Section, words: Vocabulary) -> tuple[Base, ...]:
    """The value of `base:`: a name (one finetune), a mapping, or a list of both."""
    bases = (_base(node, words, section.notes) for node in _one_or_more(section, "base"))
    return tuple(base for base in bases if base is not None)


def read_targets(section: Section, words: Vocabulary) -> tuple[Target, ...]:
    """The value of `targets:`: the models that are trained with this one or on its outputs."""
    targets = (_target(node, words, section.notes) for node in section.items("targets"))
    return tuple(target for target in targets if target is not None)


def _path(section: Section) -> str:
    path = section.name("path")
    if path and section.has("model"):
        section.notes.add(section.place("path"), "name either 'model:' or 'path:', not both")
    if path and not check_inside(path, section.place("path"), section.notes):
        return ""
    return path


def _check_origin(declaration: Declaration, section: Section) -> None:
    origins = (declaration.bases, declaration.trained_on, declaration.from_scratch)
    if declaration.license == OURS and not any(origins):
        section.notes.add(
            section.place("license"),
            "'license: ours' needs 'base:' or 'trained_on:' (their terms bind), or 'from_scratch: true'",
        )
    if declaration.from_scratch and declaration.bases:
        section.notes.add(section.place("from_scratch"), "a model made from scratch has no 'base:'")


def _one_or_more(section: Section, key: str) -> tuple[Node, ...]:
    """The items of a list, or the one value that stands in its place; never empty when written."""
    node = section.mapping.get(key)
    if node is None:
        return ()
    items = read_list(node, key, section.notes) if isinstance(node, Sequence) else (node,)
    if not items or is_blank(node):
        section.notes.add(node.place, f"'{key}:' names nothing: name a model, or remove the key")
        return ()
    return items


def _base(node: Node, words: Vocabulary, notes: Notes) -> Base | None:
    if not isinstance(node, Mapping):
        name = read_name(node, "base", notes)
        return Base(name, place=node.place) if name else None
    section = open_section(node, "a base", BASE_KEYS, notes)
    if section is None or not _names_one(section, ("model", "dataset")):
        return None
    if section.has("dataset"):
        return _edge(section, f"dataset:{section.name('dataset')}", DATASET_RELATION, words)
    return _edge(section, section.name("model"), "finetune", words)


def _trained_on(section: Section, words: Vocabulary) -> tuple[Base, ...]:
    edges = (_lesson(node, words, section.notes) for node in _one_or_more(section, "trained_on"))
    return tuple(edge for edge in edges if edge is not None)


def _lesson(node: Node, words: Vocabulary, notes: Notes) -> Base | None:
    """One entry of `trained_on:`."""
    if isinstance(node, Scalar) and not is_blank(node):
        notes.wrong(node.place, node.text, "needs its kind: write {dataset: ...} or {outputs_of: ...}")
        return None
    section = open_section(node, "trained_on", TRAINED_ON_KEYS, notes)
    if section is None or not _names_one(section, ("dataset", "outputs_of", "model")):
        return None
    if section.has("dataset"):
        return _edge(section, f"dataset:{section.name('dataset')}", DATASET_RELATION, words)
    if section.has("outputs_of"):
        return _edge(section, section.name("outputs_of"), OUTPUTS_RELATION, words)
    if not section.has("relation"):
        notes.add(section.start, "say how: write 'relation: distilled' (or another), or use 'outputs_of:'")
    return _edge(section, section.name("model"), "", words)


def _names_one(section: Section, keys: tuple[str, ...]) -> bool:
    named = [key for key in keys if section.has(key)]
    if len(named) != 1:
        wanted = " or ".join(f"'{key}:'" for key in keys)
        section.notes.add(section.start, f"exactly one of {wanted} is needed")
    return len(named) == 1


def _edge(section: Section, model: str, relation: str, words: Vocabulary) -> Base:
    written = section.choice("relation", "relation", words.relations) or relation
    named, members = read_license(section)
    return Base(
        model,
        relation=words.relations.get(written, written),
        license=named,
        bases=read_bases(section, words),
        facts=read_entries(section.mapping.get("facts"), BASE, words, section.notes),
        place=section.start,
        licenses=members,
    )


def _target(node: Node, words: Vocabulary, notes: Notes) -> Target | None:
    facts = tuple(name.partition(".")[2] for name, fact in words.facts.items() if fact.scope == "target")
    section = open_section(node, "a target", (*TARGET_KEYS, *facts), notes, required=("model",))
    if section is None:
        return None
    own = Mapping(tuple(pair for pair in section.mapping.pairs if pair.key.text in facts), section.start)
    return Target(
        section.name("model"),
        bases=read_bases(section, words),
        facts=(
            *read_entries(own, TARGET, words, notes),
            *read_entries(section.mapping.get("facts"), TARGET, words, notes),
        ),
        place=section.start,
    )


def overlap(first: Declaration, second: Declaration) -> bool:
    """Whether two declarations speak of a common product; none named means all."""
    return not first.products or not second.products or bool({*first.products} & {*second.products})


def place_of_product(declaration: Declaration, name: str) -> Place:
    """Where a declaration names a product."""
    places = dict(zip(declaration.products, declaration.product_places, strict=False))
    return places.get(name, declaration.place)
