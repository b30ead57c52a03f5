"""Which entries count: a record stands before what the gate derived, and that before what a policy assumes."""

from __future__ import annotations

from license_gate.domain.facts import Entry, FactType, Origin
from license_gate.domain.period import Period
from license_gate.domain.quantity import Interval

_RANK: dict[Origin, int] = {"assumed": 0, "derived": 1, "recorded": 2, "declared": 2}


FOUNDED = "organization.founded"
NOTHING_YET = Interval(0, 0)


def effective(entries: tuple[Entry, ...], kind: FactType) -> tuple[Entry, ...]:
    """The entries of one fact that count.

    An assumption gives way to anything. What is derived gives way to a record where the type says
    `default`; where it says `identity` both stand, and a difference is a contradiction.
    """
    if len(entries) < 2:
        return entries
    best = max(_RANK[entry.origin] for entry in entries)
    least = best if kind.derived == "default" else min(best, 1)
    return tuple(entry for entry in entries if _RANK[entry.origin] >= least)


def before_founding(founded: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """What the founding day says of every level and flow: 0 in every month before it.

    The entries keep the name of `organization.founded`, so that an explanation can tell where the 0 is from.
    """
    entries = []
    for entry in founded:
        day = entry.value
        if isinstance(day, str) and day[:4].isdigit() and day[5:7].isdigit():
            until = int(day[:4]) * 12 + int(day[5:7]) - 2
            because = f"nothing before {day[:7]}"
            entries.append(entry._replace(value=NOTHING_YET, period=Period(None, until), because=because))
    return tuple(entries)
