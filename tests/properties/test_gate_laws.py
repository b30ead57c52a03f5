"""The laws of the gate as a whole: what more knowledge, less knowledge and a tighter policy may and may not do."""

from __future__ import annotations

import datetime as dt
import re
from itertools import permutations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from license_gate.commands.explain import explain
from license_gate.conditions.judge import Judgment
from license_gate.domain.answers import OUTCOMES, Truth
from license_gate.domain.manifest import Base, Declaration, Product, Target
from license_gate.domain.place import Place
from license_gate.domain.policy import Waiver
from license_gate.domain.verdict import Verdict
from license_gate.evaluate.evaluate import assess_all
from license_gate.report import formats
from license_gate.report.style import Style
from tests.properties.any_repository import (
    BUILTIN,
    CATALOG,
    DECLARATIONS,
    PLACE,
    RECORDS,
    TODAY,
    VALUES,
    WORDS,
    declarations,
    inputs,
    judge,
    policy,
    recorded,
    tightened,
)

LAW = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
NONE = policy("version: 1\nname: none\n")
# Facts that somebody is asked for. What is only ever recorded of one's own accord (a lawsuit, misconduct, what is
# shipped) is no part of the law: without the record the term is a general one or the duty an open one.
PLAIN = [fact for fact in VALUES if not WORDS.facts[fact].derived and WORDS.facts[fact].asked != "never"]
Key = tuple[str, str, str, str]


def truths(models: tuple[Declaration, ...], records: dict[str, str]) -> dict[Key, tuple[Truth, Truth | None]]:
    """What every judged clause comes to: its case, and whether its duty is fulfilled."""
    return {
        (assessment.declaration.model, str(part.claim.source.path), f"{ruling.edition.id}#{ruling.clause.id}", ruling.target): (
            ruling.when.truth,
            truth_of(ruling.met),
        )
        for assessment in assess_all(inputs(models, records, NONE))
        for part, ruling in assessment.rulings()
    }  # fmt: skip


def truth_of(judgment: Judgment | None) -> Truth | None:
    return judgment.truth if judgment else None


@given(models=DECLARATIONS, records=RECORDS, fact=st.sampled_from(PLAIN), data=st.data())
@LAW
def test_learning_a_fact_never_flips_an_answer(
    models: tuple[Declaration, ...], records: dict[str, str], fact: str, data: st.DataObject
) -> None:
    less = {name: value for name, value in records.items() if name != fact}
    more = {**less, fact: data.draw(st.sampled_from(VALUES[fact]))}
    recorded(more)
    before, after = truths(models, less), truths(models, more)
    for key in before.keys() & after.keys():  # candidates of one name are apart until they agree
        for old, new in zip(before[key], after[key], strict=True):
            assert old in (new, Truth.UNKNOWN), (key, old, new)


@given(models=DECLARATIONS, records=RECORDS, data=st.data())
@LAW
def test_forgetting_a_fact_never_opens_the_gate_under_strict(
    models: tuple[Declaration, ...], records: dict[str, str], data: st.DataObject
) -> None:
    known = [fact for fact in records if fact in PLAIN]
    assume(known)
    forgotten = data.draw(st.sampled_from(known))
    less = {name: value for name, value in records.items() if name != forgotten}
    if not judge(models, records, BUILTIN["strict"]).open:
        assert not judge(models, less, BUILTIN["strict"]).open


@given(models=DECLARATIONS, records=RECORDS, data=st.data(), name=st.sampled_from(("commercial", "research")))
@LAW
def test_forgetting_a_fact_opens_the_gate_only_with_a_line_that_names_it(
    models: tuple[Declaration, ...], records: dict[str, str], data: st.DataObject, name: str
) -> None:
    known = [fact for fact in records if fact in PLAIN]
    assume(known)
    forgotten = data.draw(st.sampled_from(known))
    less = {fact: value for fact, value in records.items() if fact != forgotten}
    after = judge(models, less, BUILTIN[name])
    if after.open and not judge(models, records, BUILTIN[name]).open:
        assert named(forgotten, after)


def named(fact: str, verdict: Verdict) -> bool:
    asked = any(question.fact == fact for question in verdict.questions)
    stated = fact == "use.fields" and bool(verdict.attestations)
    return asked or stated or any(
        fact in duty.because or (duty.status == "to-do" and WORDS.facts[fact].asked == "never")
        for model in verdict.models
        for duty in model.obligations
    )  # fmt: skip


@given(models=DECLARATIONS, records=RECORDS, name=st.sampled_from(sorted(BUILTIN)), data=st.data())
@LAW
def test_tightening_a_policy_never_opens_the_gate(
    models: tuple[Declaration, ...], records: dict[str, str], name: str, data: st.DataObject
) -> None:
    loose = judge(models, records, BUILTIN[name])
    tight = judge(models, records, tightened(BUILTIN[name], data))
    assert loose.open or not tight.open
    assert [model.outcome for model in loose.models] == [model.outcome for model in tight.models]


@given(
    models=DECLARATIONS,
    more=declarations("acme/one-more"),
    records=RECORDS,
    name=st.sampled_from(sorted(BUILTIN)),
)
@LAW
def test_adding_a_model_never_opens_the_gate(
    models: tuple[Declaration, ...], more: Declaration, records: dict[str, str], name: str
) -> None:
    fewer, all_ = judge(models, records, BUILTIN[name]), judge((*models, more), records, BUILTIN[name])
    assert fewer.open or not all_.open
    assert set(fewer.models) <= set(all_.models)


@given(
    text=st.one_of(
        st.text(min_size=1, max_size=40), st.from_regex(r"[a-z]{2,8}-[0-9]\.[0-9]", fullmatch=True)
    ),
    records=RECORDS,
)
@LAW
def test_a_license_that_nobody_knows_is_never_permissive(text: str, records: dict[str, str]) -> None:
    expression = CATALOG.expression(text)
    assume(getattr(expression, "editions", None) == ())
    assume(text.strip() not in ("", "ours"))
    model = Declaration("acme/plain", PLACE, license=text, uses=("internal",), from_scratch=True)
    verdict = judge([model], records, BUILTIN["commercial"])
    assert verdict.models[0].outcome == "undecided"
    assert verdict.models[0].openness not in ("open_model", "open_weights")
    assert not verdict.open


@given(models=DECLARATIONS, records=RECORDS, data=st.data(), name=st.sampled_from(sorted(BUILTIN)))
@LAW
def test_order_does_not_matter(
    models: tuple[Declaration, ...], records: dict[str, str], data: st.DataObject, name: str
) -> None:
    entries = recorded(records)
    mixed_entries = tuple(data.draw(st.permutations(entries)))
    mixed_models = tuple(data.draw(st.permutations(models)))
    rules = BUILTIN[name]
    mixed_rules = rules._replace(rules=tuple(data.draw(st.permutations(rules.rules))))
    one, other = judge(models, entries, rules), judge(mixed_models, mixed_entries, mixed_rules)
    assert set(one.models) == set(other.models)
    assert one.findings == other.findings
    assert one.questions == other.questions
    assert one.attestations == other.attestations


ATOMS = ("mit", "apache-2.0", "llama2", "cc-by-nc-4.0", "gpl-3.0", "mrl-0.1", "odd-1.0")
EXPRESSIONS = st.recursive(
    st.sampled_from(ATOMS),
    lambda parts: st.tuples(st.sampled_from(("OR", "AND")), st.lists(parts, min_size=2, max_size=3)).map(
        lambda pair: "(" + f" {pair[0]} ".join(pair[1]) + ")"
    ),
    max_leaves=6,
)


@given(text=EXPRESSIONS, records=RECORDS)
@LAW
def test_or_and_and_agree_with_brute_force(text: str, records: dict[str, str]) -> None:
    def outcome(license_: str) -> int:
        model = Declaration("acme/plain", PLACE, license=license_, uses=("serve",), from_scratch=True)
        return OUTCOMES.index(judge([model], records, NONE).models[0].outcome)

    ranks = {atom: outcome(atom) for atom in ATOMS if atom in text}
    assert outcome(text) == brute(text, ranks)


def brute(text: str, ranks: dict[str, int]) -> int:
    """The least of OR, the greatest of AND, innermost first."""
    for atom in sorted(ranks, key=len, reverse=True):
        text = text.replace(atom, str(ranks[atom]))
    while not text.isdigit():
        text = re.sub(r"\(([0-9](?: (?:OR|AND) [0-9])+)\)", lambda found: reduced(str(found[1])), text)
    return int(text)


def reduced(group: str) -> str:
    numbers: list[str] = re.findall(r"[0-9]", group)
    return min(numbers) if "OR" in group else max(numbers)


@given(models=DECLARATIONS, records=RECORDS, days=st.integers(1, 400))
@LAW
def test_an_expired_waiver_equals_no_waiver(
    models: tuple[Declaration, ...], records: dict[str, str], days: int
) -> None:
    ended = (TODAY - dt.timedelta(days=days)).isoformat()
    waivers = tuple(
        Waiver(f"W-{rule}", rule, (), "x", "y", ended, Place("p.yaml", 9, 1))
        for rule in ("within-license-terms", "license-known", "upstream-honest")
    )
    rules = BUILTIN["commercial"]
    without, with_ = judge(models, records, rules), judge(models, records, rules._replace(waivers=waivers))
    loud = [finding for finding in with_.findings if finding.code == "LG501"]
    assert len(loud) == len(waivers)
    assert not with_.open
    assert [finding for finding in with_.findings if finding.code != "LG501"] == list(without.findings)
    assert with_.models == without.models


@given(models=DECLARATIONS, records=RECORDS)
@LAW
def test_a_waiver_changes_levels_and_never_outcomes(
    models: tuple[Declaration, ...], records: dict[str, str]
) -> None:
    waiver = Waiver("W-1", "within-license-terms", (), "x", "y", TODAY.isoformat(), Place("p.yaml", 9, 1))
    rules = BUILTIN["commercial"]
    without, with_ = judge(models, records, rules), judge(models, records, rules._replace(waivers=(waiver,)))
    assert with_.models == without.models
    assert {finding._replace(waived_by="") for finding in with_.findings} == set(without.findings)
    assert without.open <= with_.open


NASTY = st.one_of(
    st.text(min_size=1, max_size=30),
    st.sampled_from(
        (
            "a\n::error::b",
            "\x1b[31mx",
            "x\u202ey",
            "a\rb",
            "%0A::add-mask::x",
            "<script>",
            "`|`",
            "\ud800",
            "\x00",
        )
    ),
)


@given(
    texts=st.lists(NASTY, min_size=7, max_size=7), records=RECORDS, form=st.sampled_from(formats.available())
)
@LAW
def test_no_text_of_a_manifest_crashes_the_gate_or_acts_through_a_report(
    texts: list[str], records: dict[str, str], form: str
) -> None:
    name, license_, revision, product, base, student, file = texts
    model = Declaration(
        name,
        Place(file, 3, 5),
        license=license_,
        revision=revision,
        uses=("serve", "train-on-outputs"),
        bases=(Base(base), Base("meta-llama/Llama-2-7b-hf")),
        targets=(Target(student),),
    )
    verdict = judge([model], records, BUILTIN["commercial"], products=(Product(product),))
    report = formats.load(form)(verdict, Style(verbose=True))
    for line in (
        *report.split("\n"),
        *explain([name], verdict, 100),
        *explain(["within-license-terms"], verdict, 100),
    ):
        assert line.isprintable(), ascii(line)
        ours = form == "github" and re.match(r"::(error|warning|notice) ", line)
        assert ours or not line.lstrip().startswith("::")


def test_all_orders_of_two_relations_drop_the_same_terms() -> None:
    """The path counts as a whole: what one step drops, no later step brings back."""
    for first, second in permutations(("finetune", "quantized", "merge"), 2):
        chain = Base("acme/between", first, "mit", (Base("meta-llama/Llama-2-7b-hf", second),))
        model = Declaration("acme/plain", PLACE, license="mit", uses=("serve",), bases=(chain,))
        verdict = judge([model], {"group.monthly_active_users": "{2023-06: 820M}"}, BUILTIN["commercial"])
        assert verdict.models[0].outcome == "needs-license"
