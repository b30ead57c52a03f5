from __future__ import annotations

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from license_gate.catalog.lookup import load_catalog
from license_gate.catalog.pack import pack_condition, pack_edition, unpack_condition, unpack_edition
from license_gate.domain.condition import Condition, Group, Leaf, Readings, Unclear
from license_gate.domain.license import Clause, Edition, Inherits
from license_gate.domain.quantity import Amount

WORDS = st.text(max_size=8)
OPERANDS = st.one_of(
    st.booleans(),
    WORDS,
    st.lists(WORDS).map(tuple),
    st.builds(Amount, st.integers(0, 10**12), st.sampled_from(["", "USD"])),
)
LEAVES = st.builds(Leaf, WORDS, st.sampled_from(["above", "is", "includes", "holds"]), OPERANDS, WORDS)


def _grow(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Group, several, several, several),
        st.builds(Unclear, WORDS, parts),
        st.builds(Readings, st.lists(parts, min_size=2, max_size=3).map(tuple)),
    )


CONDITIONS = st.recursive(LEAVES, _grow, max_leaves=8)


@given(CONDITIONS)
def test_a_condition_survives_packing(condition: Condition) -> None:
    assert unpack_condition(json.loads(json.dumps(pack_condition(condition)))) == condition


@given(CONDITIONS, st.none() | CONDITIONS, st.sampled_from([True, False, "unknown", None]))
def test_an_edition_survives_packing(when: Condition, met: Condition | None, inherits: Inherits) -> None:
    clause = Clause(
        "a",
        "scope",
        "1",
        "permits",
        "says",
        when,
        met,
        ("b",),
        inherits,
        "words",
        (("x", "y"), ("z", ("1", "2"))),
    )
    edition = Edition("id", "Name", "community", urls=("u",), notes=("n",), names=("m",), clauses=(clause,))
    assert unpack_edition(json.loads(json.dumps(pack_edition(edition)))) == edition


@pytest.mark.parametrize("summary", load_catalog().editions(), ids=lambda each: each.id)
def test_every_edition_of_the_catalog_is_compiled_under_its_id(summary: tuple[str, ...]) -> None:
    edition = load_catalog().edition(summary[0])
    assert edition is not None
    assert edition.id == summary[0]
    assert os.sep not in edition.id
