"""``license-gate licenses``: which licenses are known here, what each one says, and how two of them differ."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, _SubParsersAction

from license_gate.catalog.lookup import Catalog
from license_gate.commands import identify
from license_gate.commands.license_list import list_json, list_text
from license_gate.commands.options import add_format, add_organization
from license_gate.domain.license import Edition
from license_gate.errors import UsageError
from license_gate.report.escape import one_line

SUMMARY = "the licenses that are known here: list, show ID, diff A B, or identify FILE"
FORMATS = ("text", "json")


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("licenses", help=SUMMARY, description=SUMMARY)
    actions = parser.add_subparsers(
        title="what to do", metavar="list | show | diff | identify", required=True
    )
    listing = actions.add_parser("list", help="one line per license")
    _finish(listing, "list")
    showing = actions.add_parser("show", help="everything that one license says, section by section")
    showing.add_argument("license", metavar="ID", help="an id of the list, or any name the license goes by")
    _finish(showing, "show")
    comparing = actions.add_parser("diff", help="what changes in the terms from one license to another")
    comparing.add_argument("license", metavar="A", help="an id of the list, or any name the license goes by")
    comparing.add_argument("other", metavar="B", help="the same, for the other one")
    _finish(comparing, "diff")
    identify.register(actions)


def run(arguments: Namespace) -> int:
    """Print the list, one license, or the differences of two.

    Raises:
        UsageError: nobody knows a license, or its name stands for several.
        DocumentError: an entry of the organization's own is invalid.
    """
    if arguments.format not in FORMATS:
        raise UsageError(f"--format {one_line(arguments.format)}: choose {' or '.join(FORMATS)}")
    catalog = _catalog(arguments)
    said = {"list": _list, "show": _show, "diff": _diff}[arguments.action]
    arguments.console.write(said(arguments, catalog))
    return 0


def _finish(parser: ArgumentParser, action: str) -> None:
    add_organization(parser)
    add_format(parser, *FORMATS)
    parser.set_defaults(run=run, action=action)


def _catalog(arguments: Namespace) -> Catalog:
    from license_gate.commands.desk import Desk
    from license_gate.commands.own_licenses import catalog_here

    return catalog_here(Desk(arguments, arguments.console))


def _list(arguments: Namespace, catalog: Catalog) -> str:
    if arguments.format == "json":
        return _json(list_json(catalog))
    return list_text(catalog, arguments.console.width)


def _show(arguments: Namespace, catalog: Catalog) -> str:
    from license_gate.catalog.pack import pack_edition
    from license_gate.catalog.show import asked, show
    from license_gate.catalog.travel import travels

    edition = _find(arguments.license, catalog)
    if arguments.format != "json":
        return show(edition, catalog, arguments.console.width)
    shown = {"source": edition.source, **pack_edition(edition)}
    return _json(
        {
            "catalog": catalog.version,
            "license": shown,
            "travels": travels(edition, catalog),
            "asks": asked(edition, catalog),
        }
    )


def _diff(arguments: Namespace, catalog: Catalog) -> str:
    from license_gate.catalog.diff import compare
    from license_gate.catalog.diff_page import diff_page, diff_values

    before, after = (_readable(name, catalog) for name in (arguments.license, arguments.other))
    found = compare(before, after, catalog.words)
    if arguments.format == "json":
        return _json({"catalog": catalog.version, **diff_values(found, catalog.words)})
    return diff_page(found, catalog.words, arguments.console.width)


def _readable(name: str, catalog: Catalog) -> Edition:
    """An edition whose terms are known: against one that is known by name only everything would differ."""
    found = _find(name, catalog)
    if not found.clauses:
        raise UsageError(
            f"{found.id}: {found.missing or 'the entry has no clauses'}; there is nothing to compare"
        )
    return found


def _find(name: str, catalog: Catalog) -> Edition:
    edition = catalog.edition(name)
    if edition is not None:
        return edition
    meant = getattr(catalog.expression(name), "editions", ())
    found = [each for each in map(catalog.edition, meant) if each is not None]
    if len(found) == 1:
        return found[0]
    written = one_line(name)
    if found:
        raise UsageError(f"{written} stands for several licenses: {', '.join(each.id for each in found)}")
    raise UsageError(
        f"no license goes by {written}{_near(name, catalog)}; license-gate licenses list names them all"
    )


def _near(name: str, catalog: Catalog) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name.lower(), sorted(catalog.words.editions), 3, 0.6)
    return f"; did you mean {' or '.join(close)}?" if close else ""


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
