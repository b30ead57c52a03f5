"""Which documents followed their schema: empty files named by digest, in the user's cache folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping


class SchemaMemory:
    """Saves the load of the schema library for documents that did not change; unwritable = no memory."""

    __slots__ = ("_folder",)

    def __init__(self, environ: Mapping[str, str]) -> None:
        cache = cache_folder(environ)
        self._folder = os.path.join(cache, "schemas") if cache else ""

    def load(self, digest: str) -> bool:
        """Whether a document with this digest was found right."""
        return bool(self._folder) and os.path.exists(os.path.join(self._folder, digest))

    def save(self, digest: str) -> None:
        """Remember a document that was found right."""
        if not self._folder:
            return
        with contextlib.suppress(OSError):
            os.makedirs(self._folder, exist_ok=True)
            with open(os.path.join(self._folder, digest), "xb"):
                pass


def cache_folder(environ: Mapping[str, str]) -> str:
    """The program's folder in the user's cache; '' where the user has none."""
    base = environ.get("XDG_CACHE_HOME") or os.path.join(
        environ.get("HOME") or os.path.expanduser("~"), ".cache"
    )
    # A relative path would put the memory into whatever folder the gate is called from.
    return os.path.join(base, "license-gate") if os.path.isabs(base) else ""
