"""The line of the user's own copy of a license, in each format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from license_gate.domain.verdict import Quote, Verdict
from license_gate.report import json as json_report
from license_gate.report.markdown import render as render_markdown
from license_gate.report.style import Style, lines_of
from license_gate.report.text import render as render_text
from tests.unit.report import verdicts

STYLE = Style(line=lines_of(verdicts.FILES))
QUOTE = Quote("weights/LICENSE", 66, "is greater than a number of monthly active users")
HOSTILE = Quote("we\x1b[2Jights/LICENSE", 1, "##[add-mask]x `a` <b> \u202e::error::x")
SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[3] / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
)


def quoted(quote: Quote | None) -> Verdict:
    return verdicts.closed()._replace(findings=(verdicts.over_the_limit()._replace(quote=quote),))


def test_the_quote_follows_the_term() -> None:
    printed = render_text(quoted(QUOTE), STYLE)
    term, quote, fact = (printed.index(f"\n  {label} ") for label in ("term", "quote", "fact"))
    assert term < quote < fact
    assert '  quote     weights/LICENSE:66 "is greater than a number of monthly active users"\n' in printed


def test_without_a_copy_there_is_no_row() -> None:
    assert "quote" not in render_text(quoted(None), STYLE) + render_markdown(quoted(None), STYLE)


def test_markdown_has_the_row_as_well() -> None:
    assert '- **quote** weights/LICENSE:66 "is greater than' in render_markdown(quoted(QUOTE), STYLE)


@pytest.mark.parametrize(
    ("quote", "expected"),
    [(None, None), (QUOTE, {"file": QUOTE.file, "line": QUOTE.line, "text": QUOTE.text})],
)
def test_json_always_has_the_key(quote: Quote | None, expected: object) -> None:
    report = json.loads(json_report.render(quoted(quote), Style()))
    assert report["findings"][0]["clause"]["quote"] == expected
    SCHEMA.validate(report)


def test_a_block_of_findings_with_several_copies_quotes_none() -> None:
    first, second = verdicts.undecided().findings
    pair = (first._replace(quote=QUOTE), second._replace(quote=QUOTE._replace(line=67)))
    assert "quote" not in render_text(verdicts.undecided()._replace(findings=pair), STYLE)
    same = (pair[0], second._replace(quote=QUOTE))
    assert "weights/LICENSE:66" in render_text(verdicts.undecided()._replace(findings=same), STYLE)


def test_what_a_copy_says_is_harmless() -> None:
    printed = render_text(quoted(HOSTILE), STYLE)
    assert "\\x1b[2J" in printed
    for text in (printed, render_markdown(quoted(HOSTILE), STYLE)):
        assert not {"\x1b", "\u202e"} & set(text)
        assert "::error" not in text
        assert "##[" not in text
    assert "<b>" not in render_markdown(quoted(HOSTILE), STYLE)
