"""The policies that come with the program: `builtin:NAME@N`."""

from __future__ import annotations

import os

from license_gate import shipped

PREFIX = "builtin:"
DEFAULT = "builtin:commercial"


def versions() -> dict[str, list[int]]:
    """Every built-in policy with its numbers, the newest last."""
    found: dict[str, list[int]] = {}
    for file in os.listdir(shipped.folder(shipped.POLICIES)):
        name, _, number = file.removesuffix(".yaml").rpartition("-")
        if name and number.isdigit():
            found.setdefault(name, []).append(int(number))
    return {name: sorted(numbers) for name, numbers in sorted(found.items())}


def full_name(name: str) -> str | None:
    """`builtin:commercial` -> `builtin:commercial@1`, the newest; None where there is no such policy."""
    stem, at, number = name.removeprefix(PREFIX).partition("@")
    numbers = versions().get(stem, [])
    if not at:
        return f"{PREFIX}{stem}@{numbers[-1]}" if numbers else None
    known = number in [str(each) for each in numbers]
    return f"{PREFIX}{stem}@{number}" if known else None


def read(full: str) -> bytes:
    """The text of a built-in policy by its full name."""
    stem, _, number = full.removeprefix(PREFIX).partition("@")
    return shipped.read(shipped.POLICIES, f"{stem}-{number}.yaml")
