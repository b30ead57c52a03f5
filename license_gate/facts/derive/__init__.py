"""One file per derived fact; the folder is the registry.

A module names its FACT, says BECAUSE of what (in words that a report prints), lists the facts it reads
in AFTER, and has ``derive(case) -> Value | None``; None means that nothing follows. The registry of facts
says whether the result is an identity (a record that differs is an error) or a default (a record wins).
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from license_gate.domain.facts import Value
from license_gate.facts.case import Case


class Derivation(Protocol):
    """The shape of a module in this folder."""

    FACT: str
    BECAUSE: str
    AFTER: tuple[str, ...]

    def derive(self, case: Case) -> Value | None:
        """What follows from the case, or None."""


@cache
def derivations() -> tuple[Derivation, ...]:
    """All derivations, each after those that it reads."""
    names = sorted(
        name[:-3]
        for name in os.listdir(os.path.dirname(__file__))
        if name.endswith(".py") and not name.startswith("_")
    )
    found = [cast("Derivation", import_module(f"{__name__}.{name}")) for name in names]
    return tuple(_ordered({module.FACT: module for module in found}))


def _ordered(modules: dict[str, Derivation]) -> list[Derivation]:
    done: dict[str, Derivation] = {}

    def place(fact: str) -> None:
        module = modules.get(fact)
        if module is None or fact in done:
            return
        for earlier in module.AFTER:
            place(earlier)
        done[fact] = module

    for fact in modules:
        place(fact)
    return list(done.values())
