from __future__ import annotations

import pytest

from license_gate.report import escape


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain/model-7b", "plain/model-7b"),
        ("Überfluß 漢字", "Überfluß 漢字"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\nb\tc\r", r"a\x0ab\x09c\x0d"),
        ("\u202eevil", r"\u202eevil"),
        ("a\u200bb\ufe0fc", r"a\u200bb\ufe0fc"),
        ("\U000e0041", r"\U000e0041"),
        ("\ud800", r"\ud800"),
        ("::error::x", r":\x3aerror:\x3ax"),
        ("##[add-mask]x", r"##\x5badd-mask]x"),
    ],
)
def test_what_cannot_be_seen_becomes_visible(text: str, shown: str) -> None:
    assert escape.terminal(text) == shown


def test_prose_is_folded_into_one_line() -> None:
    assert escape.one_line("  a\n  b\u2028c\x85 d ") == "a b c d"


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("- item", r"\- item"),
        ("12. item", r"12\. item"),
        ("12 users", "12 users"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("a|b", "a&#124;b"),
        ("[x](y)", r"\[x\]\(y\)"),
        ("https://e.com", r"https:\//e.com"),
        ("www.e.com", r"www\.e.com"),
        ("@team", "@&#8288;team"),
        ("    code", "code"),
        ("$x$ ~~y~~ *z* `q`", r"\$x\$ \~\~y\~\~ \*z\* \`q\`"),
    ],
)
def test_markdown_shows_text_as_text(text: str, safe: str) -> None:
    assert escape.markdown(text) == safe


def test_code_spans_cannot_be_left() -> None:
    assert escape.code("a`b|c") == r"`a\x60b\x7cc`"
    assert escape.code("") == ""


def test_workflow_commands_keep_line_feeds_in_data_and_nothing_else() -> None:
    assert escape.workflow_data("50%\r\nnext\rlast\x1b") == r"50%25%0Anext\x0dlast\x1b"
    assert escape.workflow_property("a:b,c") == "a%3Ab%2Cc"


@pytest.mark.parametrize(
    "url", ["http://e.com", "https://e.com/a b", "https://e.com/)", "https://é.com", "x"]
)
def test_only_plain_https_urls_are_linked(url: str) -> None:
    assert escape.secure_url(url) == ""


def test_a_plain_https_url_is_kept() -> None:
    assert escape.secure_url("https://e.com/a?b=c#d") == "https://e.com/a?b=c#d"
