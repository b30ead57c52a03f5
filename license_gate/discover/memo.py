"""What earlier scans found, kept in the user's cache folder by path, size and time of change.

A memo that is corrupt, of another version or of another tree is none; one that cannot be written is not kept.
The version is drawn from the detectors' own files, so a changed detector forgets by itself.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Protocol

from license_gate.domain.reference import Reference, ReferenceKind, Skipped

_MAGIC = "license-gate scan memo 1"
_LARGEST = 64 * 1024 * 1024
_Seen = tuple[Sequence[Reference], Sequence[Skipped]]


class Stamped(Protocol):
    """A tree that can tell which of its files have changed."""

    root: str

    def stat(self, path: str) -> tuple[int, int] | None:
        """Two numbers that are others once the content is another; None for what is no regular file."""


class FileMemo:
    """A memo of one tree in one file."""

    def __init__(self, tree: Stamped, path: str, version: str) -> None:
        self._tree = tree
        self._path = path
        self._head = f"{_MAGIC}\t{version}\t{tree.root}"
        self._changed = False
        self._stamps: dict[str, str] = {}
        self._known = self._load()
        self._now: dict[str, list[str]] = {}

    def recall(self, path: str) -> _Seen | None:
        """What was found in a file that has not changed since, nor those that it needed."""
        record = self._known.get(path)
        if record is None:
            return None
        try:
            seen = _read_record(path, record) if self._holds(path, record[0]) else None
        except (ValueError, KeyError, IndexError):
            return None
        if seen is not None:
            self._now[path] = record
        return seen

    def _holds(self, path: str, head: str) -> bool:
        """Whether the file and those that were read for it are as they were."""
        fields = head.split("\t")
        return fields[1] == self._stamp(path) and all(
            self._stamp(need) == stamp for need, stamp in zip(fields[2::2], fields[3::2], strict=True)
        )

    def expect(self, paths: Sequence[str]) -> None:
        """Look at once what files that will be kept are like now."""
        for path in paths:
            self._stamp(path)

    def keep(
        self, path: str, references: Sequence[Reference], skipped: Sequence[Skipped], needs: Sequence[str]
    ) -> None:
        """Remember a file; one whose texts hold tabs or line ends is looked at every time."""
        self._changed = True
        head = [path, self._stamp(path)]
        for need in needs:
            head += [need, self._stamp(need)]
        rows = [head]
        rows += [
            [
                f"R{each.line}",
                str(each.column),
                each.model,
                each.as_written,
                each.detector,
                each.certainty,
                each.kind,
            ]
            for each in references
        ]
        rows += [[f"S{each.what}", each.reason] for each in skipped]
        if head[1] == "-" or any(_breaks(field) for row in rows for field in row):
            return
        self._now[path] = ["\t".join(row) for row in rows]

    def save(self) -> None:
        """Write what is known now, by a rename; a folder that cannot be written keeps nothing."""
        if not self._changed and len(self._now) >= len(self._known):
            return
        known = {**self._known, **self._now} if len(self._now) < len(self._known) else self._now
        text = "\n".join([self._head, *("\n ".join(record) for record in known.values())])
        fresh = f"{self._path}.{os.getpid()}"
        try:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            with open(fresh, "x", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
                file.write(text + "\n" + _END)
            os.replace(fresh, self._path)
        except OSError:
            return

    def _stamp(self, path: str) -> str:
        known = self._stamps.get(path)
        if known is None:
            status = self._tree.stat(path)
            known = self._stamps[path] = f"{status[0]}.{status[1]}" if status else "-"
        return known

    def _load(self) -> dict[str, list[str]]:
        try:
            with open(self._path, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
                text = file.read(_LARGEST)
        except (OSError, ValueError):
            return {}
        if not text.startswith(self._head + "\n") or not text.endswith("\n" + _END):
            return {}
        records: dict[str, list[str]] = {}
        record: list[str] = []
        for block in text[len(self._head) + 1 : -len(_END) - 1].split("\n"):
            if block.startswith(" "):
                record.append(block[1:])
            else:
                record = [block]
                records[block[: block.find("\t")]] = record
        return records


_END = "end"
_KINDS: dict[str, ReferenceKind] = {
    "load": "load",
    "config": "config",
    "deploy": "deploy",
    "data": "data",
    "test": "test",
    "mention": "mention",
}
_NOTHING: _Seen = ((), ())


def open_memo(tree: Stamped, folder: str) -> FileMemo | None:
    """The memo of a tree in the program's folder of the user's cache; None where there is no such folder ('')."""
    if not folder:
        return None
    return FileMemo(tree, os.path.join(folder, "scan", name_of(tree.root)), detector_version())


def name_of(root: str) -> str:
    """What files about a tree are called; should two trees share a name, what is in the file tells them apart."""
    import zlib

    return f"{zlib.crc32(os.fsencode(root)):08x}-{len(root)}"


def detector_version() -> str:
    """A stamp of everything that decides what is found: the files of this package, its subfolders too."""
    import zlib

    parts: list[str] = []
    folders = [os.path.dirname(os.path.abspath(__file__))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders += [entry.path] if entry.name != "__pycache__" else []
                else:
                    status = entry.stat()
                    parts.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
    return f"{zlib.crc32(os.fsencode(' '.join(sorted(parts)))):08x}"


def _breaks(field: str) -> bool:
    return not field or "\t" in field or "\n" in field or "\r" in field or field[0] == " "


def _read_record(path: str, record: list[str]) -> _Seen:
    if len(record) == 1:
        return _NOTHING
    references: list[Reference] = []
    skipped: list[Skipped] = []
    for row in record[1:]:
        fields = row.split("\t")
        if row[0] == "R":
            references.append(_read_reference(path, fields))
        else:
            skipped.append(Skipped(fields[0][1:], fields[1]))
    return references, skipped


def _read_reference(path: str, fields: list[str]) -> Reference:
    line, column, model, written, detector, certainty, kind = fields
    return Reference(
        model,
        written,
        path,
        int(line[1:]),
        int(column),
        detector,
        "exact" if certainty == "exact" else "likely",
        _KINDS[kind],
    )
