"""What derivations may see of the repository: display lines in interfaces, files beside weights."""

from __future__ import annotations

import os

from license_gate.catalog.lookup import Catalog
from license_gate.commands.space import Space
from license_gate.domain.condition import leaves
from license_gate.domain.manifest import Manifest, Product
from license_gate.evaluate.rules.references_declared import within
from license_gate.facts.case import Tree
from license_gate.workspace import Unreadable

_LIMIT = 4 * 1024 * 1024  # bytes of one interface file
_DISPLAYS = "distribution.displays"


def trees(manifest: Manifest, space: Space, catalog: Catalog) -> dict[str, Tree]:
    """For each product: the display lines found in its interface, and the names of files beside weights."""
    watched = [product for product in manifest.products if product.interface]
    beside = frozenset(name for model in manifest.models if model.path for name in _beside(space, model.path))
    if not watched:
        return {product.name: Tree(beside=beside) for product in manifest.products} if beside else {}
    wanted = _display_lines(catalog)
    files = space.tracked_files()
    return {
        product.name: Tree(_shown(product, files, space, wanted), beside) for product in manifest.products
    }


def _display_lines(catalog: Catalog) -> frozenset[str]:
    """Every line that a license of the catalog asks to show."""
    editions = [catalog.edition(summary.id) for summary in catalog.editions()]
    duties = [clause.met for edition in editions if edition for clause in edition.clauses if clause.met]
    asked = [leaf.value for duty in duties for leaf in leaves(duty) if leaf.fact == _DISPLAYS]
    return frozenset(str(line) for value in asked if isinstance(value, tuple) for line in value)


def _shown(product: Product, files: list[str], space: Space, wanted: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for file in files:
        if any(within(file, glob) for glob in product.interface):
            try:
                text = space.read(file, _LIMIT).decode("utf-8", "replace")
            except Unreadable:
                continue
            found.update(line for line in wanted if line in text)
    return frozenset(found)


def _beside(space: Space, path: str) -> list[str]:
    return space.list_folder(path.rstrip("/")) or space.list_folder(os.path.dirname(path))
