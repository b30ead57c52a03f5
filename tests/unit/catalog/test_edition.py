from __future__ import annotations

from license_gate.catalog.edition import read_edition, text_hashes
from license_gate.catalog.lookup import load_catalog
from license_gate.documents.yaml_tree import compose
from license_gate.domain.condition import EVERY, Leaf
from license_gate.domain.license import Edition
from license_gate.domain.place import Problem
from license_gate.domain.quantity import Amount
from license_gate.domain.tree import Mapping

WORDS = load_catalog().words
HEAD = "id: acme\nname: Acme License\ncategory: community\n"
CLAUSE = """clauses:
  - id: user-limit
    kind: user-limit
    section: "2"
    says: no rights above a size
"""


def read(text: str, source: str = "licenses/acme.yaml") -> tuple[Edition | None, list[str]]:
    problems: list[Problem] = []
    node = compose(text.encode(), "licenses/acme.yaml", problems)
    assert node is not None, problems
    edition = read_edition(node, source, WORDS, problems)
    return edition, [f"{problem.place.line}: {problem.message}" for problem in problems]


def good(text: str) -> Edition:
    edition, problems = read(text)
    assert problems == []
    assert edition is not None
    return edition


def test_a_small_license_of_an_organization_is_enough() -> None:
    edition = good(HEAD + CLAUSE)
    assert (edition.id, edition.source, edition.verified) == ("acme", "licenses/acme.yaml", False)
    assert edition.clauses[0].when == EVERY


def test_the_effect_is_the_kinds_unless_the_clause_says_otherwise() -> None:
    assert good(HEAD + CLAUSE).clauses[0].effect == "withholds"
    assert good(HEAD + CLAUSE + "    effect: prohibits\n").clauses[0].effect == "prohibits"


def test_an_effect_that_the_kind_has_anyway_is_left_out() -> None:
    _, problems = read(HEAD + CLAUSE + "    effect: withholds\n")
    assert problems == [
        "9: clause 'user-limit': effect: withholds is what user-limit does anyway: leave it out"
    ]


def test_conditions_are_read() -> None:
    when = "    when: {fact: group.monthly_active_users, at: 2024-06, above: 700M}\n"
    leaf = good(HEAD + CLAUSE + when).clauses[0].when
    assert leaf == Leaf("group.monthly_active_users", "above", Amount(700_000_000), "2024-06")


def test_an_unknown_key_names_the_nearest_one() -> None:
    _, problems = read(HEAD + "licenser: acme\n" + CLAUSE)
    assert problems == ["4: license: unknown key 'licenser'; did you mean 'licensor'?"]


def test_an_unknown_kind_names_the_nearest_one() -> None:
    _, problems = read(HEAD + CLAUSE.replace("kind: user-limit", "kind: user-limits"))
    assert problems == ["6: clause 'user-limit': kind: unknown 'user-limits'; did you mean 'user-limit'?"]


def test_a_section_that_looks_like_a_number_needs_quotes() -> None:
    _, problems = read(HEAD + CLAUSE.replace('"2"', "3.10"))
    assert problems == ["7: clause 'user-limit': section: write it in quotes: \"3.10\""]


def test_two_clauses_never_share_an_id() -> None:
    _, problems = read(HEAD + CLAUSE + CLAUSE.removeprefix("clauses:\n"))
    assert problems == ["9: license: clause 'user-limit' is there twice"]


def test_what_an_exception_lifts_must_be_there() -> None:
    _, problems = read(HEAD + CLAUSE + "    lifts: [revenue-limit]\n")
    assert problems == ["5: license: clause 'user-limit' lifts 'revenue-limit', which is not there"]


def test_sentences_end_without_a_period_and_stay_short() -> None:
    _, problems = read(HEAD + CLAUSE.replace("above a size", "above a size."))
    assert problems == ["8: clause 'user-limit': says: no period at the end, it is read inside a sentence"]
    _, problems = read(HEAD + CLAUSE.replace("above a size", "word " * 50))
    assert problems == ["8: clause 'user-limit': says: 52 words; at most 45"]


def test_a_locator_is_no_copy() -> None:
    _, problems = read(HEAD + CLAUSE + f"    locator: {'word ' * 11}\n")
    assert problems == ["9: clause 'user-limit': locator: 11 words; at most 10"]


def test_the_catalog_names_known_licensors_and_an_organization_anybody() -> None:
    assert good(HEAD + "licensor: somebody\n" + CLAUSE).licensor == "somebody"
    _, problems = read(HEAD + "licensor: mta\n" + CLAUSE, "catalog")
    assert problems == ["4: license: licensor: unknown 'mta'; did you mean 'meta'?"]


def test_dates_are_as_exact_as_the_text_and_days_are_days() -> None:
    assert good(HEAD + "date: 2004-01\n" + CLAUSE).date == "2004-01"
    _, problems = read(HEAD + "date: January 2004\nreviewed_on: 2026-02-30\n" + CLAUSE)
    assert problems == [
        "4: license: date: expected a date such as 2023-07-18, not 'January 2004'",
        "5: license: reviewed_on: expected a date such as 2023-07-18, not '2026-02-30'",
    ]


def test_other_spellings_are_kept_once() -> None:
    edition = good(
        HEAD + "hub_tags: [acme, acme-1]\naliases: [Acme License, acme-1]\nspdx: LicenseRef-acme\n" + CLAUSE
    )
    assert edition.names == ("acme-1", "LicenseRef-acme")


def test_digests_of_texts_are_checked_and_found() -> None:
    digest = "a" * 64
    text = (
        HEAD
        + f"texts:\n  - {{of: license, sha256: {digest}}}\n  - {{of: use-policy, sha256: ABC}}\n"
        + CLAUSE
    )
    _, problems = read(text)
    assert problems == ["6: texts: sha256: expected 64 hexadecimal digits in lower case"]
    node = compose(text.encode(), "x", [])
    assert isinstance(node, Mapping)
    assert text_hashes(node) == (digest,)


def test_shapes_that_are_none_are_reported_and_never_raise() -> None:
    for text in ("- a\n", "just text\n"):
        edition, problems = read(text)
        assert edition is None
        assert problems == ["1: a license is written as a mapping: id, name, category, clauses"]
    _, problems = read(HEAD + "clauses: none\n")
    assert problems == ["4: license: clauses: expected a list"]
    _, problems = read(HEAD + "clauses: [a]\n")
    assert problems == ["4: a clause is written as a mapping: id, kind, section, says"]
    _, problems = read(
        "id: [a]\nname: {}\ncategory: x\nverified: maybe\naliases: [[a]]\ntexts: [a]\n" + CLAUSE
    )
    assert len(problems) == 6


def test_a_clause_with_wrong_shapes_is_reported_key_by_key() -> None:
    wrong = "    inherits: perhaps\n    parameters: text\n    when: always\n    lifts: {a: b}\n"
    _, problems = read(HEAD + CLAUSE.replace("id: user-limit", "id: User Limit") + wrong)
    assert [problem.partition(": ")[2].partition(": ")[2].partition(":")[0] for problem in problems if "'User" in problem] == [
        "id", "lifts", "inherits", "parameters",
    ]  # fmt: skip
    assert len(problems) == 5


def test_parameters_are_texts_or_lists_of_texts() -> None:
    edition = good(HEAD + CLAUSE + "    parameters: {display: Built with Acme, where: [site, about page]}\n")
    clause = edition.clauses[0]
    assert clause.parameter("display") == "Built with Acme"
    assert clause.parameter("where") == ("site", "about page")
