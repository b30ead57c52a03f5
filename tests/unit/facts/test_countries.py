from __future__ import annotations

import os

import pytest

from license_gate.facts.countries import COUNTRIES, MISTAKEN, UNIONS, expand, members


def test_there_are_249_countries() -> None:
    assert len(COUNTRIES) == 249
    assert {"NO", "SE", "DE", "GB", "US", "KR"} <= COUNTRIES
    assert "UK" not in COUNTRIES


def test_the_table_is_that_of_the_machine() -> None:
    path = "/usr/share/zoneinfo/iso3166.tab"
    if not os.path.exists(path):
        pytest.skip("no copy of the ISO 3166 table on this machine")
    with open(path, encoding="utf-8") as file:
        codes = {line.split("\t")[0] for line in file if not line.startswith("#")}
    assert codes == COUNTRIES


@pytest.mark.parametrize(
    ("union", "day", "count", "inside", "outside"),
    [
        ("EU", "2026-11-15", 27, "HR", "GB"),
        ("EU", "2020-02-01", 27, "FR", "GB"),
        ("EU", "2020-01-31", 28, "GB", "NO"),
        ("EU", "2013-06-30", 27, "GB", "HR"),
        ("EU", "", 27, "IE", "GB"),
        ("EEA", "2026-11-15", 30, "NO", "CH"),
        ("EEA", "2019-01-01", 31, "GB", "CH"),
    ],
)
def test_the_members_of_a_day(union: str, day: str, count: int, inside: str, outside: str) -> None:
    states = members(union, day)
    assert len(states) == count
    assert inside in states
    assert outside not in states
    assert states <= COUNTRIES


def test_unions_are_expanded_and_countries_stay() -> None:
    assert expand(("US", "EU"), "2026-11-15") == members("EU") | {"US"}
    assert expand(frozenset({"NO", "SE"})) == {"NO", "SE"}


def test_what_people_mistake_leads_to_a_code_that_exists() -> None:
    assert set(MISTAKEN.values()) <= COUNTRIES | UNIONS
    assert not set(MISTAKEN) & (COUNTRIES | UNIONS)
