"""The laws of runs in which less than everything counts."""

from __future__ import annotations

import datetime as dt

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from license_gate.domain.answers import LEVELS
from license_gate.domain.baseline import Baseline, Debt
from license_gate.domain.policy import Policy
from license_gate.domain.verdict import Finding, Verdict
from license_gate.evaluate.baseline import excuse
from license_gate.evaluate.left import answerers, leave_to_ci
from license_gate.evaluate.new import only_new
from license_gate.report.blocks import count, group
from tests.properties.any_verdict import MAKERS, Maker

LAW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
TODAY = dt.date(2026, 11, 15)
NAMES = st.lists(st.sampled_from("abcdef"), min_size=0, max_size=6, unique=True)
POLICY = Policy("", "")


def verdict_of(maker: Maker, names: list[str]) -> Verdict:
    """A verdict whose findings have these ids, as if nothing had been narrowed yet."""
    findings = tuple(maker.finding()._replace(id=name, new=True, left=False, question=None) for name in names)
    return maker.verdict()._replace(findings=findings)


def closing(verdict: Verdict) -> set[str]:
    return {each.id for each in verdict.findings if each.level == "fail" and not each.excused}


@given(maker=MAKERS, names=NAMES)
@LAW
def test_nothing_is_new_in_a_tree_against_itself(maker: Maker, names: list[str]) -> None:
    verdict = verdict_of(maker, names)
    assert only_new(verdict, verdict).open
    assert all(not each.new for each in only_new(verdict, verdict).findings)


@given(maker=MAKERS, now=NAMES, then=NAMES)
@LAW
def test_what_was_not_there_closes_as_before(maker: Maker, now: list[str], then: list[str]) -> None:
    verdict, before = verdict_of(maker, now), verdict_of(maker, then)
    narrowed = only_new(verdict, before)
    known = {name for each in before.findings for name in (each.id, *each.formerly)}
    unknown = {each.id for each in verdict.findings if not known.intersection((each.id, *each.formerly))}
    assert closing(verdict) & unknown <= closing(narrowed) <= closing(verdict)
    assert closing(only_new(verdict, None)) == closing(verdict)
    assert sorted(each.id for each in narrowed.findings) == sorted(now)


@given(maker=MAKERS, now=NAMES, then=NAMES, dropped=st.integers(0, 5))
@LAW
def test_an_older_tree_with_less_wrong_excuses_less(
    maker: Maker, now: list[str], then: list[str], dropped: int
) -> None:
    verdict, before = verdict_of(maker, now), verdict_of(maker, then)
    cleaner = before._replace(findings=before.findings[dropped:])
    assert closing(only_new(verdict, before)) <= closing(only_new(verdict, cleaner))


@given(maker=MAKERS, names=NAMES)
@LAW
def test_only_doubts_of_others_are_left_to_ci(maker: Maker, names: list[str]) -> None:
    verdict = verdict_of(maker, names)
    left = leave_to_ci(verdict)
    for each in left.findings:
        if each.left:
            assert each.answer == "unknown"
            assert "developer" not in answerers(each, verdict)
    assert closing(left) == closing(verdict) - {each.id for each in left.findings if each.left}


@given(maker=MAKERS, names=NAMES, listed=NAMES, days=st.integers(-3, 3))
@LAW
def test_a_baseline_excuses_what_it_lists_until_its_day(
    maker: Maker, names: list[str], listed: list[str], days: int
) -> None:
    verdict = verdict_of(maker, names)
    until = (TODAY + dt.timedelta(days)).isoformat()
    baseline = Baseline("f", until, "r", "", tuple(Debt(name, "violated") for name in listed))
    excused = verdict._replace(findings=excuse(verdict.findings, baseline, POLICY, TODAY))
    gone = closing(verdict) - closing(excused)
    assert gone <= set(listed) | {each.id for each in verdict.findings if set(each.formerly) & set(listed)}
    if days < 0:
        assert gone == set()


@given(maker=MAKERS, now=NAMES, then=NAMES)
@LAW
def test_every_finding_is_counted_once_and_printed_once(
    maker: Maker, now: list[str], then: list[str]
) -> None:
    verdict = leave_to_ci(only_new(verdict_of(maker, now), verdict_of(maker, then)))
    assert sum(count(verdict)) == len(verdict.findings)
    groups = group(verdict)
    assert all(not each.excused for block in groups.blocks + groups.notes for each in block.findings)
    aside = (*groups.waived, *groups.older, *groups.left)
    assert sorted(each.id for each in aside) == sorted(each.id for each in verdict.findings if each.excused)


def test_what_became_worse_is_new() -> None:
    before = Finding("a", "c", "r", "", "", "unknown", "warn", "", "", None, (), None, None, (), ())  # type: ignore[arg-type]
    same = Verdict(None, findings=(before,))  # type: ignore[arg-type]
    worse = (
        before._replace(answer="violated"),
        before._replace(level="fail"),
    )
    for each in worse:
        assert only_new(same._replace(findings=(each,)), same).findings[0].new
    waived = same._replace(findings=(before._replace(waived_by="W-1"),))
    assert only_new(same, waived).findings[0].new
    assert not only_new(waived, waived).findings[0].new
    renamed = before._replace(id="b", formerly=("a",))
    assert not only_new(same._replace(findings=(renamed,)), same).findings[0].new
    assert LEVELS.index("warn") < LEVELS.index("fail")
