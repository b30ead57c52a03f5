from __future__ import annotations

from license_gate.domain.verdict import ClauseName
from license_gate.report.markdown import render
from license_gate.report.style import Style
from tests.unit.report import verdicts


def with_clause(clause: ClauseName) -> str:
    finding = verdicts.over_the_limit()._replace(clause=clause)
    return render(verdicts.closed()._replace(findings=(finding,)), Style())


def test_a_term_links_to_its_license() -> None:
    assert f"[Llama 2 Community License, section 2]({verdicts.USER_LIMIT.url})" in with_clause(
        verdicts.USER_LIMIT
    )


def test_only_https_is_linked() -> None:
    printed = with_clause(verdicts.USER_LIMIT._replace(url="javascript:alert(1)"))
    assert "](" not in printed
    assert "javascript" not in printed


def test_a_name_cannot_break_the_table() -> None:
    model = verdicts.model("a|b`<img>", "clear", "mit")
    printed = render(verdicts.empty()._replace(models=(model,)), Style())
    assert r"| `a\x7cb\x60<img>` | `chat-web` | clear | `mit` |" in printed


def test_forty_violations_are_ten_sections_and_thirty_lines() -> None:
    printed = render(verdicts.forty(), Style())
    assert printed.count("\n### Error ") == 10
    assert printed.count("\n- error `LG301") == 30


def test_fulfilled_duties_are_ticked() -> None:
    printed = render(verdicts.obligations(), Style())
    assert printed.count("- [x] ") == 1
    assert printed.count("- [ ] ") == 2


def test_waived_findings_stand_apart() -> None:
    printed = render(verdicts.waived(), Style())
    assert "### Error" not in printed
    assert "### Waived\n\n- `W-12` `LG301 user-limit` chat-web needs" in printed


def test_exit_zero_is_said() -> None:
    assert "Exit code 0: `--exit-zero`." in render(verdicts.closed(), Style(exit_zero=True))
