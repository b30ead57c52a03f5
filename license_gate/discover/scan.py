"""Files of a tree -> references. Literals decide who looks at a file; a memo spares those that did not change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from license_gate.domain.reference import Reference, Scan, Skipped

Read = Callable[[str, int], bytes]


class Result(Protocol):
    """What was found in one file, and what it depends on."""

    references: Sequence[Reference]
    skipped: Sequence[Skipped]
    needs: Sequence[str]


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
    from_memo = memo.recall if memo else _nothing
    examine: Callable[[str], tuple[list[Reference], list[Skipped], list[str]]] | None = None
    references: list[Reference] = []
    skipped: list[Skipped] = []
    for path in files:
        known = from_memo(path)
        if known is None:
            if examine is None:
                from license_gate.discover.examine import Examiner

                examine = Examiner(files, read).examine
            found, left_out, needs = examine(path)
            if memo:
                memo.keep(path, found, left_out, needs)
            known = found, left_out
        references.extend(known[0])
        skipped.extend(known[1])
    return Scan(tuple(references), tuple(skipped))


def _nothing(_: str) -> None:
    return None
