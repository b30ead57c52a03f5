"""Reports as people see them, compared to the letter.

After a wanted change: `UPDATE_GOLDEN=1 pytest tests/unit/report/test_golden.py`, then read the diff.
"""

from __future__ import annotations

import os
import re

import pytest

from license_gate.report import formats
from license_gate.report.explanation import tree
from license_gate.report.style import Style, lines_of
from tests.unit.report import verdicts

GOLDEN = os.path.join(os.path.dirname(__file__), "golden")
STYLE = Style(line=lines_of(verdicts.FILES))
CASES = [(story, name) for story in verdicts.ALL for name in ("text", "github", "markdown")]
OUR_WORDS = re.compile(
    r"withholds?|\bbites?\b|\blifts?\b|\bmet\b|standing|attest|kleene|locator|fingerprint|illegal|legal advice",
    re.IGNORECASE,
)


def compare(file_name: str, printed: str) -> None:
    path = os.path.join(GOLDEN, file_name)
    if os.environ.get("UPDATE_GOLDEN"):
        with open(path, "w", encoding="utf-8") as file:
            file.write(printed)
    with open(path, encoding="utf-8") as file:
        assert printed == file.read()


@pytest.mark.parametrize(("story", "name"), CASES)
def test_the_report_is_as_recorded(story: str, name: str) -> None:
    compare(f"{story}.{name}.txt", formats.load(name)(verdicts.ALL[story](), STYLE))


def test_the_proof_is_as_recorded() -> None:
    compare("proof.txt", tree(verdicts.understated().findings[1].explanation))


@pytest.mark.parametrize("file_name", sorted(os.listdir(GOLDEN)))
def test_our_own_words_stay_inside(file_name: str) -> None:
    with open(os.path.join(GOLDEN, file_name), encoding="utf-8") as file:
        assert OUR_WORDS.findall(file.read()) == []


def test_every_golden_file_has_a_test() -> None:
    assert set(os.listdir(GOLDEN)) == {f"{story}.{name}.txt" for story, name in CASES} | {"proof.txt"}
