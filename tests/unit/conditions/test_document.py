"""docs/conditions.md says what the code does: its examples parse, its tables are those that run."""

from __future__ import annotations

import os
from itertools import product

import pytest

from license_gate.conditions.compare import QUANTITY
from license_gate.conditions.judge import judge
from license_gate.domain.answers import Truth
from license_gate.domain.condition import Condition, Group, Leaf, Readings
from license_gate.domain.facts import Entry, SetValue
from tests.known import condition, partly, quantity, record, situation, whole
from tests.research import ROOT

with open(os.path.join(ROOT, "docs", "conditions.md"), encoding="utf-8") as file:
    TEXT = file.read()

LETTER = {"T": Truth.TRUE, "U": Truth.UNKNOWN, "F": Truth.FALSE}
EXAMPLES = [
    line.split("  #")[0].strip()
    for block in TEXT.split("```yaml\n")[1:]
    for line in block.split("```")[0].splitlines()
]


def table(corner: str) -> list[list[str]]:
    """The rows of the table whose first cell is `corner`, the head first."""
    start = TEXT.index(f"| {corner} |")
    lines = TEXT[start:].split("\n\n")[0].splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [rows[0], *rows[2:]]


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_a_condition(text: str) -> None:
    assert condition(text) is not None


FIRST, SECOND = (Leaf(fact, "holds", value=True) for fact in ("use.commercial", "use.payment"))
FORMS: dict[str, Condition] = {
    "and": Group(all=(FIRST, SECOND)),
    "or": Group(any=(FIRST, SECOND)),
    "readings": Readings((FIRST, SECOND)),
}


def decree(first: str, second: str) -> list[Entry]:
    """Records that give two facts these truth values."""
    facts = zip(("use.commercial", "use.payment"), (first, second), strict=True)
    return [record(fact, value=letter == "T") for fact, letter in facts if letter != "U"]


@pytest.mark.parametrize(("form", "row", "column"), list(product(FORMS, range(3), range(3))))
def test_the_tables_of_logic(form: str, row: int, column: int) -> None:
    head, *rows = table(form)
    first, second = rows[row][0], head[1:][column]
    truth = judge(FORMS[form], situation(*decree(first, second))).truth
    assert truth is LETTER[rows[row][1:][column]]


def test_the_table_of_quantities() -> None:
    head, *rows = table("recorded")
    assert len(rows) == 10
    for recorded, *letters in rows:
        for operator, letter in zip(head[1:], letters, strict=True):
            assert QUANTITY[operator](quantity(recorded), 700_000_000) is LETTER[letter]


SETS: dict[str, SetValue | None] = {
    "[US]": whole("US"),
    "[US, FR]": whole("US", "FR"),
    "{excludes: [EU, GB]}": partly(excludes=("EU", "GB")),
    "{includes: [US]}": partly(includes=("US",)),
    "nothing": None,
}


def test_the_table_of_lists() -> None:
    head, *rows = table("list recorded")
    assert [row[0] for row in rows] == list(SETS)
    for written, *letters in rows:
        value = SETS[written]
        entries = [record("use.territories", value)] if value is not None else []
        for comparison, letter in zip(head[1:], letters, strict=True):
            operator, words = comparison.split(" ", 1)
            text = f"{{fact: use.territories, {operator}: {words}}}"
            assert judge(condition(text), situation(*entries)).truth is LETTER[letter]
