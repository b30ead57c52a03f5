"""Looks at one file: which detectors concern it, what they find, and why it could not be read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Protocol

from license_gate.discover import detectors
from license_gate.discover.source import Found, Source
from license_gate.domain.reference import Reference, Skipped

TEXT_LIMIT = 2 * 1024 * 1024
_OTHERS_LIMIT = 64
# How YAML begins: a key, after comments.
_SETTINGS = re.compile(rb"(?:\s*#[^\n]*\n)*\s*[A-Za-z_][\w-]*:[ \r\n]")


class Detector(Protocol):
    """A module of `detectors/`."""

    SUFFIXES: tuple[str, ...]  # endings of file names, lower case
    NAMES: tuple[str, ...]  # beginnings of file names, lower case
    PATH: str  # a part that the path must hold, "" for none
    LITERALS: tuple[bytes, ...]  # one of them stands in every file that matters; none = all files matter
    LIMIT: int  # bytes that are read
    WHOLE: bool  # whether a longer file is left out rather than read in part

    def detect(self, source: Source) -> Iterable[Found]:
        """Everything that the file names."""


class Examiner:
    """Reads files and asks the detectors; loads them once."""

    def __init__(self, files: Sequence[str], read: Callable[[str, int], bytes]) -> None:
        self._read = read
        self._files = frozenset(files)
        self._detectors = load()
        self._named = [each for each in self._detectors if each.NAMES]
        self._by_suffix: dict[str, list[Detector]] = {}
        self._needs: list[str] = []

    def examine(self, path: str) -> tuple[list[Reference], list[Skipped], list[str]]:
        """References, things left out, and the other files that were read for them."""
        looking = self._concerned(path)
        if not looking:
            return [], [], []
        limit = max(detector.LIMIT for detector in looking)
        try:
            data = self._read(path, limit + 1)
        except Exception as error:  # noqa: BLE001 (whatever a reader cannot read is left out with its reason)
            return [], [Skipped(path, _reason(error))], []
        if _is_bare(path) and not _SETTINGS.match(data):
            looking = [each for each in looking if each.NAMES]
        if len(data) > limit and any(detector.WHOLE for detector in looking):
            return [], [Skipped(path, f"is larger than {limit // (1024 * 1024) or 1} MiB")], []
        looking = [
            each for each in looking if not each.LITERALS or any(word in data for word in each.LITERALS)
        ]
        return self._ask(path, data, looking) if looking else ([], [], [])

    def _ask(
        self, path: str, data: bytes, looking: list[Detector]
    ) -> tuple[list[Reference], list[Skipped], list[str]]:
        self._needs = []
        source = Source(path, data, self._read_other)
        references: dict[tuple[str, int, int], Reference] = {}
        skipped: dict[Skipped, None] = {}
        for detector in looking:
            for found in detector.detect(source):
                if isinstance(found, Skipped):
                    skipped[found] = None
                else:
                    _keep(references, found)
        ordered = sorted(references.values(), key=lambda each: (each.line, each.column, each.model))
        return ordered, list(skipped), self._needs

    def _read_other(self, path: str) -> bytes | None:
        """Another file of the tree, for a name that is imported from it."""
        if len(self._needs) >= _OTHERS_LIMIT:
            return None
        if path not in self._needs:
            self._needs.append(path)  # one that is missing too: it may come
        if path not in self._files:
            return None
        try:
            data = self._read(path, TEXT_LIMIT + 1)
        except Exception:  # noqa: BLE001 (what cannot be read resolves nothing)
            return None
        return data if len(data) <= TEXT_LIMIT else None

    def _concerned(self, path: str) -> list[Detector]:
        """The detectors that a file's name calls for; the answer for an ending is kept."""
        name = path.rpartition("/")[2].lower()
        stem, dot, ending = name.rpartition(".")
        # `_default_template_yaml` says what it is, of another one its beginning does.
        key = dot + ending if stem else ".yaml" if "yaml" in name or _is_bare(path) else name
        known = self._by_suffix.get(key)
        if known is None:
            known = self._by_suffix[key] = [each for each in self._detectors if key in each.SUFFIXES]
        named = [each for each in self._named if name.startswith(each.NAMES) and each not in known]
        return [each for each in (*known, *named) if not each.PATH or each.PATH in path]


def _is_bare(path: str) -> bool:
    """Whether a file without an ending may hold settings; what is written for people begins with a capital."""
    name = path.rpartition("/")[2]
    return "." not in name and (name[:1].islower() or name[:1] == "_") and "yaml" not in name


def _keep(references: dict[tuple[str, int, int], Reference], found: Reference) -> None:
    """One reference a place: a use says more than a mention, a loader's argument more than the form of a string."""
    known = references.setdefault((found.model, found.line, found.column), found)
    if _weight(found) > _weight(known):
        references[found.model, found.line, found.column] = found


def _weight(reference: Reference) -> tuple[bool, bool]:
    return reference.kind != "mention", reference.certainty == "exact"


Examined = tuple[str, list[Reference], list[Skipped], list[str]]


def load() -> list[Detector]:
    """All detectors: every module of their folder."""
    folder = os.path.dirname(detectors.__file__ or "")
    names = sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".py") and name[0] != "_")
    return [import_module(f"{detectors.__name__}.{name}") for name in names]


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror if error.strerror.startswith("is ") else f"cannot be read: {error.strerror}"
    return str(error) or "cannot be read"
