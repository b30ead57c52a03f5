from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Place, Problem
from license_gate.domain.tree import Mapping, Node, Scalar, Sequence


def read(text: str | bytes, *, quiet: bool = False) -> tuple[Node | None, list[str]]:
    problems: list[Problem] = []
    data = text.encode() if isinstance(text, str) else text
    root = compose(data, "f.yaml", problems, quiet=quiet)
    return root, [f"{problem.place}: {problem.message}" for problem in problems]


def value(text: str, key: str) -> Node | None:
    root, problems = read(text)
    assert problems == []
    assert isinstance(root, Mapping)
    return root.get(key)


def test_scalars_stay_text_with_their_places() -> None:
    assert value("a: [NO, 1.10, 0x1F, 12:30, yes]\n", "a") == Sequence(
        tuple(
            Scalar(text, Place("f.yaml", 1, column))
            for text, column in (("NO", 5), ("1.10", 9), ("0x1F", 15), ("12:30", 21), ("yes", 28))
        ),
        Place("f.yaml", 1, 4),
    )


@pytest.mark.parametrize("written", ["'2'", '"2"', "|-\n  2", ">-\n  2"])
def test_a_quoted_scalar_is_told_from_a_plain_one(written: str) -> None:
    node = value(f"a: {written}\n", "a")
    assert isinstance(node, Scalar)
    assert (node.text, node.quoted) == ("2", True)


@pytest.mark.parametrize("text", ["", "# only a comment\n", "~\n", "null\n", "---\n", "\ufeff"])
def test_an_empty_file_is_an_empty_mapping(text: str) -> None:
    root, problems = read(text)
    assert isinstance(root, Mapping)
    assert root.pairs == ()
    assert problems == []


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    root, problems = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert problems == []
    assert isinstance(root, Mapping)
    assert [(pair.key.text, pair.key.place.line) for pair in root.pairs] == [("a", 1), ("b", 2)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x 1\n", "f.yaml:1:4: anchors (&) are not read here: write the value out where it is used"),
        ("a: *x\n", "f.yaml:1:4: aliases (*) are not read here: write the value out"),
        ("a: !!str 1\n", "f.yaml:1:4: tags (!) are not read here: remove the tag"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: a second document starts here: keep one per file"),
        ("a:\n  <<: {b: 1}\n", "f.yaml:2:3: merge keys (<<) are not read here: write the keys out"),
        ("? [a]\n: b\n", "f.yaml:1:3: a key must be plain text, not a list or a mapping"),
        ("a:\n\tb: 1\n", "f.yaml:2:1: a tab cannot indent YAML: use spaces"),
        ("a: 1\nb: x\x00y\n", "f.yaml:2:5: character U+0000 is not allowed in YAML: remove it"),
        (b"a: 1\nb: x\xff\n", "f.yaml:2:5: byte 0xff is not UTF-8: save the file as UTF-8"),
        ("a: b: c\n", ("f.yaml:1:5: this is not YAML: mapping values are not allowed in this context; "
                      "a value that contains ': ' needs quotes")),
        ("a: @x\n", ("f.yaml:1:4: this is not YAML: while scanning for the next token found character that "
                    "cannot start any token; a value that begins with @, `, % or * needs quotes")),
    ],
)  # fmt: skip
def test_what_is_not_read_is_said_with_a_hint(text: str | bytes, said: str) -> None:
    assert read(text)[1] == [said]


def test_duplicate_keys_are_all_reported_and_the_first_one_counts() -> None:
    root, problems = read("a: 1\nb: 2\na: 3\nb: 4\n")
    assert problems == [
        "f.yaml:3:1: duplicate key 'a': it is already set on line 1",
        "f.yaml:4:1: duplicate key 'b': it is already set on line 2",
    ]
    assert isinstance(root, Mapping)
    first = root.get("a")
    assert isinstance(first, Scalar)
    assert first.text == "1"


def test_a_quiet_reading_repeats_no_text_of_the_document() -> None:
    problems = read("820M: 1\n820M: 2\n", quiet=True)[1]
    assert problems == ["f.yaml:2:1: duplicate key: it is already set on line 1"]


def test_a_control_character_in_a_key_is_escaped() -> None:
    problems = read('"\\e[31m": 1\n"\\e[31m": 2\n')[1]
    assert problems == ["f.yaml:2:1: duplicate key '\\x1b[31m': it is already set on line 1"]


def test_problems_stop_before_they_fill_the_memory() -> None:
    assert len(read("a: 1\n" * 1000)[1]) == 51


HOSTILE = {
    "100 MB": "b'a: ' + b'x' * 100_000_000",
    "alias bomb": "b'a: &a [x, x]\\n' + b''.join(b'k%d: &k%d [*a, *a, *a]\\n' % (i, i) for i in range(100_000))",
    "10,000 deep, flow": "b'[' * 10_000",
    "10,000 deep, pairs": "b'{a: ' * 10_000",
    "2,500 deep, block": "b''.join(b' ' * i + b'a:\\n' for i in range(2_500))",
    "4 MB of items": "b'- a\\n' * 1_000_000",
    "4 MB of keys": "b''.join(b'k%d:\\n' % i for i in range(450_000))",
    "4 MB of pairs": "b'{' + b'a: b, ' * 690_000",
    "4 MB of quotes": "b'a: \\'' + b'x\\n ' * 1_300_000",
    "NUL bytes": "b'\\x00' * 4_000_000",
    "invalid UTF-8 at the end": "b'a' * 4_000_000 + b'\\xff'",
    "4 MB of anchors": "b'- &a b\\n' * 500_000",
    "4 MB of tags": "b'!' * 4_000_000",
    "4 MB of question marks": "b'? ' * 2_000_000",
    "4 MB of spaces and a key": "b' ' * 4_000_000 + b'a: b: c'",
}
CHILD = """
    import resource, sys
    resource.setrlimit(resource.RLIMIT_CPU, (2, 2))
    resource.setrlimit(resource.RLIMIT_AS, (300 * 1024 * 1024, 300 * 1024 * 1024))
    from license_gate.documents.yaml_tree import compose
    data = {data}
    problems = []
    compose(data, "f.yaml", problems)
    assert 0 < len(problems) <= 51, len(problems)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no resource limits on Windows")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_clear_problem_within_2_seconds_and_300_mb(name: str) -> None:
    child = textwrap.dedent(CHILD).format(data=HOSTILE[name])
    done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
