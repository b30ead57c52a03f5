from __future__ import annotations

import pytest

from license_gate.domain.place import Place
from license_gate.errors import UsageError
from license_gate.report import formats
from license_gate.report.style import lines_of


def test_every_module_that_renders_is_a_format() -> None:
    assert formats.available() == ("github", "json", "markdown", "text")


def test_a_misspelt_format_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="'jsn'; did you mean json"):
        formats.load("jsn")


@pytest.mark.parametrize(
    "name", ["escape", "style", "os", "../text", "__init__", "", "text.render", "\x1b[2J"]
)
def test_nothing_else_is_a_format(name: str) -> None:
    with pytest.raises(UsageError) as error:
        formats.load(name)
    assert str(error.value).isprintable()


def test_lines_are_quoted_from_files_in_memory() -> None:
    line = lines_of({"f": ("one", "two")})
    assert [line(Place("f", number)) for number in (0, 1, 2, 3)] == [None, "one", "two", None]
    assert line(Place("g", 1)) is None
