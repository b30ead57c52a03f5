"""How clauses travel along a path."""

from __future__ import annotations

import pytest

from license_gate.domain.license import Cell, Clause, Inherits, Kind
from license_gate.evaluate.inherit import carried

KIND = Kind("k", "LG399", "k", "t", "requires", "duty", "warn", "facts", "notice", "")
CELLS: dict[str, Cell] = {
    "finetune": "I",
    "merge": "I",
    "outputs": "C",
    "delta": "U",
    "locked": "X",
    "none": "N",
    "blank": "-",
}


def clause(inherits: Inherits = None) -> Clause:
    return Clause("c", "k", "1", "requires", "says", inherits=inherits)


def cell(path: list[str], inherits: Inherits = None, *, kind: Kind = KIND) -> Cell:
    return carried(clause(inherits), kind, path, lambda relation, _column: CELLS[relation])


@pytest.mark.parametrize(
    ("path", "inherits", "expected"),
    [
        ([], None, "I"),
        (["finetune"], None, "I"),
        (["finetune", "merge"], None, "I"),
        (["finetune", "delta"], None, "U"),
        (["locked", "delta"], None, "X"),
        (["finetune", "none", "locked"], None, "N"),
        (["outputs"], None, "U"),
        (["outputs"], True, "I"),
        (["outputs"], False, "N"),
        (["outputs"], "unknown", "U"),
        (["finetune"], False, "N"),
        (["none"], True, "N"),
        (["blank"], None, "N"),
        (["blank"], True, "I"),
    ],
)
def test_the_cell_of_a_path(path: list[str], inherits: Inherits, expected: Cell) -> None:
    assert cell(path, inherits) == expected


def test_a_kind_without_a_column_stays_unless_the_clause_says_so() -> None:
    assert cell(["finetune"], kind=KIND._replace(column="")) == "N"
    assert cell(["finetune"], inherits=True, kind=KIND._replace(column="")) == "I"


def test_a_word_on_one_relation_beats_the_table_there_and_only_there() -> None:
    said: Inherits = (("outputs", False), ("none", True))
    assert cell(["outputs"], said) == "N"
    assert cell(["none"], said) == "I"
    assert cell(["finetune"], said) == "I"
    assert cell(["delta"], said) == "U"
