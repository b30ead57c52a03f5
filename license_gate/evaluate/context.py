"""What is known when one declaration is judged in one product: records, assumptions, derivations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from license_gate.domain.facts import Entry, FactType, Value
from license_gate.domain.place import Problem
from license_gate.facts.case import Case
from license_gate.facts.derive import derivations
from license_gate.facts.ledger import Ledger


class Known(NamedTuple):
    """The ledger of one case, and what was derived for it (fact -> entry)."""

    ledger: Ledger
    derived: Mapping[str, Entry]
    problems: tuple[Problem, ...] = ()


def assumed(ledger: Ledger, assume: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The assumptions of the policy about facts that nobody recorded."""
    return tuple(entry for entry in assume if ledger.read(entry.fact, None).value is None)


def settle(case: Case, ledger: Ledger, types: Mapping[str, FactType]) -> Known:
    """Derive what follows from the case. A record beats a default; it must equal an identity."""
    derived: dict[str, Entry] = {}
    problems: list[Problem] = []

    def value(fact: str) -> Value | None:
        found = derived.get(fact)
        return found.value if found else ledger.read(fact, None).value

    seeing = case._replace(value=value)
    for module in derivations():
        result = module.derive(seeing)
        if result is None:
            continue
        reading = ledger.read(module.FACT, None)
        if not reading.entries:
            derived[module.FACT] = Entry(module.FACT, result, origin="derived", because=module.BECAUSE)
        elif types[module.FACT].derived == "identity" and reading.value != result:
            problems += [_differs(entry, module.BECAUSE) for entry in reading.entries]
    return Known(ledger.with_entries(tuple(derived.values())), derived, tuple(problems))


def nothing_yet(_fact: str) -> Value | None:
    """The view of a case before anything is read."""
    return None


def _differs(entry: Entry, because: str) -> Problem:
    return Problem(
        entry.place,
        f"{entry.fact} says something else than {because}, from which the gate takes it; remove it here",
    )
