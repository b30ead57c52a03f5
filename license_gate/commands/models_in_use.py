"""What a repository uses: its files but the gate's own documents, scanned with what is remembered of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from license_gate.commands.memory import cache_folder
from license_gate.commands.space import Sources
from license_gate.discover.memo import open_memo
from license_gate.discover.scan import scan
from license_gate.domain.reference import Scan


def models_in_use(
    files: list[str], own: Collection[str], sources: Sources, environ: Mapping[str, str]
) -> Scan:
    """The references of `files`; what the `own` documents name is declared, not used."""
    memo = open_memo(sources, cache_folder(environ))
    found = scan([file for file in files if file not in own], sources.read, memo)
    if memo:
        memo.save()
    return found
