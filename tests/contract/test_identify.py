"""The index of license texts: fresh, in step with the catalog, and right about every real text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache

import pytest

from license_gate.catalog.fingerprints import ARRAYS, FOLDER, LISTING, read_fingerprints
from license_gate.catalog.lookup import load_catalog
from license_gate.domain.condition import Group, Leaf, Readings, Unclear, leaves
from license_gate.domain.license import Edition
from license_gate.domain.quantity import Amount
from license_gate.identify import Identified, Index, identify, load_index, locate
from license_gate.identify.build import Sample, build_files, make_index
from license_gate.identify.deciding import find_all
from license_gate.identify.found import LICENSE
from license_gate.identify.plain import make_plain
from scripts.fingerprint_texts import END, read_samples
from tests.contract.license_texts import MISSING, by_digest
from tests.copies import COPIES
from tests.research import ROOT, research_folder

needs_texts = pytest.mark.skipif(research_folder() is None, reason=MISSING)
LONGEST = 12  # words of one recorded value
LIMITS = ("user limit", "amount of money")
TWINS = (
    ("tencent-hunyuan-community", "tencent-hunyuan-community-2024", {"territory", "date", "training of other models"}),
    ("tencent-hunyuan-community", "tencent-hunyuan-3d-2.1-community", {"user limit", "date", "version"}),
    ("exaone-1.1-nc", "exaone-1.2-nc", {"version", "training of other models", "terms on outputs"}),
    ("kimi-k2-modified-mit", "kimi-k2.5-modified-mit", {"line to display"}),
    ("kimi-k2-modified-mit", "minimax-m2-modified-mit", {"line to display", "amount of money"}),
    ("minimax-m2-modified-mit", "minimax-m2.1-modified-mit", {"line to display", "user limit", "amount of money"}),
    ("llama3", "llama3.1", {"date", "line to display", "training of other models", "version"}),
    ("llama3.1", "llama3.2", {"date", "version"}),
    ("llama3.2", "llama3.3", {"date", "version"}),
    ("flux-1-dev-non-commercial", "flux-dev-non-commercial-2.0", {"version", "training of other models"}),
    ("openmdw-1.0", "openmdw-1.1", {"version"}),
    ("creativeml-openrail-m", "openrail++", {"date"}),
    ("nvidia-license-nc-academic", "nvidia-source-code-license-nc", {"purpose"}),
    ("yi-license-2.0", "yi-license", {"date"}),
)  # fmt: skip


@cache
def index() -> Index:
    return load_index(*read_fingerprints())


@cache
def samples() -> dict[str, Sample]:
    return read_samples(research_folder() or "")


@cache
def raw(name: str) -> str:
    """A text as it is published, with the line that tells an excerpt."""
    folder = research_folder() or ""
    path = os.path.join(folder, "licenses", "texts", f"{name.removesuffix(' terms')}.txt")
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    return text.partition(END)[0] if name.endswith(" terms") else text


def found(text: str) -> Identified:
    return identify(text.encode(), index())


def editions() -> Iterator[Edition]:
    catalog = load_catalog()
    for summary in catalog.editions():
        edition = catalog.edition(summary.id)
        assert edition is not None
        yield edition


def test_leaves_reach_into_every_form_of_a_condition() -> None:
    leaf = Leaf("use.product", "is", value=True)
    assert list(leaves(Group(all=(leaf, Unclear("?", leaf)), none=(Readings((leaf,)),)))) == [leaf] * 3


def test_every_edition_of_the_catalog_is_known_by_its_text() -> None:
    known = {text.license for text in index().texts} | {
        name for text in index().texts for name in text.shared
    }
    untold = {edition.id for edition in editions() if edition.verified} - known
    assert untold <= {"vicuna", "health-ai-developer-foundations"}, "no text of these is at hand"


def test_every_limit_of_the_catalog_stands_in_the_recorded_values() -> None:
    recorded: dict[str, list[str]] = {}
    for text in index().texts:
        values = [value for what in LIMITS for value in text.values.get(what, ())]
        for name in (text.license, *text.shared):
            recorded.setdefault(name, []).extend(values)
    for edition in editions():
        for clause in edition.clauses:
            for leaf in leaves(clause.when):
                if isinstance(leaf.value, Amount) and leaf.fact.endswith(("users", "revenue", "visits")):
                    number = f"{int(leaf.value.number):,}"
                    told = [value for value in recorded.get(edition.id, ()) if number in value]
                    assert told, (edition.id, clause.id, number)


def test_no_recorded_value_is_a_sentence() -> None:
    values = [value for text in index().texts for kind in text.values.values() for value in kind]
    assert max(len(value.split()) for value in values) <= LONGEST


@needs_texts
def test_the_index_is_fresh() -> None:
    listing, arrays = build_files(samples().values())
    again = "run scripts/fingerprint_texts.py"
    assert read_fingerprints() == (listing, arrays), again
    assert sorted(os.listdir(FOLDER)) == sorted((ARRAYS, LISTING))


@needs_texts
@pytest.mark.parametrize("copy", COPIES)
def test_every_text_is_its_own_edition_however_it_was_copied(copy: str) -> None:
    wrong = []
    for name, sample in samples().items():
        told = found(COPIES[copy](raw(name)))
        if (told.license, told.part) != (sample.license, sample.part):
            wrong.append((name, told.license))
    allowed = 0 if copy == "as published" else len(samples()) // 100
    assert len(wrong) <= allowed, wrong


@needs_texts
def test_a_published_text_differs_in_nothing() -> None:
    for name, sample in samples().items():
        told = found(raw(name))
        assert bool(told.differs_on) == (not sample.whole or not sample.same), (name, told.differs_on)


@needs_texts
def test_texts_that_the_catalog_accepts_are_accepted_here() -> None:
    catalog = load_catalog()
    for digest, text in by_digest().items():
        edition = catalog.text(digest)
        if edition is None or text.startswith("[EXCERPT"):
            continue
        told = found(text)
        assert edition in (told.license, *told.same_text), edition
        assert told.differs_on == (), edition


@needs_texts
@pytest.mark.parametrize(("one", "other", "told"), TWINS)
def test_a_twin_is_named_with_the_values_on_which_it_differs(one: str, other: str, told: set[str]) -> None:
    alone = make_index(
        [sample for sample in samples().values() if sample.license != other and not sample.label]
    )
    resembled = identify(raw(other).encode(), alone)
    if resembled.license == one:
        assert told <= {each.what for each in resembled.differs_on}
    else:
        assert resembled.differs_on
    assert (found(raw(one)).license, found(raw(other)).license) == (one, other)


@needs_texts
@pytest.mark.parametrize(
    "left_out", ["lfm1.0", "mit", "gpl-3.0", "qwen", "stabilityai-community", "cc-by-nc-4.0"]
)
def test_an_edition_that_is_not_known_never_passes_for_another(left_out: str) -> None:
    alone = make_index([sample for sample in samples().values() if sample.license != left_out])
    told = identify(raw(left_out).encode(), alone)
    assert told.license is None or told.differs_on


@needs_texts
def test_a_changed_number_in_a_limit_is_always_reported() -> None:
    changed = 0
    for name, sample in samples().items():
        plain = make_plain(raw(name))
        for what in LIMITS:
            for value in find_all(plain)[what]:
                text = _with_another_number(plain.shown, value.start, value.end, plain.starts)
                told = found(text)
                assert what in {each.what for each in told.differs_on}, (name, value.text)
                assert told.license == sample.license, (name, value.text)
                changed += 1
    assert changed >= 40


@needs_texts
def test_every_locator_of_the_catalog_is_found_with_its_line() -> None:
    for edition in editions():
        texts = [
            raw(name)
            for name, sample in samples().items()
            if sample.whole and edition.id in (sample.license, *sample.shared)
        ]
        for clause in edition.clauses:
            if not clause.locator or not texts:
                continue
            lines = [(text, locate(text, clause.locator)) for text in texts]
            assert any(line for _, line in lines), (edition.id, clause.id, clause.locator)
            for text, line in lines:
                assert line is None or 1 <= line <= text.count("\n") + 1


@needs_texts
def test_license_and_policy_in_one_file_are_both_found() -> None:
    both = found(f"{raw('llama3.1')}\n\n{raw('llama3.1-use-policy')}")
    assert (both.license, both.part) == ("llama3.1", LICENSE)
    assert [(each.license, each.part) for each in both.also] == [("llama3.1", "use-policy")]


@needs_texts
@pytest.mark.parametrize("name", ["mit", "qwen", "tencent-hunyuan-community", "gemma", "xverse"])
def test_a_license_inside_a_long_readme_is_found(name: str) -> None:
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    told = found(f"{readme}\n\n# License\n\n{raw(name)}\n\n# More\n\n{readme}\n{readme}\n{readme}")
    assert (told.license, told.also) == (name, ())
    assert not {each.what for each in told.differs_on} & {*LIMITS, "wording", "territory"}


def _with_another_number(text: str, start: int, end: int, starts: tuple[int, ...]) -> str:
    """The text with the first number of a stretch raised by one; lines as they were."""
    value = text[start:end]
    raised = re.sub(r"\d+", lambda found: str(int(found.group()) + 1), value, count=1)
    if raised == value:
        raised = re.sub(r"\bone\b", "nine", value, count=1, flags=re.IGNORECASE)
    lines = [text[a:b] for a, b in zip(starts, (*starts[1:], len(text)), strict=True)]
    joined = "\n".join(line.removesuffix(" ") for line in lines)
    return joined.replace(value, raised, 1) if value in joined else text[:start] + raised + text[end:]
