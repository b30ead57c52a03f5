"""The policy that holds: the one that is named, what it extends, the organization's floor, waivers, licenses."""

from __future__ import annotations

import os

from license_gate import hashing, policies
from license_gate.commands.desk import Desk, beside
from license_gate.commands.own_licenses import LICENSES, add_licenses
from license_gate.documents.extends import resolve_policy
from license_gate.documents.policy import PolicyDocument, read_policy
from license_gate.documents.waivers import check_waived_rules, read_waivers
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import NOWHERE, Place, Problem
from license_gate.domain.policy import Agreement, Loosening, Policy, Waiver

FILE = "license-policy.yaml"
WAIVERS = "waivers.yaml"
SCHEMA = "license-policy.schema.json"
WAIVERS_SCHEMA = "waivers.schema.json"
OPTION = Place("--policy")
_TRAVEL = {
    "I": "come along",
    "N": "do not come along",
    "U": "may or may not come along",
    "C": "come along where they say so themselves",
    "X": "forbid what is made",
}


class Policies:
    """Reads policies by name; an organization's own licenses beside them join the catalog first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._seen: set[str] = set()
        if desk.central:
            self._add_licenses(beside(os.path.join(desk.central, FILE), LICENSES))

    def named_by(self, manifest: Manifest) -> PolicyDocument | None:
        """The document that the command line or the manifest names, else the built-in one for companies."""
        desk = self._desk
        if desk.arguments.policy:
            return self.load(desk.arguments.policy, OPTION)
        if manifest.policy is None:
            name = desk.central_file(FILE) or policies.full_name(policies.DEFAULT) or policies.DEFAULT
            desk.notes.append(f"no policy is named: {name} holds")
            return self.load(name, NOWHERE)
        choice = manifest.policy
        if choice.sha256:
            return self._pinned(choice.name, choice.sha256, choice.place)
        return self.load(name_in(manifest), choice.place)

    def load(self, name: str, place: Place) -> PolicyDocument | None:
        """The document behind a name; a problem at the place that names it where there is none."""
        if name.startswith(policies.PREFIX):
            full = policies.full_name(name)
            if full is not None:
                return self._document(policies.read(full), full)
            known = ", ".join(policies.PREFIX + each for each in policies.versions())
            self._desk.problems.append(Problem(place, f"there is no policy {name}; built in are {known}"))
            return None
        data = self._desk.content(name, place)
        return None if data is None else self._document(data, name)

    def merge(self, document: PolicyDocument) -> Policy:
        """The policy with what it extends; the organization's own is its floor."""
        desk = self._desk
        floor = desk.central_file(FILE)
        above = _above(document, floor) if floor and document.policy.file != floor else document
        policy = resolve_policy(above, self.load, desk.problems, desk.console.today.isoformat())
        waivers = self._waivers(document.policy.file)
        check_waived_rules(waivers, [rule.name for rule in policy.rules], desk.problems)
        self._check_granted(policy, waivers)
        desk.notes += [
            f"by your policy, {column} terms {_TRAVEL[cell]} by {relation}"
            for relation, column, cell in policy.inheritance
        ]
        return policy._replace(
            file=document.policy.file,
            extends=tuple(dict.fromkeys((*policy.extends, *([floor] if floor else [])))),
            waivers=(*policy.waivers, *waivers),
        )

    def _check_granted(self, policy: Policy, waivers: tuple[Waiver, ...]) -> None:
        """What takes a demand away is for the organization to grant, where it has a folder of its own."""
        desk = self._desk
        if not desk.central:
            return
        grants: dict[str, tuple[Waiver | Agreement | Loosening, ...]] = {
            "a waiver": (*policy.waivers, *waivers),
            "an agreement": policy.agreements,
            "a loosening": policy.loosened,
        }
        desk.problems += [
            Problem(grant.place, f"with --central {what} is for the organization to grant, in {desk.central}")
            for what, found in grants.items()
            for grant in found
            if not desk.is_central(grant.place.file)
        ]

    def _pinned(self, url: str, sha256: str, place: Place) -> PolicyDocument | None:
        """A policy by URL is read from the copy that was fetched for its digest."""
        path = f".license-gate/policies/{sha256}.yaml"
        data = self._desk.content(path, place)
        if data is None:
            return None
        if hashing.sha256(data).hexdigest() != sha256:
            problem = Problem(place, f"{path} is not the text whose sha256 is named for {url}")
            self._desk.problems.append(problem)
            return None
        return self._document(data, path)

    def _document(self, data: bytes, file: str) -> PolicyDocument | None:
        desk = self._desk
        before = len(desk.problems)
        root = desk.compose(file, data)
        if root is None:
            return None
        if not file.startswith(policies.PREFIX):
            self._add_licenses(beside(file, LICENSES))
        document = read_policy(root, file, desk.catalog.words, desk.problems)
        desk.check(data, root, SCHEMA, before)
        return document

    def _waivers(self, policy_file: str) -> tuple[Waiver, ...]:
        """The entries of waivers.yaml beside the policy and in the organization's folder."""
        own = "" if policy_file.startswith(policies.PREFIX) else beside(policy_file, WAIVERS)
        paths = [path for path in (own, self._desk.central_file(WAIVERS)) if path and self._exists(path)]
        return tuple(waiver for path in dict.fromkeys(paths) for waiver in self._waivers_in(path))

    def _exists(self, path: str) -> bool:
        return self._desk.outside.exists(path) if os.path.isabs(path) else self._desk.space.exists(path)

    def _waivers_in(self, path: str) -> tuple[Waiver, ...]:
        desk = self._desk
        before = len(desk.problems)
        data = desk.content(path, Place(path))
        root = None if data is None else desk.compose(path, data)
        if data is None or root is None:
            return ()
        found = read_waivers(root, path, desk.catalog.words, desk.problems)
        desk.check(data, root, WAIVERS_SCHEMA, before)
        return found

    def _add_licenses(self, folder: str) -> None:
        """An organization's own licenses, beside its policy, join the catalog."""
        if folder not in self._seen:
            self._seen.add(folder)
            add_licenses(self._desk, folder)


def _above(document: PolicyDocument, floor: str) -> PolicyDocument:
    """A repository's own policy is a child of the floor. A built-in one knows of no floor: both hold, rule by rule."""
    own = document.policy
    if not own.file.startswith(policies.PREFIX):
        return document._replace(extends=(*document.extends, (floor, own.place)))
    both = Policy(own.name, "", extends=(floor,), tests=own.tests, place=own.place)
    return PolicyDocument(both, ((own.file, own.place), (floor, own.place)))


def name_in(manifest: Manifest) -> str:
    """The policy that a manifest names, as `Policies.load` takes it; '' where it names none."""
    name = manifest.policy.name if manifest.policy else ""
    return name if not name or name.startswith(policies.PREFIX) else beside(manifest.file, name)
