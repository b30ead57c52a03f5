"""The organization's facts: an option wins over the environment, that over what the manifest names."""

from __future__ import annotations

from license_gate.commands.desk import Desk, beside
from license_gate.documents.facts import read_facts
from license_gate.documents.yaml_tree import compose
from license_gate.domain.facts import RecordedFacts
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import NOWHERE, Place, Problem
from license_gate.facts.contradictions import contradictions
from license_gate.workspace import Unreadable

VARIABLE = "LICENSE_GATE_FACTS"
SCHEMA = "facts.schema.json"
FILE = "facts.yaml"
_CENTRAL = ("organization.", "consolidated.", "group.")


def facts_of(desk: Desk, manifest: Manifest | None) -> RecordedFacts:
    """What is recorded; with a central folder, facts of the organization come from there only."""
    own = _own(desk, manifest)
    if not desk.central:
        return own
    path = desk.central_file(FILE)
    shared = _of_file(desk, path, NOWHERE, outside=True) if path else RecordedFacts()
    kept = tuple(entry for entry in own.entries if not entry.fact.startswith(_CENTRAL))
    return RecordedFacts(
        (*shared.entries, *kept), shared.confidential or own.confidential, shared.file or own.file
    )


def _own(desk: Desk, manifest: Manifest | None) -> RecordedFacts:
    given = desk.arguments.facts
    if given:
        return _of_file(desk, given, Place(given), outside=True)
    variable = desk.console.environ.get(VARIABLE, "")
    if "\n" in variable:
        return _of_text(desk, variable.encode("utf-8", "surrogateescape"), f"${VARIABLE}", confidential=True)
    if variable:  # facts without a line break look like a path and must not be printed
        return _of_file(desk, variable, Place(f"${VARIABLE}"), outside=True, shown="the file that it names")
    if manifest is None or not manifest.facts:
        _note_unnamed(desk, manifest)
        return RecordedFacts(file=FILE)
    return _of_file(desk, beside(manifest.file, manifest.facts), manifest.facts_place, outside=False)


def _note_unnamed(desk: Desk, manifest: Manifest | None) -> None:
    """A facts.yaml that the manifest does not name is not read, and whoever wrote it has to know."""
    file = beside(manifest.file, FILE) if manifest else FILE
    if manifest and not desk.central and desk.space.exists(file):
        desk.notes.append(f"{file} is not read: {manifest.file} does not name it (facts: {FILE})")


def _of_file(desk: Desk, path: str, named: Place, *, outside: bool, shown: str = "") -> RecordedFacts:
    """`outside`: a path that a person typed, which may lie anywhere."""
    try:
        data = desk.outside.read(path) if outside else desk.space.read(path)
    except Unreadable as reason:
        desk.problems.append(Problem(named, f"{shown or path} {reason}"))
        return RecordedFacts(file=path)
    return _of_text(desk, data, path, confidential=None)


def _of_text(desk: Desk, data: bytes, file: str, *, confidential: bool | None) -> RecordedFacts:
    before = len(desk.problems)
    root = compose(data, file, desk.problems, quiet=True)
    if root is None:
        return RecordedFacts(file=file)
    facts = read_facts(root, file, desk.catalog.words, desk.problems, confidential)
    desk.check(data, root, SCHEMA, before)
    desk.problems += contradictions(
        facts.entries,
        desk.catalog.words.facts,
        confidential=facts.confidential,
        rates=desk.catalog.rates,
        day=desk.console.today.isoformat(),
    )
    return facts
