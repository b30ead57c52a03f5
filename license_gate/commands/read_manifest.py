"""models.yaml with everything that it includes."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase

from license_gate.commands.desk import Desk
from license_gate.documents.joining import join_manifests
from license_gate.documents.manifest import is_foreign, read_manifest, reads_foreign
from license_gate.documents.yaml_tree import compose
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Node
from license_gate.workspace import MANIFESTS, Unreadable

SCHEMA = "models.schema.json"
_ROOT = "models.yaml"


def manifest_of(desk: Desk) -> Manifest | None:
    """The repository's manifest, or None where there is none of ours."""
    path = desk.space.find_manifest(desk.arguments.manifest)
    if path is None:
        _say_above(desk)
        return None
    before = len(desk.problems)
    data = desk.content(path, Place(path))
    if data is None:
        return None
    root = desk.compose(path, data)
    looked_for = path == _ROOT and not desk.arguments.manifest
    if looked_for and (is_foreign(root) if root is not None else reads_foreign(data)):
        del desk.problems[before:], desk.files[path]  # another tool's file is not ours to judge
        desk.notes.append(f"{_ROOT} belongs to another tool: it has neither `version:` nor models of ours")
        return None
    own = None if root is None else _read(desk, path, data, root)
    return None if own is None else join_manifests(own, _included(desk, own), desk.problems)


def _say_above(desk: Desk) -> None:
    """Whoever stands in a subfolder of a repository with a manifest has to know that it is not this one's."""
    folder = desk.space.root
    while not desk.outside.exists(os.path.join(folder, ".git")) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
        for path in MANIFESTS:
            if desk.outside.exists(os.path.join(folder, path)):
                desk.notes.append(
                    f"{path} stands in {folder}: run license-gate there, or with --root {folder}"
                )
                return


def other_manifests(desk: Desk) -> list[str]:
    """Manifests of ours that are not read in this run, because another one is: what they name is declared."""
    return [path for path in MANIFESTS if path not in desk.files and _is_ours(desk, path)]


def _is_ours(desk: Desk, path: str) -> bool:
    try:
        root = compose(desk.space.read(path), path, [])
    except Unreadable:
        return False
    return root is not None and not is_foreign(root)


def _read(desk: Desk, path: str, data: bytes, root: Node) -> Manifest | None:
    before = len(desk.problems)
    manifest = read_manifest(root, path, desk.catalog.words, desk.problems)
    desk.check(data, root, SCHEMA, before)
    return manifest


def _included(desk: Desk, own: Manifest) -> list[Manifest]:
    """The manifests of a monorepo that the root's `include:` names."""
    if not own.include:
        return []
    files = [file for file in desk.space.tracked_files() if file != own.file]
    for glob in own.include:
        if not any(fnmatchcase(file, glob) for file in files):
            desk.problems.append(Problem(own.include_place, f"no file is called {glob}"))
    found = []
    for file in files:
        if any(fnmatchcase(file, glob) for glob in own.include):
            data = desk.content(file, Place(own.file))
            root = None if data is None else desk.compose(file, data)
            manifest = None if data is None or root is None else _read(desk, file, data, root)
            found += [] if manifest is None else [manifest]
    return found
