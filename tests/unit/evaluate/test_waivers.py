"""Which findings a waiver excuses, and until when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from license_gate.domain.place import Place
from license_gate.domain.policy import Waiver
from license_gate.domain.verdict import ClauseName, Explanation, Finding
from license_gate.evaluate.waivers import covers, waive

PLACE = Place("license-policy.yaml", 3, 5)
CLAUSE = ClauseName("llama2", "user-limit-1", "user-limit", "2", "", "Llama 2", "says")
FINDING = Finding(
    "LG301-1", "LG301", "within-license-terms", "web", "meta-llama/Llama-2-7b", "violated", "fail", "title",
    "legal", CLAUSE, (), None, Explanation("s", "violated"), (PLACE,), (),
)  # fmt: skip
WAIVER = Waiver(
    "W-1", "within-license-terms", ("meta-llama/*",), "r", "a", "2026-11-30", PLACE, clauses=("user-limit",)
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"models": ()}, True),
        ({"models": ("meta-llama/Llama-2-7b",)}, True),
        ({"models": ("acme/*",)}, False),
        ({"rule": "license-known"}, False),
        ({"clauses": ("user-limit-1",)}, True),
        ({"clauses": ("llama2#user-limit-1",)}, True),
        ({"clauses": ("llama3#user-limit-1",)}, False),
        ({"products": ("web",)}, True),
        ({"products": ("app",)}, False),
        ({"licenses": ("llama3",)}, False),
    ],
)
def test_a_waiver_covers_what_it_names(change: dict[str, Any], expected: bool) -> None:
    assert covers(WAIVER._replace(**change), FINDING) is expected


@pytest.mark.parametrize(
    ("day", "waived"), [("2026-11-29", "W-1"), ("2026-11-30", "W-1"), ("2026-12-01", "")]
)
def test_the_last_day_is_included(day: str, waived: str) -> None:
    (finding,) = waive([FINDING], [WAIVER], date.fromisoformat(day), {})
    assert finding.waived_by == waived


def test_a_waiver_changes_neither_answer_nor_level() -> None:
    (finding,) = waive([FINDING], [WAIVER], date(2026, 11, 1), {})
    assert (finding.answer, finding.level) == (FINDING.answer, FINDING.level)


@pytest.mark.parametrize(("declared", "waived"), [("aaaa", "W-1"), ("bbbb", ""), ("", "")])
def test_a_waiver_of_one_revision_holds_for_that_one_only(declared: str, waived: str) -> None:
    revisions = {("meta-llama/Llama-2-7b", "web"): declared}
    (finding,) = waive([FINDING], [WAIVER._replace(revision="aaaa")], date(2026, 11, 1), revisions)
    assert finding.waived_by == waived
