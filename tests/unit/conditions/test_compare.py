"""The truth tables, entry by entry: what docs/conditions.md prints is what runs."""

from __future__ import annotations

from itertools import product

import pytest

from license_gate.conditions.compare import QUANTITY, includes, negate, within
from license_gate.domain.answers import Truth
from license_gate.domain.facts import SetValue
from tests.known import partly, quantity, whole

LETTER = {"T": Truth.TRUE, "U": Truth.UNKNOWN, "F": Truth.FALSE}
ORDER = ("above", "at_least", "below", "at_most")

AGAINST_700M = {
    "700M": "F T F T",
    "700_000_001": "T T F F",
    "<700M": "F F T T",
    "<=700M": "F U U T",
    "<800M": "U U U U",
    ">700M": "T T F F",
    ">=700M": "U T F U",
    "700M..2B": "U T F U",
    "800M..2B": "T T F F",
    "1M..800M": "U U U U",
    "1M..700M": "F U U T",
    "0": "F F T T",
}


@pytest.mark.parametrize(
    ("recorded", "operator", "expected"),
    [
        (recorded, operator, letter)
        for recorded, row in AGAINST_700M.items()
        for operator, letter in zip(ORDER, row.split(), strict=True)
    ],
)
def test_a_quantity_against_700m(recorded: str, operator: str, expected: str) -> None:
    assert QUANTITY[operator](quantity(recorded), 700_000_000) is LETTER[expected]


@pytest.mark.parametrize(
    ("value", "includes_either", "within_both"),
    [
        (whole("US"), "F", "T"),
        (whole("US", "JP"), "F", "T"),
        (whole("US", "FR"), "F", "F"),
        (whole("EU"), "T", "F"),
        (whole(), "F", "U"),
        (partly(excludes=("EU", "GB")), "F", "U"),
        (partly(excludes=("EU",)), "U", "U"),
        (partly(includes=("US",)), "U", "U"),
        (partly(includes=("GB",)), "T", "F"),
        (partly(includes=("US",), excludes=("EU", "GB")), "F", "U"),
        (partly(), "U", "U"),
    ],
)
def test_a_set_against_a_list(value: SetValue, includes_either: str, within_both: str) -> None:
    assert includes(value, ("EU", "GB")) is LETTER[includes_either]
    assert within(value, ("US", "JP")) is LETTER[within_both]


def test_not() -> None:
    assert [negate(truth) for truth in Truth] == [Truth.TRUE, Truth.UNKNOWN, Truth.FALSE]


@pytest.mark.parametrize("operator", ORDER)
def test_an_interval_answers_for_every_number_in_it(operator: str) -> None:
    """Brute force over small numbers: true or false only where all possibilities agree."""
    exact = {number: QUANTITY[operator](quantity(str(number)), 3) for number in range(7)}
    for low, high in product(range(7), range(7)):
        if low > high:
            continue
        possible = {exact[number] for number in range(low, high + 1)}
        expected = possible.pop() if len(possible) == 1 else Truth.UNKNOWN
        assert QUANTITY[operator](quantity(f"{low}..{high}"), 3) is expected
