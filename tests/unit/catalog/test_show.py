from __future__ import annotations

import pytest

from license_gate.catalog.lookup import load_catalog
from license_gate.catalog.show import asked, facts_of, show
from license_gate.catalog.travel import cell, travels
from license_gate.domain.condition import Group, Leaf, Readings, Unclear
from license_gate.domain.license import Clause, Edition

CATALOG = load_catalog()
OURS = ("withholds", "bites", "attest", "Kleene", "locator", "fingerprint", "illegal")


def page(name: str, width: int = 110) -> str:
    edition = CATALOG.edition(name)
    assert edition is not None
    return show(edition, CATALOG, width)


@pytest.mark.parametrize("summary", CATALOG.editions(), ids=lambda each: each.id)
def test_every_page_fits_and_speaks_plainly(summary: tuple[str, ...]) -> None:
    text = page(summary[0])
    wide = [line for line in text.splitlines() if len(line) > 110 and " " in line.strip()]
    assert [line for line in wide if len(line.split()[-1]) < 60] == []
    assert [word for word in OURS if word in text] == []


def test_the_page_of_llama_2_tells_what_decides() -> None:
    text = page("llama2")
    assert "2: user limit (needs a license of its own; user-limit)" in text
    assert "above 700,000,000" in text
    assert "except    1.b.ii: the user limit does not apply" in text
    assert "file      Notice" in text
    assert "group.monthly_active_users (finance)" in text
    assert "read and encoded on 2026-11-24" in text


def test_a_license_known_by_name_says_that_nothing_is_known() -> None:
    text = page("qwen-research")
    assert "known by name only" in text
    assert "OSI" not in text


def test_an_own_entry_says_whose_it_is_and_cannot_break_the_terminal() -> None:
    clause = Clause("scope", "scope", "1", "permits", "anything\x1b[31m goes")
    edition = Edition(
        "acme", "Acme\u202eLicense", "community", source="licenses/acme.yaml", clauses=(clause,)
    )
    text = show(edition, CATALOG)
    assert "licenses/acme.yaml, your organization's own entry" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_facts_of_a_condition_are_named_once() -> None:
    first, second = Leaf("use.commercial", "holds", value=True), Leaf("use.payment", "holds", value=True)
    condition = Group((Unclear("why", first), Readings((first, second))), (), (second,))
    assert facts_of(condition) == ("use.commercial", "use.payment")
    assert facts_of(None) == ()


def test_only_what_people_can_answer_is_asked() -> None:
    edition = CATALOG.edition("llama3.1")
    assert edition is not None
    questions = asked(edition, CATALOG)
    assert "group.monthly_active_users" in questions
    assert "use.misconduct" not in questions
    assert "distribution.includes" not in questions


def test_what_a_clause_says_of_itself_beats_the_table() -> None:
    clause = Clause("a", "output-training", "1", "prohibits", "no")
    assert cell(clause, "distill-weights", CATALOG) == "U"
    assert cell(clause._replace(inherits=True), "distill-weights", CATALOG) == "I"
    assert cell(clause._replace(inherits=False), "finetune", CATALOG) == "N"
    assert cell(clause._replace(inherits="unknown"), "finetune", CATALOG) == "U"
    assert cell(clause._replace(inherits=True), "architecture-only", CATALOG) == "N"


def test_nothing_travels_from_a_license_that_asks_nothing() -> None:
    assert travels(Edition("acme", "Acme", "permissive"), CATALOG) == {}
