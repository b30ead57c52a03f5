"""The values on which licenses that read alike differ: one file per kind of value.

Each module has `WHAT`, the name as reports say it, and `find(plain) -> list[Value]`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from license_gate.identify.deciding import (
    dates,
    display,
    durations,
    law,
    money,
    naming,
    negations,
    numbers,
    outputs,
    purposes,
    shares,
    territories,
    training,
    users,
    versions,
)
from license_gate.identify.found import Value
from license_gate.identify.plain import Plain


class Extractor(NamedTuple):
    """One kind of value, and how it is read."""

    what: str
    find: Callable[[Plain], list[Value]]


EXTRACTORS = tuple(
    Extractor(module.WHAT, module.find)
    for module in (
        users, money, shares, territories, dates, durations, display, naming, training, outputs, purposes,
        law, versions, negations, numbers,
    )
)  # fmt: skip


def find_all(plain: Plain) -> dict[str, list[Value]]:
    """All deciding values of a text, by what they are; a number that has a meaning is no bare number."""
    found = {extractor.what: extractor.find(plain) for extractor in EXTRACTORS}
    taken = [
        (value.start, value.end)
        for what in (users.WHAT, money.WHAT, shares.WHAT, dates.WHAT, durations.WHAT)
        for value in found[what]
    ]
    found[numbers.WHAT] = [
        value
        for value in found[numbers.WHAT]
        if not any(start <= value.start and value.end <= end for start, end in taken)
    ]
    return found
