"""Which copy of a license a finding quotes, and which line of it."""

from __future__ import annotations

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.domain.license import Clause, Edition
from license_gate.domain.place import Place
from license_gate.domain.text import Difference, LicenseText
from license_gate.domain.verdict import ClauseName, Explanation, Finding, Quote, Step
from license_gate.evaluate.quotes import with_quotes

LIMIT = Clause(
    "limit", "user-limit", "2", "withholds", "says", locator="more than 5 million monthly active users"
)
SILENT = Clause("silent", "user-limit", "3", "withholds", "says", locator="words that are nowhere")
CATALOG = load_catalog().extended([Edition("heron-1", "Heron", "community", clauses=(LIMIT, SILENT))])
LINES = ("Heron", "", "  2. A service with **more than 5", "million** monthly active users asks first.")
COPY = LicenseText("w/LICENSE", "heron-1", lines=LINES)
EXPECTED = Quote("w/LICENSE", 3, "2. A service with **more than 5")


def finding(clause: str | None = "limit", *, model: str = "path:w", base: str = "") -> Finding:
    name = ClauseName("heron-1", clause, "user-limit", "2", "", "Heron", "says") if clause else None
    path = (Step(model), *((Step(base, "finetune"),) if base else ()))
    return Finding(
        "id", "LG301", "within-license-terms", "web", model, "violated", "fail", "title", "legal", name, path, None,
        Explanation("s", "violated"), (Place("models.yaml"),), (),
    )  # fmt: skip


def quote(row: Finding, **texts: LicenseText) -> Quote | None:
    beside = {f"path:{model}": (text,) for model, text in texts.items()}
    (found,) = with_quotes((row,), beside, CATALOG)
    assert found._replace(quote=None) == row
    return found.quote


def test_the_line_where_the_clause_begins() -> None:
    assert quote(finding(), w=COPY) == EXPECTED


@pytest.mark.parametrize("clause", ["silent", "gone", None])
def test_what_is_not_found_is_not_quoted(clause: str | None) -> None:
    assert quote(finding(clause), w=COPY) is None


def test_a_changed_copy_is_no_copy() -> None:
    changed = COPY._replace(differs_on=(Difference("user limit", ("5",), ("6",)),))
    assert quote(finding(), w=changed) is None
    assert quote(finding(), w=COPY._replace(license="wren")) is None
    assert quote(finding()) is None


def test_any_copy_at_hand_will_do_and_that_of_the_model_goes_first() -> None:
    other = COPY._replace(file="a/LICENSE")
    assert quote(finding(model="acme/hosted"), w=COPY) == EXPECTED
    assert quote(finding(), a=other, w=COPY) == EXPECTED
    assert quote(finding(model="path:a", base="path:w"), a=other, w=COPY) == EXPECTED


def test_of_a_long_line_what_stands_from_the_clause_on() -> None:
    line = (
        f"{'Whereas birds sing. ' * 20}A service with more than 5 million monthly active users {'asks ' * 99}"
    )
    found = quote(finding(), w=COPY._replace(lines=("", line)))
    assert found is not None
    assert found.line == 2
    assert found.text.startswith("...more than 5 million monthly active users asks")
    assert len(found.text) <= 250
