from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from license_gate.identify import Identified, identify
from license_gate.identify.build import Sample, make_index
from tests.copies import COPIES
from tests.unit.identify.miniatures import HERON_ONE, HERON_TWO, STRANGER, WREN, make

INDEX = make()


def found(text: str) -> Identified:
    return identify(text.encode(), INDEX)


def differences(text: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {each.what: (each.recorded, each.found) for each in found(text).differs_on}


@pytest.mark.parametrize(("text", "name"), [(HERON_ONE, "heron-1"), (HERON_TWO, "heron-2"), (WREN, "wren")])
@pytest.mark.parametrize("copy", COPIES)
def test_a_text_is_its_own_license_however_it_was_copied(text: str, name: str, copy: str) -> None:
    assert found(COPIES[copy](text)).license == name


def test_a_clean_copy_differs_in_nothing_and_names_who_else_applies_the_text() -> None:
    clean = found(HERON_ONE)
    assert (clean.score, clean.differs_on, clean.also) == (1.0, (), ())
    assert clean.same_text == ("heron-nest",)
    assert clean.lines == (1, HERON_ONE.count("\n"))


def test_byte_order_mark_and_line_ends_do_not_count() -> None:
    written = b"\xef\xbb\xbf" + HERON_ONE.replace("\n", "\r\n").encode()
    assert identify(written, INDEX).differs_on == ()
    assert identify(HERON_ONE.encode("utf-16"), INDEX).license == "heron-1"


def test_another_holder_and_year_is_the_same_license() -> None:
    other = found(WREN.replace("Copyright 2024 Wren Keepers", "Copyright (c) 1999-2031 Somebody Else, Inc."))
    assert (other.license, other.differs_on) == ("wren", ())


def test_a_changed_number_is_named_with_both_values_and_its_line() -> None:
    changed = found(HERON_ONE.replace("5 million", "6 million"))
    assert changed.license == "heron-1"
    (difference,) = changed.differs_on
    assert difference.what == "user limit"
    assert difference.recorded == ("more than 5,000,000 monthly active users, preceding calendar month",)
    assert difference.found == ("more than 6,000,000 monthly active users, preceding calendar month",)
    assert HERON_ONE.splitlines()[difference.line - 1].count("5 million") == 1


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("USD 2,000,000", "USD 20,000,000", "amount of money"),
        ("annual revenue", "monthly revenue", "amount of money"),
        ("more than 5 million", "at least 5 million", "user limit"),
        ("monthly active users", "daily active users", "user limit"),
        (" and the United Kingdom", "", "territory"),
        ("March 3, 2025", "March 4, 2025", "date"),
        ("Feathered by Heron", "Feathered by a Goose", "line to display"),
        ("any other bird model", "any other model", "training of other models"),
        ("30 days", "three days", "span of time"),
        ("hold no rights", "hold no rights", ""),
        ("You may not use them", "You may use them", "permitting and forbidding words"),
    ],
)
def test_every_deciding_value_that_changed_is_named(old: str, new: str, what: str) -> None:
    told = differences(HERON_ONE.replace(old, new))
    assert (what in told) if what else not told


def test_a_value_of_the_twin_makes_no_twin() -> None:
    mixed = found(HERON_ONE.replace("5 million", "9 million"))
    assert mixed.license == "heron-1"
    assert [each.what for each in mixed.differs_on] == ["user limit"]


def test_a_license_inside_a_longer_text_is_found_with_its_lines() -> None:
    before = "Our program sorts birds by size. " * 60
    readme = f"# Birds\n\n{before}\n\n## License\n\n{WREN}\n\n## Thanks\n\n{before}"
    inside = found(readme)
    assert (inside.license, inside.differs_on) == ("wren", ())
    first = readme.splitlines()[inside.lines[0] - 1]
    assert first.startswith("Wren Permission")


def test_two_licenses_in_one_file_are_both_found() -> None:
    both = found(f"{WREN}\n\n{HERON_ONE}")
    assert both.license == "heron-1"
    assert [each.license for each in both.also] == ["wren"]
    assert both.differs_on == both.also[0].differs_on == ()


def test_a_second_copy_counts_only_where_it_differs() -> None:
    assert found(f"{HERON_ONE}\n{HERON_ONE}").also == ()
    changed = HERON_ONE.replace("5 million", "7 million")
    for text in (f"{HERON_ONE}\n\n{changed}", f"{changed}\n\n{HERON_ONE}"):
        twice = found(text)
        assert (twice.license, twice.also) == ("heron-1", ())
        assert "user limit" in {each.what for each in twice.differs_on}


def test_a_paragraph_added_at_the_end_is_named() -> None:
    more = "You must not use the program for commercial purposes unless the keepers sold you a license."
    told = differences(f"{WREN}\n{more}\n")
    assert told["text beside the license"][1] == (
        "You must not use the program for commercial purposes unless",
    )


def test_a_paragraph_added_in_the_middle_is_named() -> None:
    more = (
        "The program stays inside of one building at all times and its owner counts the visitors each day. "
    )
    told = differences(WREN.replace("Leave\nthese", f"{more}Leave\nthese"))
    assert "first: the program stays inside" in told["wording"][1][0]


def test_an_unknown_text_has_no_license_and_a_reason() -> None:
    unknown = found(STRANGER)
    assert (unknown.license, unknown.score) == (None, 0.0)
    assert unknown.reason == "no known license text is in the file"


def test_half_a_license_is_no_license() -> None:
    half = found(HERON_ONE[: len(HERON_ONE) // 2])
    assert half.license is None
    assert "of the wording of heron-1 is here" in half.reason


def test_a_license_known_by_excerpts_is_named_and_never_clean() -> None:
    index = make_index([Sample("owl", STRANGER, whole=False), Sample("wren", WREN)])
    named = identify(f"{WREN}\n{STRANGER}".encode(), index)
    assert named.license == "owl"
    assert "only excerpts of this text are recorded" in named.differs_on[-1].recorded
    assert [each.license for each in named.also] == ["wren"]


def test_an_earlier_text_differs_from_the_recorded_one() -> None:
    earlier = Sample("heron", HERON_TWO, label="2025-06-09", same=False)
    index = make_index([Sample("heron", HERON_ONE), earlier])
    old = identify(HERON_TWO.encode(), index)
    assert (old.license, old.edition_text) == ("heron", "2025-06-09")
    assert {"user limit", "territory", "date"} <= {each.what for each in old.differs_on}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file holds no text"),
        (b"\x00\x01\x02" * 100, "the file is binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "the file is binary"),
        (b"a" * 1_000_001, "the file is longer than 1,000,000 bytes"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    refused = identify(data, INDEX)
    assert (refused.license, refused.reason) == (None, reason)


@pytest.mark.parametrize(
    "filler", ["1 ", "million ", "$ ", '"display ', "output ", "(", "<p ", "\n", "copyright (c) 1 "]
)
def test_text_made_to_be_slow_is_read_in_a_moment(filler: str) -> None:
    text = HERON_ONE + filler * (200_000 // len(filler))
    assert found(text).license == "heron-1"


def test_invisible_characters_inside_a_number_hide_nothing() -> None:
    assert "user limit" in differences(HERON_ONE.replace("5 million", "5\u200b5 million"))
    assert differences(HERON_ONE.replace("5 million", "\uff15 million")) == {}


@given(st.binary(max_size=3000))
def test_any_bytes_end_in_a_value(data: bytes) -> None:
    identify(data, INDEX)
    identify(WREN.encode() + data, INDEX)


@given(st.text(max_size=1500), st.integers(0, len(WREN)))
def test_text_in_the_middle_of_a_license_never_crashes(text: str, at: int) -> None:
    found(WREN[:at] + text + WREN[at:])
