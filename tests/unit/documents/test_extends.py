from __future__ import annotations

import pytest

from license_gate.domain.policy import Policy
from tests.unit.documents.asking import merged

PARENT = """
name: floor
on_unknown: {fact: fail, lineage: warn, lock: note}
rules:
  license-known: {level: fail}
  no-rail:
    forbid: {category: [rail, community]}
    when: {fact: use.commercial}
    level: warn
    repositories: [a/*]
  only-open: {allow: {category: [permissive, rail]}, level: fail}
grace_days: 5
"""
LOOSEN = "reason: r, approved_by: a"


def child(text: str, today: str = "2026-11-15") -> tuple[Policy, list[str]]:
    return merged({"child.yaml": f"extends: floor.yaml\n{text}", "floor.yaml": PARENT}, today)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "rules: {license-known: {level: fail, because: ours}}",
        "rules: {no-rail: {forbid: {category: [rail, community]}, level: fail}}",
        "rules: {no-rail: {forbid: {category: [rail, community, copyleft]}, level: warn}}",
        "rules: {no-rail: {forbid: {category: [rail, community]}, when: {fact: use.commercial}, level: warn}}",
        "rules: {no-rail: {forbid: {category: [rail, community]}, level: warn, repositories: [a/*, b/*]}}",
        "rules: {only-open: {allow: {category: permissive}, level: fail}}",
        "rules: {only-open: {allow: {category: permissive, publisher: acme}, level: fail}}",
        "rules: {mine: {forbid: {category: copyleft}, level: note}}",
        "on_unknown: {lineage: fail, lock: note}",
        "grace_days: 0",
    ],
)
def test_a_child_may_be_as_tight_or_tighter(text: str) -> None:
    assert child(text)[1] == []


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("{license-known: {level: warn}}", "its level falls from fail to warn"),
        ("{no-rail: {forbid: {category: rail}, level: warn}}", "'forbid:' reaches less"),
        ("{no-rail: {forbid: {category: [rail, community], publisher: x}, level: warn}}", "'forbid:' reaches less"),
        ("{no-rail: {allow: {category: [rail, community]}, level: warn}}", "'allow:' reaches less"),
        ("{no-rail: {forbid: {category: [rail, community]}, when: {fact: product.for_minors}, level: fail}}",
         "'when:' is added or changed"),
        ("{no-rail: {forbid: {category: [rail, community]}, level: warn, repositories: [b/*]}}",
         "'repositories:' leaves some out"),
        ("{license-known: {level: fail, repositories: [b/*]}}", "'repositories:' leaves some out"),
        ("{license-known: {level: fail, from: 2027-01-01}}", "'from:' is later"),
        ("{only-open: {allow: {category: [permissive, rail, community]}, level: fail}}", "'allow:' reaches less"),
    ],
)  # fmt: skip
def test_a_looser_rule_is_a_mistake_that_names_the_parents_line(text: str, way: str) -> None:
    problems = child(f"rules:\n  {text[1:-1]}\n")[1]
    assert len(problems) == 1, problems
    assert problems[0].startswith("child.yaml:4:3: rule ")
    assert "is looser than at floor.yaml:" in problems[0]
    assert way in problems[0]


def test_a_loosened_rule_is_followed_until_its_last_day() -> None:
    text = (
        f"rules: {{license-known: {{level: warn}}}}\n"
        f"loosen: [{{rule: license-known, to: warn, until: 2026-12-31, {LOOSEN}}}]"
    )
    for today, level in (("2026-12-31", "warn"), ("2027-01-01", "fail")):
        policy, problems = child(text, today)
        assert problems == []
        assert {rule.name: rule.level for rule in policy.rules}["license-known"] == level
        assert [entry.subject for entry in policy.loosened] == ["license-known"]


def test_an_entry_must_say_the_level_that_the_rule_has() -> None:
    text = f"rules: {{license-known: {{level: note}}}}\nloosen: [{{rule: license-known, to: warn, {LOOSEN}}}]"
    assert child(text)[1] == ["child.yaml:4:10: this entry allows level warn, but the rule says note"]


def test_an_entry_for_a_rule_that_nobody_has_is_a_mistake() -> None:
    assert child(f"loosen: [{{rule: licence-known, to: warn, {LOOSEN}}}]")[1] == [
        "child.yaml:3:10: unknown rule of floor.yaml 'licence-known'; did you mean 'license-known'?"
    ]


def test_a_class_of_ignorance_falls_only_with_an_entry() -> None:
    assert child("on_unknown: {fact: warn}")[1] == [
        (
            "child.yaml:3:14: on_unknown.fact falls from fail (floor.yaml) to warn: "
            "add an entry for it under 'loosen:'"
        )
    ]
    policy, problems = child(
        f"on_unknown: {{fact: warn}}\nloosen: [{{on_unknown: fact, to: warn, {LOOSEN}}}]"
    )
    assert problems == []
    assert policy.unknown_level("fact") == "warn"


def test_what_a_parent_leaves_out_fails_and_so_cannot_silently_fall() -> None:
    assert "on_unknown.text falls from fail" in child("on_unknown: {text: warn}")[1][0]


def test_more_days_of_grace_are_a_loosening() -> None:
    assert child("grace_days: 6")[1] == [
        "child.yaml:3:13: grace_days rises from 5 (floor.yaml) to 6: add 'on_unknown: late' under 'loosen:'"
    ]


def test_rules_of_the_parent_hold_on_and_new_ones_join() -> None:
    policy, _ = child("rules: {mine: {forbid: {category: copyleft}}}\nname: own")
    assert [rule.name for rule in policy.rules] == ["license-known", "no-rail", "only-open", "mine"]
    assert (policy.name, policy.grace_days, policy.unknown_level("lineage")) == ("own", 5, "warn")


def test_policies_that_extend_each_other_are_a_mistake() -> None:
    texts = {"a.yaml": "extends: b.yaml", "b.yaml": "extends: c.yaml", "c.yaml": "extends: a.yaml"}
    assert merged(texts)[1] == [
        "c.yaml:2:10: policies extend each other in a circle: a.yaml -> b.yaml -> c.yaml -> a.yaml"
    ]
    assert "in a circle: a.yaml -> a.yaml" in merged({"a.yaml": "extends: a.yaml"})[1][0]


def test_of_two_parents_the_tighter_rule_holds() -> None:
    texts = {
        "child.yaml": "extends: [one.yaml, two.yaml]",
        "one.yaml": "rules: {license-known: {level: warn}}\non_unknown: {fact: warn}\ngrace_days: 9",
        "two.yaml": "rules: {license-known: {level: fail}}\non_unknown: {fact: note}\ngrace_days: 3",
    }
    policy, problems = merged(texts)
    assert problems == []
    assert (policy.rules[0].level, policy.unknown_level("fact"), policy.grace_days) == ("fail", "warn", 3)


def test_two_parents_that_cannot_be_compared_are_a_mistake() -> None:
    texts = {
        "child.yaml": "extends: [one.yaml, two.yaml]",
        "one.yaml": "rules: {r: {forbid: {category: rail}}}",
        "two.yaml": "rules: {r: {forbid: {category: community}}}",
    }
    assert merged(texts)[1] == [
        (
            "child.yaml:1:1: rule 'r' differs between one.yaml:2:9 and two.yaml:2:9, and neither is the tighter: "
            "extend one of the two"
        )
    ]


def test_a_waiver_may_be_of_a_rule_of_the_parent_but_of_no_unknown_one() -> None:
    signed = "reason: r, approved_by: a, until: 2026-12-31"
    assert child(f"waivers: [{{id: W, rule: no-rail, {signed}}}]")[1] == []
    assert child(f"waivers: [{{id: W, rule: no-rial, {signed}}}]")[1] == [
        "child.yaml:3:11: unknown rule 'no-rial'; did you mean 'no-rail'?"
    ]


def test_a_cell_that_a_parent_sets_stays_set() -> None:
    texts = {
        "child.yaml": "extends: floor.yaml\ninheritance: {finetune: {scale-cap: N}}",
        "floor.yaml": "inheritance: {finetune: {scale-cap: I}}",
    }
    policy, problems = merged(texts)
    assert problems == ["child.yaml:1:1: inheritance of scale-cap by finetune is already set by floor.yaml"]
    assert policy.inheritance == (("finetune", "scale-cap", "I"),)
