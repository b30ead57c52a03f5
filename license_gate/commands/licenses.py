"""``license-gate licenses``: which licenses the catalog knows, and what each one says."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction

from license_gate.catalog.lookup import Catalog, Summary, load_catalog
from license_gate.commands.options import add_format
from license_gate.domain.condition import EVERY
from license_gate.domain.license import Clause, Edition
from license_gate.errors import UsageError
from license_gate.report.escape import one_line
from license_gate.report.layout import columns, finish, wrap

SUMMARY = "the licenses that the catalog knows: list, or show ID"
FORMATS = ("text", "json")
DECIDING = 4  # kinds named per line of the list


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("licenses", help=SUMMARY, description=SUMMARY)
    actions = parser.add_subparsers(title="what to do", metavar="list | show", required=True)
    listing = actions.add_parser("list", help="one line per license")
    add_format(listing, *FORMATS)
    listing.set_defaults(run=run, action="list")
    showing = actions.add_parser("show", help="everything that one license says, section by section")
    showing.add_argument("license", metavar="ID", help="an id of the list, or any name the license goes by")
    add_format(showing, *FORMATS)
    showing.set_defaults(run=run, action="show")


def run(arguments: Namespace) -> int:
    """Print the list or one license.

    Raises:
        UsageError: nobody knows the license, or its name stands for several.
    """
    if arguments.format not in FORMATS:
        raise UsageError(f"--format {one_line(arguments.format)}: choose {' or '.join(FORMATS)}")
    catalog = load_catalog()
    if arguments.action == "list":
        text = (
            _list_json(catalog)
            if arguments.format == "json"
            else _list_text(catalog, arguments.console.width)
        )
    else:
        edition = _find(arguments.license, catalog)
        text = (
            _show_json(edition, catalog) if arguments.format == "json" else _page(edition, catalog, arguments)
        )
    arguments.console.write(text)
    return 0


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


def _page(edition: Edition, catalog: Catalog, arguments: Namespace) -> str:
    from license_gate.catalog.show import show

    return show(edition, catalog, arguments.console.width)


def deciding(summary: Summary, catalog: Catalog) -> tuple[str, ...]:
    """The titles of the kinds whose terms can close a gate on facts, the first kinds of the table first."""
    edition = catalog.edition(summary.id)
    kinds = catalog.words.kinds
    named = {clause.kind for clause in edition.clauses if _decides(clause)} if edition else set()
    return tuple(kind.title for kind in kinds.values() if kind.id in named and kind.unknown == "undecided")


def _decides(clause: Clause) -> bool:
    return clause.effect in ("prohibits", "withholds") and clause.when != EVERY


def _list_text(catalog: Catalog, width: int) -> str:
    rows = [("id", "category", "date", "what can close the gate")]
    for summary in catalog.editions():
        titles = deciding(summary, catalog)
        told = ", ".join(titles[:DECIDING]) + (" ..." if len(titles) > DECIDING else "")
        rows.append((summary.id, summary.category, summary.date, told or "-"))
    unread = sorted(catalog.words.editions - {summary.id for summary in catalog.editions()})
    lines = columns([[one_line(cell) for cell in row] for row in rows], width, "")
    known = f"{len(unread)} more are known by name only, so that everything about them is undecided: "
    return finish([*lines, "", *wrap(known + ", ".join(unread), width)])


def _list_json(catalog: Catalog) -> str:
    licenses = [
        {
            "id": summary.id,
            "name": summary.name,
            "licensor": summary.licensor,
            "category": summary.category,
            "date": summary.date,
            "spdx": summary.spdx,
            "verified": summary.verified,
            "source": summary.source,
            "deciding": list(deciding(summary, catalog)),
        }
        for summary in catalog.editions()
    ]
    return _json({"catalog": catalog.version, "licenses": licenses})


def _show_json(edition: Edition, catalog: Catalog) -> str:
    from license_gate.catalog.pack import pack_edition
    from license_gate.catalog.show import asked
    from license_gate.catalog.travel import travels

    shown = {"source": edition.source, **pack_edition(edition)}
    travel = travels(edition, catalog)
    return _json(
        {"catalog": catalog.version, "license": shown, "travels": travel, "asks": asked(edition, catalog)}
    )


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
