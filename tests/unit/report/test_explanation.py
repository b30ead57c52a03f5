from __future__ import annotations

from license_gate.report.explanation import tree
from tests.unit.report import verdicts


def test_each_part_has_its_answer_its_facts_and_their_sources() -> None:
    lines = tree(verdicts.closed().findings[0].explanation).splitlines()
    assert lines == [
        "violated  and no agreement with Meta covers it",
        "  fact    group.monthly_active_users at 2023-06 = 820,000,000 (facts.yaml:6, recorded by growth@)",
    ]
