"""The manifests of a monorepo -> one, with the checks that need all of them."""

from __future__ import annotations

from collections.abc import Sequence

from license_gate.documents.declarations import overlap, place_of_product
from license_gate.documents.wording import Notes
from license_gate.domain.manifest import Declaration, Manifest, Product
from license_gate.domain.place import NOWHERE, Place, Problem
from license_gate.domain.wording import shown


def join_manifests(root: Manifest, included: Sequence[Manifest], problems: list[Problem]) -> Manifest:
    """One manifest of the root's choices and everybody's products, models and ignored paths.

    Also where nothing is included: here products are compared with what models name, and models with
    each other.
    """
    notes = Notes(problems)
    for manifest in included:
        _check_included(manifest, notes)
    everyone = (root, *included)
    products = [product for manifest in everyone for product in manifest.products]
    written = _distinct([product for product in products if product.place != NOWHERE], notes)
    models = tuple(model for manifest in everyone for model in manifest.models)
    joined = root._replace(
        products=written or (Product("default"),),
        models=models,
        ignore=tuple(entry for manifest in everyone for entry in manifest.ignore),
    )
    _check_products(joined, notes)
    _check_repeats(models, notes)
    return joined


def _check_included(manifest: Manifest, notes: Notes) -> None:
    if manifest.policy is not None:
        notes.add(manifest.policy.place, "only the manifest in the root names a policy")
    if manifest.facts:
        notes.add(manifest.facts_place, "only the manifest in the root names a facts.yaml")
    if manifest.include:
        notes.add(Place(manifest.file), "an included manifest cannot include others: list them in the root")


def _distinct(products: Sequence[Product], notes: Notes) -> tuple[Product, ...]:
    first: dict[str, Product] = {}
    for product in products:
        if product.name in first:
            notes.add(
                product.place,
                f"product {shown(product.name)} is already declared at {first[product.name].place}",
            )
        first.setdefault(product.name, product)
    return tuple(first.values())


def _check_products(manifest: Manifest, notes: Notes) -> None:
    known = [product.name for product in manifest.products]
    for model in manifest.models:
        for name in model.products:
            if name not in known:
                notes.unknown(place_of_product(model, name), "product", name, known)


def _check_repeats(models: Sequence[Declaration], notes: Notes) -> None:
    """Two entries for one model must speak of different products; a hub name ignores case."""
    by_name: dict[str, list[Declaration]] = {}
    for model in models:
        earlier = by_name.setdefault(model.model.lower(), [])
        clash = next((other for other in earlier if overlap(other, model)), None)
        if clash is not None and model.model:
            notes.add(
                model.place,
                f"{shown(model.model)} is already declared at {clash.place}: "
                "join the two entries, or give each its own 'products:'",
            )
        earlier.append(model)
