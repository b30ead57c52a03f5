from __future__ import annotations

from license_gate.identify.plain import Plain, make_plain, read_plain


def test_marks_become_spaces_and_every_offset_stays() -> None:
    text = "# **Heron** `License`\n> \u201cTwo\u201d \u2014 lines\n"
    plain = make_plain(text)
    assert len(plain.text) == len(plain.shown) == len(text)
    assert plain.text.split() == ["heron", "license", '"two"', "-", "lines"]
    assert plain.line(plain.text.index("two")) == 2


def test_only_a_line_of_its_own_is_a_copyright_line() -> None:
    plain = make_plain(
        "Title\n\nCopyright (c) 2024 Ann\n(c) 2025 Bob\nAll rights reserved.\n\nThe copyright 2024 clause stays."
    )
    assert plain.copyrights == ("copyright (c) 2024 ann", "(c) 2025 bob", "all rights reserved.")
    assert plain.text.split() == ["title", "the", "copyright", "2024", "clause", "stays."]


def test_a_line_with_terms_is_kept_although_it_begins_with_copyright() -> None:
    assert make_plain("Copyright (c) 2023 Ann. License dated July 1, 2023").copyrights == ()


def test_addresses_and_tags_are_no_words() -> None:
    plain = make_plain(
        "<p>See [the policy](https://example.org/use_policy) or https://example.org/3_2/x.</p>"
    )
    assert plain.text.replace("[", " ").split() == ["see", "the", "policy", "or"]


def test_a_letter_whose_small_form_is_longer_moves_nothing() -> None:
    assert len(make_plain("\u0130stanbul Terms").text) == len("\u0130stanbul Terms")


def test_text_of_another_encoding_is_read_or_refused() -> None:
    assert isinstance(read_plain("Größe".encode("utf-16")), Plain)
    assert read_plain(b"\xff\xfe\x00") != ""
    assert read_plain(bytes(range(128, 256)) * 4) == "the file is binary"
