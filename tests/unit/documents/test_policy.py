from __future__ import annotations

import pytest

from license_gate.domain.condition import Leaf
from license_gate.domain.manifest import Base
from license_gate.domain.policy import Expect, Rule, Selector
from tests.unit.documents.asking import policy

SIGNED = "reason: r, approved_by: a, until: 2026-12-31"
AGREED = "reference: c, reason: r, approved_by: a"


def rule(text: str) -> Rule:
    document, problems = policy(f"rules:\n  mine: {text}\n")
    assert problems == []
    return document.policy.rules[0]


def problems_of(text: str) -> list[str]:
    return policy(text)[1]


def test_a_built_in_rule_takes_level_and_words() -> None:
    text = "{level: warn, because: b, fix: f, contact: legal@, from: 2027-01-01, repositories: [a/*]}"
    read = policy(f"rules: {{license-known: {text}}}")[0].policy.rules[0]
    assert (read.form, read.level, read.because, read.fix) == ("", "warn", "b", "f")
    assert (read.contact, read.since, read.repositories) == ("legal@", "2027-01-01", ("a/*",))


def test_a_rule_without_level_fails_the_gate() -> None:
    assert rule("{forbid: {category: rail}}").level == "fail"


def test_selector_keys_are_anded_scalar_or_list() -> None:
    text = "{forbid: {category: [rail, community], relation: adapter, clause: 'llama2#user-limit'}}"
    assert rule(text).selector == Selector(
        (
            ("category", ("rail", "community")),
            ("clause", ("llama2#user-limit",)),
            ("relation", ("adapter-runtime",)),
        )
    )


def test_a_condition_is_parsed() -> None:
    read = rule("{forbid: {category: rail}, when: {fact: use.commercial, is: true}}")
    assert read.when == Leaf("use.commercial", "is", value=True)


def test_only_strict_values_are_assumed() -> None:
    document, problems = policy("assume: {use.commercial: true, use.received_as: weights}")
    assert problems == []
    assert [(entry.fact, entry.value, entry.origin) for entry in document.policy.assume] == [
        ("use.commercial", True, "assumed"),
        ("use.received_as", "weights", "assumed"),
    ]


def test_a_test_describes_a_situation_like_a_manifest() -> None:
    text = """
    tests:
      - name: all keys
        given:
          license: llama2
          model: a/b
          base: [{model: c/d, relation: merge}]
          uses: [serve, distill]
          product: chat
          targets: [{model: e/f, kind: classifier}]
          facts: {group.monthly_active_users: {2023-06: 820M}, lineage.kinds: [user-limit]}
          today: 2026-11-15
        expect: {outcome: prohibited, clause: user-limit, exit_code: 1, codes: [LG301]}
    """
    document, problems = policy(text)
    assert problems == []
    test = document.policy.tests[0]
    assert [base._replace(place=Base("").place) for base in test.given.bases] == [Base("c/d", "merge")]
    assert (test.given.uses, test.given.product) == (("serve", "distill"), "chat")
    assert [target.model for target in test.given.targets] == ["e/f"]
    assert len(test.given.facts) == 2
    assert test.expect == Expect("prohibited", "user-limit", 1, ("LG301",))


def test_a_test_serves_unless_it_says_otherwise_and_may_expect_no_code_at_all() -> None:
    text = "tests: [{name: n, given: {license: mit}, expect: {codes: []}}]"
    test = policy(text)[0].policy.tests[0]
    assert (test.given.uses, test.expect) == (("serve",), Expect(codes=()))


def test_cells_of_the_inheritance_table_may_be_set_by_alias() -> None:
    document, problems = policy("inheritance: {distilled: {use-policy: I, scale-cap: N}}")
    assert problems == []
    assert document.policy.inheritance == (
        ("distill-weights", "use-policy", "I"),
        ("distill-weights", "scale-cap", "N"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules: {within-licence-terms: {level: fail}}", "did you mean 'within-license-terms'?"),
        ("rules: {mine: {level: fail}}", "'mine' is no built-in rule, so it needs 'forbid:' or 'allow:'"),
        ("rules: {mine: {forbid: {category: rail}, allow: {category: rail}}}", "either 'forbid:' or 'allow:'"),
        ("rules: {license-known: {forbid: {category: rail}}}", "unknown key in rule license-known: 'forbid'"),
        ("rules: {license-known: {level: error}}", "unknown level 'error'; it is one of: note, warn, fail"),
        ("rules: {mine: {forbid: {}}}", "'forbid:' selects nothing"),
        ("rules: {mine: {forbid: {categry: rail}}}", "unknown key in forbid: 'categry'; did you mean 'category'?"),
        ("rules: {mine: {forbid: {category: rial}}}", "unknown category 'rial'; did you mean 'rail'?"),
        ("rules: {mine: {forbid: {license: llama-2}}}", "unknown license 'llama-2'; did you mean 'llama2'?"),
        ("rules: {mine: {forbid: {clause: user-limt}}}", "unknown clause 'user-limt'; did you mean 'user-limit'?"),
        ("rules: {mine: {forbid: {clause: 'llama2#user-limt'}}}", "unknown clause of 'llama2' 'user-limt'"),
        ("rules: {mine: {forbid: {clause: 'llama9#x'}}}", "unknown license 'llama9'"),
        ("rules: {mine: {forbid: {openness: open}}}", "unknown openness 'open'"),
        ("rules: {mine: {forbid: {evidence: tags}}}", "unknown evidence 'tags'; did you mean 'tag'?"),
        ("rules: {mine: {forbid: {category: []}}}", "'category:' is an empty list"),
        ("rules: {mine: {forbid: {category: rail}, when: {fact: use.comercial}}}", "use.commercial"),
        ("rules: {mine: {forbid: {category: rail}, from: soon}}", "'soon' is not a day of the calendar"),
        ("on_unknown: {facts: fail}", "unknown key in on_unknown: 'facts'; did you mean 'fact'?"),
        ("on_unknown: {fact: block}", "unknown level 'block'"),
        ("assume: {use.commercial: false}", "'use.commercial' can be assumed only as true: record it instead"),
        ("assume: {use.fields: []}", "'use.fields' can be assumed not at all: record it instead"),
        ("assume: {use.comercial: true}", "unknown fact 'use.comercial'; did you mean 'use.commercial'?"),
        (f"agreements: [{{id: A, with: mta, licenses: llama2, clauses: user-limit, {AGREED}}}]", "unknown licensor"),
        (f"agreements: [{{id: A, with: meta, licenses: llama2, clauses: x, {AGREED}}}]", "unknown clause 'x'"),
        (f"agreements: [{{with: meta, licenses: llama2, clauses: user-limit, {AGREED}}}]", "an agreement needs 'id:'"),
        ("choices: [{model: a/b, given: MIT OR X, choose: Y}]", "'Y' is not one of the licenses that 'given:' offers"),
        (f"waivers: [{{id: W, rule: within-license-terms, {SIGNED}}}]", "must name its 'clauses:'"),
        ("waivers: [{id: W, rule: license-known, reason: r, approved_by: a}]", "a waiver needs 'until:'"),
        ("waivers: [{id: W, rule: license-known, reason: r, approved_by: a, until: 2026-02-30}]", "'2026-02-30'"),
        ("loosen: [{to: warn, reason: r, approved_by: a}]", "exactly one of 'rule:' or 'on_unknown:' is needed"),
        ("inheritance: {fintune: {use-policy: I}}", "unknown relation 'fintune'; did you mean 'finetune'?"),
        ("inheritance: {finetune: {use-polcy: I}}", "unknown column 'use-polcy'; did you mean 'use-policy'?"),
        ("inheritance: {finetune: {use-policy: Y}}", "unknown cell 'Y'; it is one of: I, N, U, C, X"),
        ("grace_days: -3", "'-3' is not a whole number from 0 to 9999"),
        ("extends: https://example.org/p.yaml", "cannot be fetched here"),
        ("extends: /etc/p.yaml", "must be a relative path"),
        ("tests: [{name: n, given: {uses: [serve]}, expect: {exit_code: 0}}]", "'given:' needs 'license:' or 'model:'"),
        ("tests: [{name: n, given: {license: mit}, expect: {}}]", "'expect:' is empty"),
        ("tests: [{name: n, given: {license: mit}, expect: {outcome: ok}}]", "unknown outcome 'ok'"),
        ("tests: [{name: n, given: {license: mit}, expect: {exit_code: 3}}]", "'3' is not 0 (open) or 1 (closed)"),
        ("tests: [{name: n, given: {license: mit}, expect: {codes: [X1]}}]", "'X1' is not a code of a finding"),
        ("tests: [{name: n, given: {license: mit}}]", "a test needs 'expect:'"),
        ("agrements: []", "unknown key in a policy: 'agrements'; did you mean 'agreements'?"),
    ],
)  # fmt: skip
def test_a_mistake_is_said_with_what_to_write(text: str, said: str) -> None:
    problems = problems_of(text)
    assert len(problems) == 1, problems
    assert said in problems[0]


def test_an_id_is_used_once() -> None:
    waiver = f"{{id: W, rule: license-known, {SIGNED}}}"
    assert problems_of(f"waivers:\n  - {waiver}\n  - {waiver}\n") == [
        "4:5: waiver 'W' is already written at f.yaml:3:5"
    ]
