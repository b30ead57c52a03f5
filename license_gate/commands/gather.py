"""The documents of a repository -> everything a verdict follows from. All are read before any error shows."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import NamedTuple

from license_gate import __version__, policies
from license_gate.catalog.edition import read_edition
from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.commands.console import Console
from license_gate.commands.interface import trees
from license_gate.discover.scan import scan
from license_gate.documents.extends import resolve_policy
from license_gate.documents.facts import read_facts
from license_gate.documents.joining import join_manifests
from license_gate.documents.manifest import is_foreign, read_manifest
from license_gate.documents.policy import PolicyDocument, read_policy
from license_gate.documents.waivers import check_waived_rules, read_waivers
from license_gate.documents.yaml_tree import compose
from license_gate.domain.facts import RecordedFacts
from license_gate.domain.license import Edition
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import NOWHERE, Place, Problem
from license_gate.domain.policy import Policy, Waiver
from license_gate.domain.reference import Scan
from license_gate.domain.tree import Node
from license_gate.domain.verdict import Run
from license_gate.errors import DocumentError
from license_gate.evaluate.evaluate import Inputs
from license_gate.facts.contradictions import contradictions
from license_gate.workspace import Unreadable, Workspace, read_file

FACTS_VARIABLE = "LICENSE_GATE_FACTS"
CENTRAL_VARIABLE = "LICENSE_GATE_CENTRAL"
POLICY_FILE = "license-policy.yaml"
_CENTRAL_SCOPES = ("organization.", "consolidated.", "group.")


class Gathered(NamedTuple):
    """What was read: the inputs of a verdict, or None where there is no manifest; and the files quoted."""

    inputs: Inputs | None
    scan: Scan
    files: dict[str, tuple[str, ...]]  # path -> lines, of every document that may be quoted
    notes: tuple[str, ...]


class Gatherer:
    """Reads the documents of one run and keeps every problem until all are read."""

    def __init__(self, arguments: Namespace, console: Console) -> None:
        self.arguments = arguments
        self.console = console
        self.space = Workspace(arguments.root)
        self.catalog: Catalog = load_catalog()
        self.problems: list[Problem] = []
        self.files: dict[str, tuple[str, ...]] = {}
        self.notes: list[str] = []
        self.central: str = arguments.central or console.environ.get(CENTRAL_VARIABLE, "")

    def gather(self) -> Gathered:
        """Read everything.

        Raises:
            DocumentError: one or more documents are invalid; it holds all problems of all of them.
        """
        manifest = self.manifest()
        facts = self._facts(manifest)
        document = self._policy_document(manifest)
        policy = self.merge(document) if document else None
        if self.problems:
            raise DocumentError(self.problems)
        found = scan(self._scanned(facts.file), self.space.read)
        if manifest is None or policy is None:
            return Gathered(None, found, self.files, tuple(self.notes))
        return Gathered(self._inputs(manifest, policy, facts, found), found, self.files, tuple(self.notes))

    def _scanned(self, facts_file: str) -> list[str]:
        """The files to look for models in: what the gate's own documents name is declared, not used."""
        own = {*self.files, facts_file}
        return [file for file in self.space.tracked_files() if file not in own]

    # -- the manifest

    def manifest(self) -> Manifest | None:
        """The manifest with those that it includes, or None where there is none of ours."""
        path = self.space.find_manifest(self.arguments.manifest)
        if path is None:
            return None
        before = len(self.problems)
        root = self._tree(path, Place(path))
        if root is not None and path == "models.yaml" and not self.arguments.manifest and is_foreign(root):
            del self.problems[before:], self.files[path]
            self.notes.append(
                "models.yaml belongs to another tool: it has neither `version:` nor models of ours"
            )
            return None
        own = read_manifest(root, path, self.catalog.words, self.problems) if root is not None else None
        if own is None:
            return None
        return join_manifests(own, self._included(own), self.problems)

    def _included(self, own: Manifest) -> list[Manifest]:
        if not own.include:
            return []
        wanted = [
            file
            for file in self.space.tracked_files()
            if file != own.file and any(fnmatchcase(file, glob) for glob in own.include)
        ]
        trees_ = [(file, self._tree(file, Place(own.file))) for file in wanted]
        read = [
            read_manifest(root, file, self.catalog.words, self.problems)
            for file, root in trees_
            if root is not None
        ]
        return [manifest for manifest in read if manifest is not None]

    # -- the facts

    def _facts(self, manifest: Manifest | None) -> RecordedFacts:
        """The organization's facts: an option wins over the environment, that over the manifest."""
        own = self._own_facts(manifest)
        if not self.central:
            return own
        shared = self._read_facts(os.path.join(self.central, "facts.yaml"), read_file, NOWHERE, optional=True)
        kept = tuple(entry for entry in own.entries if not entry.fact.startswith(_CENTRAL_SCOPES))
        return RecordedFacts(
            (*shared.entries, *kept), shared.confidential or own.confidential, shared.file or own.file
        )

    def _own_facts(self, manifest: Manifest | None) -> RecordedFacts:
        given = self.arguments.facts
        if given:
            return self._read_facts(given, read_file, Place(given))
        variable = self.console.environ.get(FACTS_VARIABLE, "")
        if "\n" in variable:
            return self._facts_text(variable.encode(), f"${FACTS_VARIABLE}", confidential=True)
        if variable:
            return self._read_facts(variable, read_file, Place(f"${FACTS_VARIABLE}"))
        if manifest is None or not manifest.facts:
            return RecordedFacts(file="facts.yaml")
        path = _beside(manifest.file, manifest.facts)
        return self._read_facts(path, self.space.read, manifest.facts_place)

    def _read_facts(
        self, path: str, read: Callable[[str], bytes], named: Place, *, optional: bool = False
    ) -> RecordedFacts:
        if optional and not os.path.exists(path):
            return RecordedFacts()
        data = self._bytes(path, read, named)
        return RecordedFacts(file=path) if data is None else self._facts_text(data, path, confidential=None)

    def _facts_text(self, data: bytes, file: str, *, confidential: bool | None) -> RecordedFacts:
        root = compose(data, file, self.problems, quiet=True)
        if root is None:
            return RecordedFacts(file=file)
        facts = read_facts(root, file, self.catalog.words, self.problems, confidential)
        self.problems += contradictions(
            facts.entries, self.catalog.words.facts, confidential=facts.confidential
        )
        return facts

    # -- the policy

    def _policy_document(self, manifest: Manifest | None) -> PolicyDocument | None:
        if self.arguments.policy:
            return self.load_policy(self.arguments.policy, Place("--policy"))
        if manifest is None:
            return None
        if manifest.policy is None:
            self.notes.append(f"no policy is named: {policies.full_name(policies.DEFAULT)} is used")
            return self.load_policy(policies.DEFAULT, NOWHERE)
        named = manifest.policy
        if named.sha256:
            return self._pinned(named.name, named.sha256, named.place)
        return self.load_policy(self.policy_name(manifest), named.place)

    def policy_name(self, manifest: Manifest) -> str:
        """The policy that a manifest names, as `load_policy` takes it; '' where it names none."""
        name = manifest.policy.name if manifest.policy else ""
        return name if not name or name.startswith(policies.PREFIX) else _beside(manifest.file, name)

    def _pinned(self, url: str, sha256: str, place: Place) -> PolicyDocument | None:
        """A policy by URL is read from the copy that was fetched for its digest."""
        import hashlib

        path = f".license-gate/policies/{sha256}.yaml"
        data = self.space.read_document(path, place, self.problems)
        if data is None:
            return None
        if hashlib.sha256(data).hexdigest() != sha256:
            self.problems.append(Problem(place, f"{path} is not the text whose sha256 is named for {url}"))
            return None
        return self._document(data, path)

    def load_policy(self, name: str, place: Place) -> PolicyDocument | None:
        """The policy behind a name in the manifest or under `extends:`."""
        if name.startswith(policies.PREFIX):
            full = policies.full_name(name)
            if full is None:
                known = ", ".join(policies.PREFIX + each for each in policies.versions())
                self.problems.append(Problem(place, f"there is no policy {name}; built in are {known}"))
                return None
            return self._document(policies.read(full), full)
        outside = place.file == "--policy" or (self.central and name.startswith(self.central))
        data = self._bytes(name, read_file if outside else self.space.read, place)
        return None if data is None else self._document(data, name)

    def _document(self, data: bytes, file: str) -> PolicyDocument | None:
        self._keep(file, data)
        root = compose(data, file, self.problems)
        if root is None:
            return None
        self._add_editions(os.path.join(os.path.dirname(file), "licenses"), file)
        return read_policy(root, file, self.catalog.words, self.problems)

    def merge(self, document: PolicyDocument) -> Policy:
        """The policy with what it extends, above the organization's own where there is one."""
        if self.central:
            path = os.path.join(self.central, POLICY_FILE)
            floor = ((path, document.policy.place),) if os.path.exists(path) else ()
            document = document._replace(extends=(*document.extends, *floor))
        policy = resolve_policy(document, self.load_policy, self.problems, self.console.today.isoformat())
        waivers = self._waivers(document.policy.file)
        check_waived_rules(waivers, [rule.name for rule in policy.rules], self.problems)
        return policy._replace(waivers=(*policy.waivers, *waivers))

    def _waivers(self, policy_file: str) -> tuple[Waiver, ...]:
        """The entries of waivers.yaml beside the policy, and of the organization's."""
        found: tuple[Waiver, ...] = ()
        if not policy_file.startswith(policies.PREFIX):
            path = _beside(policy_file, "waivers.yaml")
            if self.space.exists(path):
                found = self._read_waivers(path, self.space.read)
        if self.central and os.path.exists(path := os.path.join(self.central, "waivers.yaml")):
            found = (*found, *self._read_waivers(path, read_file))
        return found

    def _read_waivers(self, path: str, read: Callable[[str], bytes]) -> tuple[Waiver, ...]:
        data = self._bytes(path, read, Place(path))
        root = compose(data, path, self.problems) if data is not None else None
        return () if root is None else read_waivers(root, path, self.catalog.words, self.problems)

    def _add_editions(self, folder: str, policy_file: str) -> None:
        """An organization's own licenses, beside its policy."""
        if policy_file.startswith(policies.PREFIX):
            return
        outside = bool(self.central) and policy_file.startswith(self.central)
        base = folder if outside else os.path.join(self.space.root, folder)
        names = sorted(name for name in _listed(base) if name.endswith((".yaml", ".yml")))
        own: list[Edition] = []
        for name in names:
            path = os.path.join(folder, name)
            root = self._tree(path, Place(path), read_file if outside else self.space.read)
            edition = (
                read_edition(root, path, self.catalog.words, self.problems) if root is not None else None
            )
            if edition is not None:
                own.append(edition)
        if own:
            self.catalog = self.catalog.extended(own)

    # -- together

    def _inputs(self, manifest: Manifest, policy: Policy, facts: RecordedFacts, found: Scan) -> Inputs:
        run = Run(
            tool=f"license-gate {__version__}",
            catalog=self.catalog.version,
            today=self.console.today.isoformat(),
            repository=os.path.basename(self.space.root),
            policies=(policy.file, *policy.extends),
            waivers=tuple(waiver.id for waiver in policy.waivers),
            notes=tuple(self.notes),
        )
        return Inputs(
            manifest,
            policy,
            self.catalog,
            facts.entries,
            facts.file or "facts.yaml",
            facts.confidential,
            self.console.today,
            run,
            self.catalog.rates,
            found,
            trees(manifest, self.space, self.catalog),
        )

    def _tree(self, path: str, named: Place, read: Callable[[str], bytes] | None = None) -> Node | None:
        data = self._bytes(path, read or self.space.read, named)
        if data is None:
            return None
        self._keep(path, data)
        return compose(data, path, self.problems)

    def _bytes(self, path: str, read: Callable[[str], bytes], named: Place) -> bytes | None:
        try:
            return read(path)
        except Unreadable as reason:
            self.problems.append(Problem(named, f"{path} {reason}"))
            return None

    def _keep(self, file: str, data: bytes) -> None:
        """Lines that a report may quote. Facts are never kept, so that none is ever quoted."""
        self.files[file] = tuple(data.decode("utf-8", "replace").split("\n"))


def _beside(file: str, named: str) -> str:
    """A path written in a document, from the root: relative to the folder of the document."""
    return os.path.normpath(os.path.join(os.path.dirname(file), named)).replace(os.sep, "/")


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
