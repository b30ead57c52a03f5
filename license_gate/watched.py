"""A repository that remembers what was looked at: where nothing of it changed, nothing follows that is new."""

from __future__ import annotations

import os
from collections.abc import Mapping

from license_gate.domain.tree import LIMIT
from license_gate.hashing import sha256
from license_gate.workspace import Outside, Unreadable, Workspace, read_file

_MISSING = "-"


class Looks:
    """What was seen, by kind of look and absolute path: digests of files, presence, names in folders."""

    __slots__ = ("seen",)

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}

    def file(self, path: str, data: bytes | None) -> None:
        """A file was read, or could not be."""
        self.seen[f"file {os.path.abspath(path)}"] = _digest(data)

    def presence(self, path: str, *, there: bool) -> None:
        """Somebody asked whether something is there."""
        self.seen[f"there {os.path.abspath(path)}"] = str(there)

    def folder(self, path: str, names: list[str]) -> None:
        """A folder was listed."""
        self.seen[f"names {os.path.abspath(path)}"] = "\n".join(names)


def unchanged(seen: Mapping[str, str]) -> bool:
    """Whether looking again shows the same."""
    return all(_look(*look.split(" ", 1)) == was for look, was in seen.items())


def _look(kind: str, path: str) -> str:
    if kind == "there":
        return str(os.path.exists(path))
    if kind == "names":
        return "\n".join(Outside().list_folder(path))
    try:
        return _digest(read_file(path))
    except Unreadable:
        return _MISSING


def _digest(data: bytes | None) -> str:
    return _MISSING if data is None else digest(data)


def digest(data: bytes) -> str:
    """What data is told from other data by."""
    return sha256(data).hexdigest()


class WatchedWorkspace(Workspace):
    """A workspace whose looks are remembered."""

    __slots__ = ("_files", "_looks")

    def __init__(self, root: str, looks: Looks) -> None:
        super().__init__(root)
        self._looks = looks
        self._files: list[str] | None = None

    def read(self, path: str, limit: int = LIMIT) -> bytes:
        """As `Workspace.read`."""
        full = os.path.join(self.root, path)
        try:
            data = super().read(path, limit)
        except Unreadable:
            self._looks.file(full, None)
            raise
        self._looks.file(full, data)
        return data

    def exists(self, path: str) -> bool:
        """As `Workspace.exists`."""
        there = super().exists(path)
        self._looks.presence(os.path.join(self.root, path), there=there)
        return there

    def tracked_files(self) -> list[str]:
        """As `Workspace.tracked_files`, listed once: one run sees one tree, and git is asked once for it."""
        if self._files is None:
            self._files = super().tracked_files()
        return self._files

    def list_folder(self, path: str) -> list[str]:
        """As `Workspace.list_folder`."""
        names = super().list_folder(path)
        self._looks.folder(os.path.join(self.root, path), names)
        return names


class WatchedOutside(Outside):
    """Looks outside of the repository, remembered."""

    __slots__ = ("_looks",)

    def __init__(self, looks: Looks) -> None:
        self._looks = looks

    def read(self, path: str) -> bytes:
        """As `Outside.read`."""
        try:
            data = super().read(path)
        except Unreadable:
            self._looks.file(path, None)
            raise
        self._looks.file(path, data)
        return data

    def exists(self, path: str) -> bool:
        """As `Outside.exists`."""
        there = super().exists(path)
        self._looks.presence(path, there=there)
        return there

    def list_folder(self, path: str) -> list[str]:
        """As `Outside.list_folder`."""
        names = super().list_folder(path)
        self._looks.folder(path, names)
        return names
