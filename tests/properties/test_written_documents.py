"""Whatever was answered and found: what init writes has no problem for our own readers and schemas."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from license_gate import shipped
from license_gate.catalog.lookup import load_catalog
from license_gate.commands.own_address import Address
from license_gate.commands.scaffold import can_declare, declare, write_facts, write_manifest
from license_gate.documents.answers import Answers, read_answers
from license_gate.documents.facts import read_facts
from license_gate.documents.manifest import read_manifest
from license_gate.documents.schema_check import check_schema
from license_gate.documents.writing import append, scalar
from license_gate.documents.yaml_tree import compose
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping

CATALOG = load_catalog()
WORDS = CATALOG.words
ACTS = WORDS.facts["use.acts"].values
FIELDS = WORDS.facts["use.fields"].values
NAMES = st.one_of(
    st.from_regex(r"[a-z]{1,8}/[A-Za-z0-9.-]{1,20}", fullmatch=True),
    st.text(min_size=1, max_size=30).filter(can_declare),
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "uses": st.lists(st.sampled_from(ACTS), min_size=1, unique=True).map(lambda acts: f"[{', '.join(acts)}]"),
        "commercial": st.sampled_from(["true", "false", ""]),
        "monthly_active_users": st.sampled_from(['"<1M"', "{2024-06: 5M}", '{2024..: "<700M", 2023-06: 1M..2M}']),
        "revenue": st.sampled_from(['"<USD 10M"', '{2025: "EUR 3M..5M"}']),
        "seat": st.sampled_from(["NO", "[US, DE]", "{excludes: [KR]}"]),
        "fields": st.lists(st.sampled_from(FIELDS), unique=True).map(lambda names: f"[{', '.join(names)}]"),
    },
)  # fmt: skip


def answers_of(given_: dict[str, str]) -> Answers:
    problems: list[Problem] = []
    root = compose(
        "".join(f"{key}: {value}\n" for key, value in given_.items()).encode(), "answers.yaml", problems
    )
    answers = read_answers(root, WORDS, problems) if root is not None else None
    assert answers is not None
    assert problems == []
    return answers


def read(text: str) -> Manifest:
    problems: list[Problem] = []
    root = compose(text.encode(), "models.yaml", problems)
    assert root is not None, problems
    manifest = read_manifest(root, "models.yaml", WORDS, problems)
    check_schema(text.encode(), root, shipped.read(shipped.SCHEMAS, "models.schema.json"), "models", problems)
    assert manifest is not None
    assert problems == []
    return manifest


@given(st.lists(NAMES, max_size=4, unique=True), ANSWERS)
def test_a_written_manifest_declares_what_was_found(models: list[str], given_: dict[str, str]) -> None:
    answers = answers_of(given_)
    manifest = read(write_manifest(models, answers, CATALOG, Address().schema("models")))
    assert [declaration.model for declaration in manifest.models] == models
    assert (manifest.products[0].uses or ()) == answers.uses
    assert manifest.facts == "facts.yaml"


@given(ANSWERS)
def test_written_facts_are_exactly_the_answers(given_: dict[str, str]) -> None:
    answers = answers_of(given_)
    text = write_facts(answers, CATALOG, Address().schema("facts"))
    problems: list[Problem] = []
    root = compose(text.encode(), "facts.yaml", problems)
    assert root is not None
    facts = read_facts(root, "facts.yaml", WORDS, problems)
    check_schema(text.encode(), root, shipped.read(shipped.SCHEMAS, "facts.schema.json"), "facts", problems)
    assert problems == []
    assert {entry.fact for entry in facts.entries} == {name for name, _ in answers.facts}


@given(st.lists(NAMES, max_size=3, unique=True), st.lists(NAMES, min_size=1, max_size=3, unique=True))
def test_adding_keeps_every_line_and_declares_all(before: list[str], new: list[str]) -> None:
    text = write_manifest(before, Answers(), CATALOG, "x") + "# the end\nignore: []\n"
    root = compose(text.encode(), "models.yaml", [])
    assert isinstance(root, Mapping)
    written = append(text, root, [declare(model, CATALOG) for model in new])
    kept = iter(written.splitlines())
    assert all(line in kept for line in text.splitlines())
    assert [declaration.model for declaration in read(written).models] == [*before, *new]


@given(st.text(max_size=40))
def test_any_text_reads_back_as_itself(text: str) -> None:
    problems: list[Problem] = []
    root = compose(f"key: {scalar(text)}".encode("utf-8", "surrogatepass"), "x.yaml", problems)
    value = root.get("key") if isinstance(root, Mapping) else None
    assert getattr(value, "text", None) == text, problems
