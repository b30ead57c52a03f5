from __future__ import annotations

import pytest

from license_gate.identify import locate

TEXT = """\
# Heron Terms

2. **Large services.** A service with _more
   than 5 million_ users asks the \u201cHeronry\u201d first.
> See the [list of birds](https://example.org/list) for names.
"""


@pytest.mark.parametrize(
    ("locator", "line"),
    [
        ("more than 5 million users", 3),
        ("MORE THAN", 3),
        ('asks the "Heronry" first', 4),
        ("the list of birds for names", 5),
        ("Heron Terms", 1),
        ("million users", 4),
        ("than 50 million", None),
        ("ore than", None),
        ("", None),
        ("...", None),
    ],
)
def test_the_line_where_the_words_begin(locator: str, line: int | None) -> None:
    assert locate(TEXT, locator) == line


def test_line_ends_of_other_systems_count_once() -> None:
    assert locate(TEXT.replace("\n", "\r\n"), "asks the") == 4
