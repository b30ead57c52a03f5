"""Folders of test files as the scanner sees them."""

from __future__ import annotations

import os

from license_gate.discover.files import Tree
from license_gate.discover.scan import Memo, scan
from license_gate.domain.reference import Scan

TESTS = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CASES = os.path.join(TESTS, "cases", "discovery")
LABELS = os.path.join(TESTS, "cases", "discovery-real")


def list_files(folder: str) -> list[str]:
    """All files below a folder, as git would name them; links to folders are not followed."""
    found = [
        os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")
        for parent, _, names in os.walk(folder)
        for name in names
    ]
    return sorted(name for name in found if name != "expected.yaml")


def scan_folder(folder: str, memo: Memo | None = None) -> Scan:
    return scan(list_files(folder), Tree(folder).read, memo)
