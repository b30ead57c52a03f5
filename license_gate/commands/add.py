"""``license-gate add``: models into models.yaml, its comments and order kept; then what is left to decide."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction
from typing import NamedTuple

from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.commands.check import judge
from license_gate.commands.console import Console
from license_gate.commands.left import left_to_decide
from license_gate.commands.options import add_repository, add_today
from license_gate.commands.scaffold import can_declare, declare
from license_gate.documents.manifest import is_foreign, read_manifest
from license_gate.documents.writing import STEP, append
from license_gate.documents.yaml_tree import compose
from license_gate.domain.manifest import Manifest
from license_gate.domain.place import Problem
from license_gate.domain.tree import Mapping
from license_gate.domain.verdict import Verdict
from license_gate.domain.vocabulary import Vocabulary
from license_gate.errors import UnavailableError, UsageError
from license_gate.report.escape import terminal
from license_gate.report.layout import finish, wrap
from license_gate.report.style import Style
from license_gate.workspace import Unreadable, Workspace

SUMMARY = "declare models in models.yaml and judge; exits as check does"
UNDECLARED = "LG101"


class _Wanted(NamedTuple):
    """A model to declare, for some products or (none named) for all."""

    model: str
    products: tuple[str, ...] = ()


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("add", help=SUMMARY, description=SUMMARY)
    parser.add_argument("models", nargs="*", metavar="MODEL", help="org/name, openai:gpt-4o, path:weights/")
    parser.add_argument("--found", action="store_true", help="every model that is used but not declared")
    add_repository(parser)
    add_today(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Declare, judge, and answer with the gate.

    Raises:
        UsageError: nothing is named, there is no models.yaml, or it cannot be added to as it is written.
        DocumentError: a document is invalid.
        UnavailableError: models.yaml cannot be written.
    """
    _check_names(arguments)
    console: Console = arguments.console
    space, catalog = Workspace(arguments.root), load_catalog()
    file = _manifest(arguments, space)
    verdict, lines = judge(arguments)
    wanted, known = _sort_out(arguments, verdict)
    if wanted:
        _declare(file, wanted, space, catalog)
        verdict, lines = judge(arguments)
    end = left_to_decide(verdict, Style(console.color, console.width, line=lines))
    console.write(finish([*_said(file, wanted, known, console.width), "", *end]))
    return verdict.exit_code


def _check_names(arguments: Namespace) -> None:
    if not arguments.models and not arguments.found:
        raise UsageError("name the models to declare, or --found for all that are used but not declared")
    for model in arguments.models:
        if not can_declare(model):
            raise UsageError(
                f"{terminal(model)!r} is no name of a model: it needs printable text on one line"
            )


def _manifest(arguments: Namespace, space: Workspace) -> str:
    """The manifest to add to."""
    file = space.find_manifest(arguments.manifest)
    if file is None:
        raise UsageError("there is no models.yaml; license-gate init writes one from what is found")
    if not arguments.manifest and is_foreign(compose(_read(space, file), file, [])):
        raise UsageError(
            f"{file} belongs to another tool; license-gate init writes .license-gate/models.yaml"
        )
    return file


def _sort_out(arguments: Namespace, verdict: Verdict) -> tuple[list[_Wanted], list[str]]:
    """What to declare, and which of the named models are declared already."""
    declared = {each.model.lower() for each in verdict.models}
    used = {found.model.lower(): found for found in _found(verdict)}
    wanted: dict[str, _Wanted] = {}
    known = []
    for model in dict.fromkeys(map(_normalized, arguments.models)):
        name = model.lower()
        if name in declared and name not in used:
            known.append(model)
        else:
            products = used[name].products if name in used else ()
            wanted.setdefault(name, _Wanted(model, products))
    for name, found in used.items() if arguments.found else ():
        wanted.setdefault(name, found)
    return list(wanted.values()), known


def _found(verdict: Verdict) -> list[_Wanted]:
    """The models of the findings that a reference is not declared, with the products whose files name them."""
    products: dict[str, dict[str, None]] = {}
    for finding in verdict.findings:
        if finding.code == UNDECLARED and can_declare(finding.model):
            products.setdefault(finding.model, {})[finding.product] = None
    return [
        _Wanted(model, () if "" in named else tuple(sorted(named)))
        for model, named in sorted(products.items())
    ]


def _normalized(written: str) -> str:
    """A link to the Hub as the id behind it; anything else as it is written."""
    from license_gate.discover.hub import read_hub_url

    found = read_hub_url(written) if "://" in written else None
    return found.model if found else written


def _declare(file: str, wanted: list[_Wanted], space: Workspace, catalog: Catalog) -> None:
    """Write the manifest with the new entries, once it is proven that nothing else has changed."""
    old = _read(space, file)
    root = compose(old, file, [])
    before = _read_manifest(old, file, catalog.words)
    entries = [_entry(each, before, catalog) for each in wanted]
    new = append(old.decode("utf-8"), root, entries).encode() if isinstance(root, Mapping) else b""
    after = _read_manifest(new, file, catalog.words).models
    known, added = after[: len(before.models)], after[len(before.models) :]
    if known == before.models and [each.model for each in added] == [each.model for each in wanted]:
        return _replace(space, file, old, new)
    raise UsageError(
        f"models: in {file} cannot be added to: write one `- model: org/name` a line, then again"
    )


def _entry(wanted: _Wanted, manifest: Manifest, catalog: Catalog) -> list[str]:
    """The lines of one declaration; where no product says what is done with its models, they ask for it."""
    lines = declare(wanted.model, catalog, wanted.products)
    products = [each for each in manifest.products if not wanted.products or each.name in wanted.products]
    if all(product.uses for product in products):
        return lines
    return [*lines, f"{STEP}# uses: all that is done with it, such as serve (license-gate explain use.acts)"]


def _read_manifest(data: bytes, file: str, words: Vocabulary) -> Manifest:
    """The manifest of a text; one without models where it has a problem."""
    problems: list[Problem] = []
    root = compose(data, file, problems)
    manifest = read_manifest(root, file, words, problems) if root is not None else None
    return Manifest(file) if manifest is None or problems else manifest


def _replace(space: Workspace, file: str, old: bytes, new: bytes) -> None:
    try:
        written = space.replace(file, old, new)
    except (Unreadable, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UnavailableError(f"{terminal(file)} cannot be written: {reason}") from error
    if not written:
        raise UnavailableError(f"{terminal(file)} has changed meanwhile and is left as it is")


def _read(space: Workspace, file: str) -> bytes:
    try:
        return space.read(file)
    except Unreadable as reason:
        raise UsageError(f"{terminal(file)} {reason}") from reason


def _said(file: str, wanted: list[_Wanted], known: list[str], width: int) -> list[str]:
    """What was done with each model."""
    lines = [f"added to {terminal(file)}:" if wanted else f"nothing to add to {terminal(file)}"]
    for each in wanted:
        products = f" for {', '.join(map(terminal, each.products))}" if each.products else ""
        lines += [f"  {terminal(each.model)}{products}"]
    for model in known:
        lines += wrap(f"{terminal(model)} is declared already and left as it is", width)
    return lines
