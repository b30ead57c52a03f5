"""What is read of a repository, whichever tree of it is meant: the working tree or a commit."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from license_gate.domain.tree import LIMIT
from license_gate.workspace import Outside


class Space(Protocol):
    """Documents and lists of files; see `workspace.Workspace`."""

    root: str

    def read(self, path: str, limit: int = LIMIT) -> bytes:
        """The bytes of a document."""

    def exists(self, path: str) -> bool:
        """Whether a file stands there."""

    def find_manifest(self, named: str | None = None) -> str | None:
        """The manifest to read."""

    def tracked_files(self) -> list[str]:
        """All files, sorted."""

    def list_folder(self, path: str) -> list[str]:
        """The names in a folder."""

    def commit(self) -> str:
        """The id of the commit."""

    def dirty(self) -> bool:
        """Whether files differ from the commit."""


class Sources(Protocol):
    """The files as the scan reads them; see `discover.files.Tree`."""

    root: str

    def read(self, path: str, limit: int) -> bytes:
        """The first bytes of a file."""

    def stat(self, path: str) -> tuple[int, int] | None:
        """What tells that a file has changed."""


class Site(NamedTuple):
    """One tree of a repository."""

    space: Space
    sources: Sources
    outside: Outside = Outside()  # the organization's documents, which lie in neither tree
