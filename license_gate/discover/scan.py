"""Files of a tree -> references. Literals decide who looks at a file; a memo spares those that did not change."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Protocol

from license_gate.domain.reference import Reference, Scan, Skipped

if TYPE_CHECKING:
    from license_gate.discover.examine import Examined, Examiner
    from license_gate.discover.fork import SharedWork

Read = Callable[[str, int], bytes]
_PAYS_FROM = 200  # files: below that a second process costs more than it saves


class Memo(Protocol):
    """Remembers results of files that did not change since."""

    def recall(self, path: str) -> tuple[Sequence[Reference], Sequence[Skipped]] | None:
        """What was found in a file, None where it was not seen or has changed."""

    def expect(self, paths: Sequence[str]) -> None:
        """Make ready to keep what is found in these files."""

    def keep(
        self, path: str, references: Sequence[Reference], skipped: Sequence[Skipped], needs: Sequence[str]
    ) -> None:
        """Remember what was found; `needs` are the other files that were read for it."""


def scan(files: Sequence[str], read: Read, memo: Memo | None = None) -> Scan:
    """Every reference of the files, in their order.

    Args:
        files: repository-relative paths with forward slashes.
        read: gives the first bytes of a file, at most as many as it is asked for; raises OSError.
        memo: what earlier scans found.
    """
    return Search(files, read, memo).result()


class Search:
    """A scan that a second process begins at once where there is much to do, and somebody asks for later.

    Ask it once, for the result or to give up.
    """

    def __init__(
        self, files: Sequence[str], read: Read, memo: Memo | None = None, doubtful: Collection[str] = ()
    ) -> None:
        """As `scan`; only who asks for the result can tell whether `doubtful` files are looked at."""
        self._files = files
        self._read = read
        self._memo = memo
        self._known = {path: memo.recall(path) for path in files} if memo else dict.fromkeys(files)
        unknown = [path for path in files if self._known[path] is None]
        self._aside = [path for path in unknown if path in doubtful]
        self._unknown = [path for path in unknown if path not in doubtful]
        self._examiner: Examiner | None = None
        self._shared = self._begin() if self._pays() else None

    def result(self, own: Collection[str] = ()) -> Scan:
        """Every reference of the files but `own`, in their order."""
        for path, references, skipped, needs in self._examined(own):
            self._known[path] = references, skipped
            if self._memo:
                self._memo.keep(path, references, skipped, needs)
        found = [seen for path in self._files if path not in own and (seen := self._known[path])]
        return Scan(
            tuple(reference for seen in found for reference in seen[0]),
            tuple(each for seen in found for each in seen[1]),
        )

    def abandon(self) -> None:
        """Nobody wants the result any more, if nobody has asked for it yet."""
        if self._shared:
            self._shared.abandon()
            self._shared = None

    def _pays(self) -> bool:
        return len(self._unknown) >= _PAYS_FROM and hasattr(os, "fork") and (os.cpu_count() or 1) > 1

    def _begin(self) -> SharedWork[Examined]:
        from license_gate.discover.fork import SharedWork

        return SharedWork(self._unknown, self._examine)

    def _examined(self, own: Collection[str]) -> list[Examined]:
        """What the files hold of which nothing is known; `own` are looked at only where that began before they were known."""
        shared, self._shared = self._shared, None
        left = self._aside if shared else [*self._unknown, *self._aside]
        here = [self._examine(path) for path in left if path not in own]
        if shared and self._memo:
            self._memo.expect(self._unknown)  # while the other process is still at work
        return here + (shared.results() if shared else [])

    def _examine(self, path: str) -> Examined:
        """One file; whoever is asked first, in either process, makes everything ready for it."""
        if self._examiner is None:
            from license_gate.discover.examine import Examiner

            self._examiner = Examiner(self._files, self._read)
        return path, *self._examiner.examine(path)
