"""What `license-gate init` would write, what stands already, and what is left to be done by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from license_gate.catalog.lookup import Catalog
from license_gate.commands import scaffold
from license_gate.commands.desk import beside
from license_gate.commands.gather import Gathered
from license_gate.commands.own_address import COMMIT, Address
from license_gate.commands.scaffold import NewFile
from license_gate.documents.answers import Answers
from license_gate.domain.reference import Scan
from license_gate.report.escape import terminal
from license_gate.workspace import MANIFESTS, Unreadable, Workspace

_LIMIT = 1024 * 1024


class Plan(NamedTuple):
    """Files to write, paths that stand already, and things to do by hand (each a sentence and its lines)."""

    new: tuple[NewFile, ...]
    kept: tuple[str, ...]
    by_hand: tuple[tuple[str, tuple[str, ...]], ...]


def draw_up(
    answers: Answers, gathered: Gathered, catalog: Catalog, space: Workspace, address: Address
) -> Plan:
    """Everything that `init` would do in this repository."""
    wanted = [*_documents(answers, gathered, catalog, space, address), *_ways_in(answers, space, address)]
    new = tuple(file for file in wanted if not space.occupied(file.path))
    kept = tuple(file.path for file in wanted if space.occupied(file.path))
    by_hand = (
        *_undeclared(gathered.found()),
        *_unnamed_facts(gathered, new),
        *_hook_by_hand(kept, space, address),
        *_placeholders(new, address),
    )
    return Plan(new, kept, by_hand)


def used_models(scan: Scan) -> list[str]:
    """The models that must be declared, each once, by name."""
    names: dict[str, str] = {}
    for reference in scan.references:
        if reference.gated:
            names.setdefault(reference.model.lower(), reference.model)
    return [names[name] for name in sorted(names)]


def _documents(
    answers: Answers, gathered: Gathered, catalog: Catalog, space: Workspace, address: Address
) -> Iterator[NewFile]:
    manifest = gathered.inputs.manifest if gathered.inputs else None
    # A models.yaml that is not ours belongs to another tool: ours goes where it is looked for first.
    path = manifest.file if manifest else MANIFESTS[0 if space.occupied(MANIFESTS[1]) else 1]
    models = [model for model in used_models(gathered.found()) if scaffold.can_declare(model)]
    yield NewFile(path, scaffold.write_manifest(models, answers, catalog, address.schema("models")))
    if manifest is None or not manifest.facts:
        yield NewFile(
            beside(path, "facts.yaml"), scaffold.write_facts(answers, catalog, address.schema("facts"))
        )


def _ways_in(answers: Answers, space: Workspace, address: Address) -> Iterator[NewFile]:
    if answers.hook:
        yield NewFile(scaffold.HOOK, scaffold.write_hook(address))
    if space.occupied(".github") if answers.workflow is None else answers.workflow:
        yield NewFile(scaffold.WORKFLOW, scaffold.write_workflow(address))


def _undeclared(scan: Scan) -> Iterator[tuple[str, tuple[str, ...]]]:
    for model in used_models(scan):
        if not scaffold.can_declare(model):
            yield f"{terminal(model)} cannot be written as a name: declare it, or ignore its file", ()


def _unnamed_facts(gathered: Gathered, new: tuple[NewFile, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    manifest = gathered.inputs.manifest if gathered.inputs else None
    if manifest and not manifest.facts and any(file.path.endswith("facts.yaml") for file in new):
        yield f"let {manifest.file} name the facts", ("facts: facts.yaml",)


def _hook_by_hand(
    kept: tuple[str, ...], space: Workspace, address: Address
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if scaffold.HOOK in kept and b"license-gate" not in _content(space, scaffold.HOOK):
        yield f"add the hook under repos: in {scaffold.HOOK}", tuple(scaffold.hook_entry(address))


def _placeholders(new: tuple[NewFile, ...], address: Address) -> Iterator[tuple[str, tuple[str, ...]]]:
    files = [file.path for file in new if address.repository in file.text] if not address.known else []
    if files:
        owner = address.repository.partition("/")[0]
        yield f"put the owner of license-gate's repository in the place of {owner} in {', '.join(files)}", ()
    if any(COMMIT in file.text for file in new):
        yield (
            f"put the commit of license-gate {address.tag} in the place of {COMMIT} in {scaffold.WORKFLOW}",
            (),
        )


def _content(space: Workspace, path: str) -> bytes:
    try:
        return space.read(path, _LIMIT)
    except Unreadable:
        return b""
