"""What a repository uses: its files but the gate's own documents, scanned with what is remembered of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from license_gate.commands.memory import cache_folder
from license_gate.commands.space import Sources
from license_gate.discover.memo import open_memo
from license_gate.discover.scan import Search
from license_gate.domain.reference import Scan
from license_gate.workspace import MANIFESTS

# Where the gate's own documents stand by default; they are mostly not looked at.
_DOCUMENTS = frozenset(
    path for manifest in MANIFESTS for path in (manifest, manifest.replace("models.yaml", "facts.yaml"))
)


class ModelsInUse:
    """A search for the models of a tree; it may be under way while the documents are read and judged. Ask it once.

    Close it, asked or not.
    """

    def __init__(self, files: list[str], sources: Sources, environ: Mapping[str, str]) -> None:
        self._memo = open_memo(sources, cache_folder(environ))
        self._search = Search(files, sources.read, self._memo, _DOCUMENTS)

    def besides(self, own: Collection[str]) -> Scan:
        """The references of the files; what the `own` documents name is declared, not used."""
        found = self._search.result(own)
        if self._memo:
            self._memo.save()
        return found

    def close(self) -> None:
        """End what is still under way; nobody asks any more."""
        self._search.abandon()
