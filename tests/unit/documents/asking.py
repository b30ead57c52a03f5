"""Read a piece of YAML with one of the readers, and give what it says in the form in which users see it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import TypeVar

from license_gate.documents.extends import resolve_policy
from license_gate.documents.facts import read_facts
from license_gate.documents.joining import join_manifests
from license_gate.documents.manifest import read_manifest
from license_gate.documents.policy import PolicyDocument, read_policy
from license_gate.documents.waivers import read_waivers
from license_gate.documents.yaml_tree import compose
from license_gate.domain.facts import RecordedFacts
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import Place, Problem
from license_gate.domain.policy import Policy, Waiver
from license_gate.domain.tree import Node
from license_gate.domain.vocabulary import Vocabulary
from tests.unit.documents.words import WORDS

T = TypeVar("T")
Reader = Callable[[Node, str, Vocabulary, list[Problem]], T]


def ask(read: Reader[T], text: str, file: str = "f.yaml") -> tuple[T, list[str]]:
    """What a reader makes of a text (`version: 1` is put before it), and its problems as `line:column: message`."""
    problems: list[Problem] = []
    root = compose(("version: 1\n" + textwrap.dedent(text)).encode(), file, problems)
    assert root is not None, problems
    result = read(root, file, WORDS, problems)
    return result, [
        f"{problem.place.line}:{problem.place.column}: {problem.message}" for problem in sorted(problems)
    ]


def manifest(text: str) -> tuple[Manifest, list[str]]:
    """Read a models.yaml with its cross-checks."""

    def read(root: Node, file: str, words: Vocabulary, problems: list[Problem]) -> Manifest:
        own = read_manifest(root, file, words, problems)
        assert own is not None
        return join_manifests(own, [], problems)

    return ask(read, text)


def facts(text: str, *, confidential: bool | None = None) -> tuple[RecordedFacts, list[str]]:
    """Read a facts.yaml."""

    def read(root: Node, file: str, words: Vocabulary, problems: list[Problem]) -> RecordedFacts:
        return read_facts(root, file, words, problems, confidential)

    return ask(read, text)


def policy(text: str) -> tuple[PolicyDocument, list[str]]:
    """Read one policy document."""
    return ask(read_policy, text)


def waivers(text: str) -> tuple[tuple[Waiver, ...], list[str]]:
    """Read a waivers.yaml."""
    return ask(read_waivers, text)


def merged(texts: dict[str, str], today: str = "2026-11-15") -> tuple[Policy, list[str]]:
    """Read and merge policies by file name; the first one is the child."""
    problems: list[Problem] = []
    documents = {}
    for file, text in texts.items():
        root = compose(("version: 1\n" + textwrap.dedent(text)).encode(), file, problems)
        assert root is not None, problems
        documents[file] = read_policy(root, file, WORDS, problems)

    def load(name: str, place: Place) -> PolicyDocument | None:
        if name not in documents:
            problems.append(Problem(place, f"there is no {name}"))
        return documents.get(name)

    result = resolve_policy(next(iter(documents.values())), load, problems, today)
    return result, [f"{problem.place}: {problem.message}" for problem in sorted(problems)]
