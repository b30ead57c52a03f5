"""Whatever strangers write, no report lets it act: not on a terminal, not on a runner, not on a page."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from license_gate.domain.place import Place, Problem
from license_gate.domain.verdict import Explanation
from license_gate.report import escape, formats
from license_gate.report.explanation import tree
from license_gate.report.json import problems
from license_gate.report.style import Style
from tests.properties.any_verdict import EXPLANATIONS, MAKERS, TEXTS, Maker

FORMATS = formats.available()
COMMAND_OF_OURS = re.compile(r"::(error|warning|notice) [^\n]*::[^\n]*")
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def assert_harmless(report: str) -> None:
    """No control character but the line feed, nothing invisible, no command of GitHub's runner."""
    for line in report.split("\n"):
        assert line.isprintable(), ascii(line)
        assert not line.lstrip().startswith("::"), line
        assert "##[" not in line, line


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "github"])
@given(maker=MAKERS, verbose=st.booleans(), quoted=TEXTS)
@QUIET
def test_no_text_acts_through_a_report(name: str, maker: Maker, *, verbose: bool, quoted: str) -> None:
    verdict = maker.verdict()
    style = Style(verbose=verbose, line=lambda _place: quoted)
    assert_harmless(formats.load(name)(verdict, style))


@given(maker=MAKERS, verbose=st.booleans())
@QUIET
def test_annotations_hold_only_commands_of_ours(maker: Maker, *, verbose: bool) -> None:
    verdict = maker.verdict()
    *commands, last, end = formats.load("github")(verdict, Style(verbose=verbose)).split("\n")
    assert end == ""
    assert len(commands) <= 11
    assert_harmless(last)
    for command in commands:
        assert command.isprintable()
        assert COMMAND_OF_OURS.fullmatch(command)
        assert command.count("::") == 2
        assert "##[" not in command


@given(maker=MAKERS)
@QUIET
def test_a_page_gets_no_markup_but_ours(maker: Maker) -> None:
    """Outside of code spans there is no tag, image or link that a stranger wrote, and tables keep their shape."""
    verdict = maker.verdict()
    for line in formats.load("markdown")(verdict, Style(verbose=True)).split("\n"):
        # As a page reads it, from left to right: an escaped character, a code span, a link of ours.
        read = re.sub(r"(\\[!-/:-@\[-`{-~])|`[^`]*`|\]\(https://[^)]*\)", r"\1", line)
        assert "://" not in read, line
        bare = re.sub(r"\\[!-/:-@\[-`{-~]|`[^`]*`", "", line)
        if bare.startswith("| "):
            assert bare.count("|") == 5, line
        assert "www." not in bare
        bare = re.sub(r"^<sub>|</sub>$|<br>|^- \[[ x]\] ", "", bare)
        assert not set(bare) & set("<>[]`$"), line
        assert not re.search(r"@\w", bare), line


@given(maker=MAKERS)
@QUIET
def test_color_is_the_only_escape_sequence(maker: Maker) -> None:
    verdict = maker.verdict()
    colored = formats.load("text")(verdict, Style(color=True))
    plain = re.sub("\x1b\\[[0-9;]+m", "", colored)
    assert_harmless(plain)
    assert plain == formats.load("text")(verdict, Style())


@given(maker=MAKERS, width=st.integers(60, 200))
@QUIET
def test_the_text_report_keeps_to_its_width(maker: Maker, width: int) -> None:
    verdict = maker.verdict()
    report = formats.load("text")(verdict, Style(width=width))
    for line in report.split("\n"):
        assert line == line.rstrip()
        # A hostile name that ends in a colon makes `::` only where it meets a line number: escaped last.
        assert len(line) <= width + 3 * line.count("\\x3a")


@given(maker=MAKERS)
@QUIET
def test_the_order_of_findings_changes_no_block(maker: Maker) -> None:
    verdict = maker.verdict()
    distinct = {finding.id: finding for finding in verdict.findings}.values()
    one = verdict._replace(findings=tuple(distinct))
    other = verdict._replace(findings=tuple(reversed(tuple(distinct))))
    render = formats.load("text")
    assert render(one, Style()) == render(other, Style())


@given(explanation=EXPLANATIONS)
@QUIET
def test_no_text_acts_through_a_proof(explanation: Explanation) -> None:
    assert_harmless(tree(explanation))


def test_a_deep_proof_is_printed() -> None:
    node = Explanation("leaf", "unknown")
    for _ in range(5000):
        node = Explanation("inner", "unknown", because=(node,))
    assert tree(node).count("inner") == 5000


@given(text=TEXTS)
@QUIET
def test_problems_survive_as_json(text: str) -> None:
    printed = problems([Problem(Place(text, 1, 2), text)])
    assert_harmless(printed)
    assert json.loads(printed)["problems"][0]["message"] == text


@given(text=TEXTS)
@QUIET
def test_escaping_twice_changes_nothing(text: str) -> None:
    assert escape.terminal(escape.terminal(text)) == escape.terminal(text)
    assert escape.one_line(escape.one_line(text)) == escape.one_line(text)


@given(text=TEXTS)
@QUIET
def test_markdown_has_no_markup_left(text: str) -> None:
    safe = escape.markdown(text)
    bare = re.sub(r"\\[!-/:-@\[-`{-~]|&(amp|lt|gt|#124|#8288);", "", safe)
    assert not set(bare) & set("`*_[]<>|~$\\&")
    assert "://" not in safe
    assert "www." not in safe
