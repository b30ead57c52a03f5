"""How a clause travels: the cell of relation x column, and what the clause itself says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from license_gate.domain.license import Cell, Clause, Kind, passes

Table = Callable[[str, str], Cell]  # (relation, column) -> cell

_STRENGTH = ("I", "U", "X")


def carried(clause: Clause, kind: Kind, relations: Iterable[str], table: Table) -> Cell:
    """What becomes of a clause along a path: I judged as is, U unclear, X needed permission, N dropped.

    A step that drops the clause drops it for good; otherwise the most doubtful step counts.
    """
    cell: Cell = "I"
    for relation in relations:
        step = passes(clause, relation, table(relation, kind.column) if kind.column else "-")
        if step == "N":
            return "N"
        cell = max(cell, step, key=_STRENGTH.index)
    return cell
