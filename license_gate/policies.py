"""The policies that come with the program: `builtin:NAME@N`."""

from __future__ import annotations

import os

from license_gate.errors import UnavailableError

PREFIX = "builtin:"
DEFAULT = "builtin:commercial"
_SHIPPED = os.path.join(os.path.dirname(__file__), "_shipped", "policies")
_SOURCE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "policies")


def folder() -> str:
    """Where the policies are: in the installed package, else in the source tree.

    Raises:
        UnavailableError: in neither place; the installation is damaged.
    """
    for path in (_SHIPPED, _SOURCE):
        if os.path.isdir(path):
            return path
    raise UnavailableError("the built-in policies are missing; install license-gate again")


def versions() -> dict[str, list[int]]:
    """Every built-in policy with its numbers, the newest last."""
    found: dict[str, list[int]] = {}
    for file in os.listdir(folder()):
        name, _, number = file.removesuffix(".yaml").rpartition("-")
        if name and number.isdigit():
            found.setdefault(name, []).append(int(number))
    return {name: sorted(numbers) for name, numbers in sorted(found.items())}


def full_name(name: str) -> str | None:
    """`builtin:commercial` -> `builtin:commercial@1`, the newest; None where there is no such policy."""
    stem, _, number = name.removeprefix(PREFIX).partition("@")
    numbers = versions().get(stem, [])
    if not number:
        return f"{PREFIX}{stem}@{numbers[-1]}" if numbers else None
    return f"{PREFIX}{stem}@{number}" if number.isdigit() and int(number) in numbers else None


def read(full: str) -> bytes:
    """The text of a built-in policy by its full name."""
    stem, _, number = full.removeprefix(PREFIX).partition("@")
    with open(os.path.join(folder(), f"{stem}-{number}.yaml"), "rb") as file:
        return file.read()
