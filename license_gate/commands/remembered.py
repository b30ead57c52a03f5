"""The last report of a repository, given again where nothing changed that it follows from.

A report follows from the program, the options, the day, the environment, the documents that were read or
looked for, the list of files, and what the scan finds in them. All of that is compared; whatever differs,
everything is judged anew. One report is kept for each repository, readable by its user only.
"""

from __future__ import annotations

import contextlib
import os
from argparse import Namespace
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from license_gate.commands.memory import cache_folder
from license_gate.domain.reference import Scan
from license_gate.watched import Looks, WatchedOutside, WatchedWorkspace, digest, unchanged

FORMATS = ("text", "github")  # other reports name the commit and are kept elsewhere
_VARIABLES = ("LICENSE_GATE_FACTS", "LICENSE_GATE_CENTRAL")
_SHAPE = 1  # of the kept file
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Report(NamedTuple):
    """What was printed, and how the process ended."""

    text: str
    exit_code: int


class Record(NamedTuple):
    """A report with what it follows from."""

    about: str
    seen: dict[str, str]
    own: list[str]  # documents, which are not scanned
    found: str
    text: str
    exit_code: int


class Remembered:
    """The memory of one run."""

    def __init__(self, arguments: Namespace) -> None:
        self._arguments = arguments
        self._environ: Mapping[str, str] = arguments.console.environ
        self.looks = Looks()
        self.space = WatchedWorkspace(arguments.root, self.looks)
        self.outside = WatchedOutside(self.looks)
        self.space.expect_files()

    def recall(self) -> Report | None:
        """The report of an earlier run with the same inputs, or None."""
        record = self._load()
        if record is None or record.about != self._about or not unchanged(record.seen):
            return None
        from license_gate.commands.models_in_use import ModelsInUse
        from license_gate.discover.files import Tree

        files = self.space.tracked_files()
        found = ModelsInUse(files, Tree(self.space.root), self._environ).besides(record.own)
        return Report(record.text, record.exit_code) if _digest(found, files) == record.found else None

    def get_ready(self) -> None:
        """Look at the program and the options now, because another process is at work anyway."""
        _ = self._about

    def keep(self, report: Report, own: list[str], found: Scan) -> None:
        """Remember a report; where that cannot be written, it is not."""
        place = self._place()
        if not place:
            return
        import json

        found_now = _digest(found, self.space.tracked_files())
        record = Record(self._about, self.looks.seen, own, found_now, *report)
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(place), exist_ok=True)
            temporary = f"{place}.{os.getpid()}"
            with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                json.dump(record, file)
            os.replace(temporary, place)

    def _load(self) -> Record | None:
        """The kept record; one that is damaged or of another shape is none."""
        try:
            with open(self._place(), encoding="utf-8") as file:
                import json  # not before there is something to read

                return Record(*json.load(file))
        except (OSError, ValueError, TypeError):
            return None

    @cached_property
    def _about(self) -> str:
        """Everything but files that a report follows from; worked out once."""
        options = {
            name: value for name, value in vars(self._arguments).items() if name not in ("run", "console")
        }
        console = self._arguments.console
        variables = [self._environ.get(name, "") for name in _VARIABLES]
        # The folder, because a path that is named on the command line or in a variable starts there.
        parts = (
            _SHAPE,
            _program(),
            os.getcwd(),
            options,
            console.today,
            console.color,
            console.width,
            variables,
        )
        return digest(repr(parts).encode())

    def _place(self) -> str:
        from license_gate.discover.memo import name_of

        folder = cache_folder(self._environ)
        return os.path.join(folder, "reports", f"{name_of(self.space.root)}.json") if folder else ""


def _digest(found: Scan, files: list[str]) -> str:
    return digest(repr((found, files)).encode("utf-8", "surrogateescape"))


def _program() -> list[str]:
    """A stamp of the program: names, sizes and times of its files, so that no other version is believed."""
    stamps = []
    folders = [_PACKAGE, *(os.path.join(os.path.dirname(_PACKAGE), name) for name in ("policies", "schemas"))]
    while folders:
        try:
            entries = list(os.scandir(folders.pop()))
        except OSError:
            continue  # an installed package holds its policies and schemas itself
        for entry in entries:
            if entry.is_dir():
                folders += [entry.path] if entry.name != "__pycache__" else []
            else:
                status = entry.stat()
                stamps.append(f"{entry.path} {status.st_size} {status.st_mtime_ns}")
    return sorted(stamps)
