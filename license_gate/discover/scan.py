"""Files of a tree -> references. Literals decide who looks at a file; a memo spares those that did not change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from license_gate.domain.reference import Reference, Scan, Skipped

Read = Callable[[str, int], bytes]


class Memo(Protocol):
    """Remembers results of files that did not change since."""

    def recall(self, path: str) -> tuple[Sequence[Reference], Sequence[Skipped]] | None:
        """What was found in a file, None where it was not seen or has changed."""

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
    known = {path: memo.recall(path) for path in files} if memo else dict.fromkeys(files)
    unknown = [path for path in files if known[path] is None]
    if unknown:
        from license_gate.discover.examine import examine_all

        for path, references, skipped, needs in examine_all(files, unknown, read):
            known[path] = references, skipped
            if memo:
                memo.keep(path, references, skipped, needs)
    found = [seen for path in files if (seen := known[path])]
    return Scan(
        tuple(reference for seen in found for reference in seen[0]),
        tuple(each for seen in found for each in seen[1]),
    )
