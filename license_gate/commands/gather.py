"""The documents of a repository -> everything a verdict follows from. All are read before any error shows."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from contextlib import closing
from functools import cache, partial
from typing import NamedTuple

from license_gate import __version__
from license_gate.commands.console import Console
from license_gate.commands.desk import Desk
from license_gate.commands.interface import trees
from license_gate.commands.models_in_use import ModelsInUse
from license_gate.commands.read_baseline import baseline_of
from license_gate.commands.read_facts import facts_of
from license_gate.commands.read_manifest import manifest_of, other_manifests
from license_gate.commands.read_policy import Policies
from license_gate.commands.space import Site
from license_gate.discover.files import Tree
from license_gate.domain.baseline import Baseline
from license_gate.domain.facts import RecordedFacts
from license_gate.domain.manifest import Manifest
from license_gate.domain.policy import Policy
from license_gate.domain.reference import Scan
from license_gate.domain.text import LicenseText
from license_gate.domain.verdict import Run
from license_gate.evaluate.evaluate import Inputs
from license_gate.workspace import Workspace


class Gathered(NamedTuple):
    """The inputs of a verdict, or None where there is no manifest; what the tree uses; lines to quote."""

    inputs: Inputs | None
    found: Callable[[], Scan]  # what the tree uses
    run: Run
    files: dict[str, tuple[str, ...]]  # path -> lines, of every document that may be quoted
    own: list[str]  # the documents that were read


def gather(
    arguments: Namespace, console: Console, site: Site | None = None, in_use: ModelsInUse | None = None
) -> Gathered:
    """Read everything; of another tree than the working tree where a site is given.

    Args:
        arguments: the options of the command.
        console: how it speaks, and the day.
        site: the tree.
        in_use: the search for its models, where one is under way; its owner closes it.

    Raises:
        DocumentError: one or more documents are invalid; it holds all problems of all of them.
    """
    site = site or _working_tree(arguments.root)
    desk = Desk(arguments, console, site.space, site.outside)
    if in_use:
        return _read_all(desk, in_use)
    with closing(ModelsInUse(site.space.tracked_files(), site.sources, console.environ)) as own_search:
        gathered = _read_all(desk, own_search)
        gathered.found()
        return gathered


def _read_all(desk: Desk, in_use: ModelsInUse) -> Gathered:
    reader = Policies(desk)
    manifest = manifest_of(desk)
    facts = facts_of(desk, manifest)
    document = reader.named_by(manifest) if manifest else None
    policy = reader.merge(document) if document else None
    baseline = baseline_of(desk)
    desk.refuse()
    own = {*desk.files, facts.file, *other_manifests(desk)}
    found = cache(partial(in_use.besides, own))
    run = _run(desk, policy)
    inputs = _inputs(desk, manifest, policy, facts, found, run, baseline) if manifest and policy else None
    return Gathered(inputs, found, run, desk.files, sorted(own))


def _working_tree(root: str) -> Site:
    space = Workspace(root)
    return Site(space, Tree(space.root))


def _run(desk: Desk, policy: Policy | None) -> Run:
    # Two calls of git: for reports that are kept, not for a screen that is read once.
    recorded = getattr(desk.arguments, "format", "text") not in ("text", "github")
    return Run(
        tool=f"license-gate {__version__}",
        catalog=desk.catalog.version,
        today=desk.console.today.isoformat(),
        repository=os.path.basename(desk.space.root),
        commit=desk.space.commit() if recorded else "",
        dirty=desk.space.dirty() if recorded else False,
        policies=(policy.file, *policy.extends) if policy else (),
        waivers=tuple(waiver.id for waiver in policy.waivers) if policy else (),
        notes=tuple(desk.notes),
    )


def _inputs(
    desk: Desk,
    manifest: Manifest,
    policy: Policy,
    facts: RecordedFacts,
    found: Callable[[], Scan],
    run: Run,
    baseline: Baseline | None,
) -> Inputs:
    return Inputs(
        manifest,
        policy,
        desk.catalog,
        facts.entries,
        facts.file,
        facts.confidential,
        desk.console.today,
        run,
        desk.catalog.rates,
        found,
        trees(manifest, desk.space, desk.catalog),
        baseline,
        _texts(manifest, desk),
    )


def _texts(manifest: Manifest, desk: Desk) -> dict[str, tuple[LicenseText, ...]]:
    """The license texts beside weights; a repository that keeps no weights pays nothing for them."""
    if not any(model.path for model in manifest.models):
        return {}
    from license_gate.commands.vendored import texts_beside

    return texts_beside(manifest, desk.space)
