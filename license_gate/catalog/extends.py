"""An organization's entry that says only what differs from an edition: `extends:` and `without:`."""

from __future__ import annotations

from collections.abc import Callable

from license_gate.catalog.fields import Fields
from license_gate.domain.license import Clause, Edition
from license_gate.domain.tree import Scalar
from license_gate.domain.wording import did_you_mean

KEYS = ("extends", "without")
_OF_ITS_OWN = frozenset({"name", "short", "names", "spdx"})  # what another id does not take over
_NAMES = ("hub_tags", "aliases", "spdx", "scancode")

Bases = Callable[[str], "Edition | None"]


def base_named(fields: Fields, bases: Bases) -> Edition | None:
    """The edition under `extends:`; None, and a problem, where nobody knows it."""
    node = fields.node.get("extends")
    name = node.text if isinstance(node, Scalar) else ""
    found = bases(name) if name else None
    if found is None:
        fields.report(fields.place("extends"), f"extends: there is no edition {name!r}")
    return found


def extend(own: Edition, base: Edition, fields: Fields) -> Edition:
    """The base with the keys and clauses that are written in the entry.

    A clause is written whole: one with an id of the base takes its place, others are added, those under
    `without:` are left out.
    """
    other = own.id != base.id
    if other and not own.name:
        fields.report(fields.node.place, "name: is missing: an id of its own needs a name of its own")
    kept = {
        name: getattr(base, name)
        for name in Edition._fields
        if name not in ("id", "source", "clauses")
        and not _written(name, fields)
        and not (other and name in _OF_ITS_OWN)
    }
    return own._replace(**kept, clauses=_clauses(own, base, fields))


def _written(name: str, fields: Fields) -> bool:
    keys = _NAMES if name == "names" else (name,)
    return any(fields.node.get(key) is not None for key in keys)


def _clauses(own: Edition, base: Edition, fields: Fields) -> tuple[Clause, ...]:
    known = {clause.id for clause in base.clauses}
    dropped = fields.texts("without")
    for name in dropped:
        if name not in known:
            near = did_you_mean(name, sorted(known))
            fields.report(fields.place("without"), f"without: {base.id} has no clause {name!r}{near}")
    mine = {clause.id: clause for clause in own.clauses}
    kept = [mine.pop(clause.id, clause) for clause in base.clauses if clause.id not in dropped]
    return (*kept, *mine.values())
