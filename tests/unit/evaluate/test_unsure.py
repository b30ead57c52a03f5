"""Names that are likely to be models are said aloud."""

from __future__ import annotations

from license_gate.domain.reference import Reference, Scan
from license_gate.evaluate.unsure import unsure


def reference(model: str, certainty: str = "likely", kind: str = "load", line: int = 1) -> Reference:
    return Reference(model, model, "app.py", line, 1, "python", certainty, kind)  # type: ignore[arg-type]


def test_a_likely_name_is_one_row_at_its_first_place() -> None:
    (row,) = unsure(Scan((reference("a/b-1", line=3), reference("a/b-1", line=7))), None)
    assert row.what == "app.py:3"
    assert "a/b-1" in row.reason


def test_mentions_tests_and_names_that_are_certain_elsewhere_are_none() -> None:
    references = (
        reference("a/b-1", kind="mention"),
        reference("a/b-2", kind="test"),
        reference("a/b-3"),
        reference("a/b-3", certainty="exact"),
    )
    assert unsure(Scan(references), None) == ()
