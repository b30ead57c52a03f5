"""The desk on which a run's documents are laid out: files in, trees out, every problem kept until all are read."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable

from license_gate import shipped
from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.commands.console import Console
from license_gate.commands.memory import SchemaMemory
from license_gate.commands.space import Space
from license_gate.documents.schema_check import check_schema
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Node
from license_gate.errors import DocumentError
from license_gate.workspace import Outside, Unreadable, Workspace

CENTRAL_VARIABLE = "LICENSE_GATE_CENTRAL"
Read = Callable[[str], bytes]


class Desk:
    """What all readers of one run share.

    `central` is the folder of the organization's own documents, '' where there is none. `files` holds the
    lines that a report may quote; facts are never among them, so that none is ever quoted.
    """

    def __init__(
        self,
        arguments: Namespace,
        console: Console,
        space: Space | None = None,
        outside: Outside | None = None,
    ) -> None:
        self.arguments = arguments
        self.console = console
        self.space: Space = space or Workspace(arguments.root)
        self.outside = outside or Outside()
        self.catalog: Catalog = load_catalog()
        self.problems: list[Problem] = []
        self.files: dict[str, tuple[str, ...]] = {}
        self.notes: list[str] = []
        self.central: str = self._central(arguments.central or console.environ.get(CENTRAL_VARIABLE, ""))
        self._memory = SchemaMemory(console.environ)

    def _central(self, named: str) -> str:
        """An absolute path, so that no path of the repository can be taken for one of the organization's."""
        path = os.path.abspath(named) if named else ""
        if path and not self.outside.exists(os.path.join(path, "")):
            self.problems.append(Problem(Place("--central"), f"{named} is no folder"))
        return path

    def tree(self, path: str, named: Place) -> Node | None:
        """The tree of a document that may be quoted; a problem at `named` where it cannot be read."""
        data = self.content(path, named)
        return None if data is None else self.compose(path, data)

    def compose(self, path: str, data: bytes) -> Node | None:
        """The tree of a text; its lines may be quoted."""
        self.files[path] = tuple(data.decode("utf-8", "replace").split("\n"))
        return compose(data, path, self.problems)

    def content(self, path: str, named: Place) -> bytes | None:
        """The bytes of a document of the repository, or of the organization's folder."""
        try:
            return self.reader(path)(path)
        except Unreadable as reason:
            self.problems.append(Problem(named, f"{path} {reason}"))
            return None

    def reader(self, path: str) -> Read:
        """Documents of the organization lie outside of the repository, all others inside."""
        return self.outside.read if self.is_central(path) else self.space.read

    def is_central(self, path: str) -> bool:
        """Whether a document is one of the organization's."""
        return bool(self.central) and path.startswith(os.path.join(self.central, ""))

    def central_file(self, name: str) -> str:
        """The path of one of the organization's documents, '' where it has none of that name."""
        path = os.path.join(self.central, name) if self.central else ""
        return path if path and self.outside.exists(path) else ""

    def check(self, data: bytes, root: Node, schema: str, before: int) -> None:
        """The second net: what readers found nothing in must also follow its schema."""
        if len(self.problems) == before:
            text = shipped.read(shipped.SCHEMAS, schema)
            check_schema(data, root, text, schema, self.problems, self._memory)

    def refuse(self) -> None:
        """End here if any document is invalid.

        Raises:
            DocumentError: with all problems of all documents read so far.
        """
        if self.problems:
            raise DocumentError(list(dict.fromkeys(self.problems)))


def beside(file: str, named: str) -> str:
    """A path written in a document, from the root: relative to the folder of the document."""
    return os.path.normpath(os.path.join(os.path.dirname(file), named)).replace(os.sep, "/")
