from __future__ import annotations

from license_gate.identify.build import Sample, build_files, make_index
from license_gate.identify.index import load_index
from license_gate.identify.plain import make_plain
from license_gate.identify.words import read_words
from tests.unit.identify.miniatures import HERON_ONE, HERON_TWO, WREN

SAMPLES = [Sample("heron-1", HERON_ONE), Sample("heron-2", HERON_TWO), Sample("wren", WREN)]


def test_the_two_files_hold_the_whole_index() -> None:
    listing, arrays = build_files(SAMPLES)
    assert load_index(listing, arrays).texts == make_index(SAMPLES).texts
    assert build_files(SAMPLES) == (listing, arrays)


def test_every_run_of_a_text_leads_back_to_it() -> None:
    index = load_index(*build_files(SAMPLES))
    for number, sample in enumerate(SAMPLES):
        places = index.find(read_words(make_plain(sample.text)).runs)
        assert all(place >= 0 and number in index.members(index.owner(place)) for place in places)


def test_an_unknown_run_has_no_place() -> None:
    index = make_index(SAMPLES)
    assert set(index.find(read_words(make_plain("eight words that are in none of them")).runs)) == {-1}


def test_the_listing_has_a_line_per_text_and_no_sentence() -> None:
    listing, _ = build_files(SAMPLES)
    assert listing.count("\n") == len(SAMPLES) + 2
    assert "wakes the neighbors" not in listing


def test_a_text_with_other_terms_is_compared_with_the_recorded_one() -> None:
    index = make_index([Sample("heron", HERON_TWO, label="later", same=False), Sample("heron", HERON_ONE)])
    assert index.main(0) is index.texts[1]
    assert index.main(1) is index.texts[1]
