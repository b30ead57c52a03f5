"""An organization's own licenses: licenses/*.yaml beside its policy and in its central folder."""

from __future__ import annotations

import os

from license_gate import policies
from license_gate.catalog.edition import read_edition
from license_gate.catalog.lookup import Catalog
from license_gate.commands.desk import Desk, beside
from license_gate.commands.read_manifest import manifest_of
from license_gate.domain.license import Edition
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Mapping, Node, Scalar

LICENSES = "licenses"
SCHEMA = "license.schema.json"
POLICY = "license-policy.yaml"


def catalog_here(desk: Desk) -> Catalog:
    """The catalog with the licenses of this organization.

    Raises:
        DocumentError: one of its entries is invalid.
    """
    for folder in dict.fromkeys(_folders(desk)):
        add_licenses(desk, folder)
    desk.refuse()
    return desk.catalog


def add_licenses(desk: Desk, folder: str) -> None:
    """Read a folder's entries; those without problems join the desk's catalog."""
    trees = {}
    for name in _listed(desk, folder):
        path = f"{folder}/{name}"
        data = desk.content(path, Place(path))
        root = None if data is None else desk.compose(path, data)
        if data is not None and root is not None:
            trees[path] = (data, root)
    own: dict[str, Edition] = {}
    for path in _in_order(trees):
        edition = _read(desk, path, *trees[path], own)
        if edition is not None:
            own[edition.id] = edition
    if own:
        desk.catalog = desk.catalog.extended(own.values())


def _read(desk: Desk, path: str, data: bytes, root: Node, own: dict[str, Edition]) -> Edition | None:
    before = len(desk.problems)

    def base(name: str) -> Edition | None:
        found = own.get(name)
        return desk.catalog.edition(name) if found is None else found

    edition = read_edition(root, path, desk.catalog.words, desk.problems, base)
    if (
        edition is not None
        and desk.central
        and not desk.is_central(path)
        and desk.catalog.edition(edition.id)
    ):
        why = "with --central only the organization may put an entry in the place of a known one"
        desk.problems.append(Problem(root.place, f"license: {edition.id}: {why}"))
    if edition is not None and edition.id in own:
        other = own[edition.id].source
        desk.problems.append(Problem(root.place, f"license: {edition.id} is described in {other} already"))
    desk.check(data, root, SCHEMA, before)
    return edition


def _in_order(trees: dict[str, tuple[bytes, Node]]) -> list[str]:
    """Entries after those of the same folder that they extend; what goes in a circle comes last."""
    ids = {_text(root, "id"): path for path, (_, root) in trees.items()}
    done: list[str] = []
    waiting = list(trees)
    while waiting:
        ready = [path for path in waiting if _base(trees[path][1], path, ids) in (None, *done)]
        done += ready or waiting
        waiting = [path for path in waiting if path not in done]
    return done


def _base(root: Node, path: str, ids: dict[str, str]) -> str | None:
    """The file of this folder that an entry extends; an entry with the id of its base changes the catalog's."""
    found = ids.get(_text(root, "extends"))
    return None if found == path else found


def _text(root: Node, key: str) -> str:
    node = root.get(key) if isinstance(root, Mapping) else None
    return node.text if isinstance(node, Scalar) else ""


def _folders(desk: Desk) -> list[str]:
    """Where `check` would look: beside the policy that holds here, and in the central folder."""
    central = [beside(os.path.join(desk.central, POLICY), LICENSES)] if desk.central else []
    named = _policy_here(desk)
    return [*central, beside(named, LICENSES)] if named else central


def _policy_here(desk: Desk) -> str:
    """The file of the policy that the command line or the manifest names, or that lies in the root."""
    named: str = desk.arguments.policy or ""
    if not named:
        before = len(desk.problems)
        manifest = manifest_of(desk)
        del desk.problems[before:]  # what is wrong in the manifest is for `check` to say
        choice = manifest.policy if manifest else None
        named = choice.name if choice and not choice.sha256 else ""
        if manifest and named and not named.startswith(policies.PREFIX):
            named = beside(manifest.file, named)
    if named:
        return "" if named.startswith(policies.PREFIX) else named
    return POLICY if desk.space.exists(POLICY) else ""


def _listed(desk: Desk, folder: str) -> list[str]:
    """The entries of a folder of the repository, or of the organization's, which lies outside."""
    names = desk.outside.list_folder(folder) if os.path.isabs(folder) else desk.space.list_folder(folder)
    return sorted(name for name in names if name.endswith((".yaml", ".yml")))
