from __future__ import annotations

import pytest

from license_gate.domain.verdict import Verdict
from license_gate.report.style import Style, lines_of
from license_gate.report.text import render
from tests.unit.report import verdicts

STYLE = Style(line=lines_of(verdicts.FILES))


def test_the_line_in_the_users_file_is_quoted_with_the_name_underlined() -> None:
    printed = render(verdicts.closed(), STYLE)
    assert "    6 |   - model: acme/support-7b\n      |            ^^^^^^^^^^^^^^^\n" in printed


def test_an_empty_repository_gets_one_line() -> None:
    assert render(verdicts.empty(), STYLE).count("\n") == 1


def test_what_could_not_be_read_is_said_even_where_nothing_was_found() -> None:
    printed = render(Verdict(verdicts.RUN, skipped=verdicts.obligations().skipped), STYLE)
    assert "data/huge.yaml   larger than 4 MiB" in printed
    assert "1 skipped" in printed


def test_one_fact_that_decides_two_models_is_one_block() -> None:
    printed = render(verdicts.undecided(), STYLE)
    assert printed.count("error[") == 1
    assert "models.yaml:3" in printed
    assert "models.yaml:6" in printed
    assert "2 errors" in printed


def test_forty_violations_stay_readable_and_none_is_lost() -> None:
    printed = render(verdicts.forty(), STYLE)
    assert printed.count("error[") == 40
    assert printed.count("  verdict ") == 10
    assert "gate closed (fail): 40 errors; 40 models" in printed
    assert "and 28 more: 28 needs-license" in printed
    assert len(printed.splitlines()) < 180


def test_verbose_lifts_the_caps() -> None:
    printed = render(verdicts.forty(), STYLE._replace(verbose=True))
    assert printed.count("  verdict ") == 40
    assert "more" not in printed.split("models\n")[-1]


def test_notes_are_counted_and_shown_on_request() -> None:
    finding = verdicts.over_the_limit(level="note")
    verdict = verdicts.closed()._replace(findings=(finding,))
    assert "note[" not in render(verdict, STYLE)
    assert "gate open (pass): 1 note;" in render(verdict, STYLE)
    assert "note[LG301 user-limit]" in render(verdict, STYLE._replace(verbose=True))


def test_a_waived_finding_stands_apart_and_opens_the_gate() -> None:
    printed = render(verdicts.waived(), STYLE)
    assert "error[" not in printed
    assert "  W-12   LG301 user-limit   chat-web needs" in printed
    assert "gate open (pass): 1 waived" in printed


def test_fields_that_nobody_stated_are_one_line_per_product() -> None:
    printed = render(verdicts.obligations(), STYLE)
    assert printed.count("record use.fields") == 1
    assert "obligations, fields of use not stated" in printed


def test_waived_fields_are_not_asked_for() -> None:
    verdict = verdicts.obligations()
    fields, lock = verdict.findings
    printed = render(verdict._replace(findings=(fields._replace(waived_by="W-1"), lock)), STYLE)
    assert "record use.fields" not in printed


@pytest.mark.parametrize("count", [1, 3])
def test_models_that_are_not_locked_are_one_line(count: int) -> None:
    lock = verdicts.obligations().findings[1]
    rows = tuple(lock._replace(id=f"lock/{n}", model=f"org/m{n}") for n in range(count))
    printed = render(verdicts.closed()._replace(findings=rows), STYLE)
    assert printed.count("not locked") == 1
    assert f"{count} model{'s' if count > 1 else ''} not locked: license-gate lock" in printed


def test_exit_zero_is_said() -> None:
    assert "(exit code 0: --exit-zero)" in render(verdicts.closed(), STYLE._replace(exit_zero=True))


def test_color_only_where_it_is_wanted() -> None:
    assert "\x1b" not in render(verdicts.closed(), STYLE)
    assert "\x1b[1;31merror[LG301 user-limit]\x1b[0m" in render(verdicts.closed(), STYLE._replace(color=True))


def test_a_statement_that_repeats_the_term_gives_way_to_the_part_that_decided() -> None:
    finding = verdicts.understated().findings[1]
    assert finding.clause
    repeated = finding.explanation._replace(
        statement=f"{finding.clause.name}, section {finding.clause.section}: {finding.clause.says}"
    )
    verdict = verdicts.understated()._replace(findings=(finding._replace(explanation=repeated),))
    assert "  verdict   violated: use.acts includes train-on-outputs" in render(verdict, STYLE)


def test_the_order_is_worst_first() -> None:
    warning = verdicts.over_the_limit(name="a/first", level="warn")
    verdict = verdicts.closed()._replace(findings=(warning, *verdicts.closed().findings))
    printed = render(verdict, STYLE)
    assert printed.index("error[") < printed.index("warning[")
