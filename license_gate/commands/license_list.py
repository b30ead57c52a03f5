"""The list of licenses: one line each, with what can close the gate; an organization's own are marked."""

from __future__ import annotations

from license_gate.catalog.lookup import Catalog, Summary
from license_gate.domain.condition import EVERY
from license_gate.domain.license import Clause
from license_gate.report.escape import one_line
from license_gate.report.layout import columns, finish, wrap

DECIDING = 4  # kinds named per line of the list
CATALOG = "catalog"


def list_text(catalog: Catalog, width: int) -> str:
    """The list for people."""
    rows = [("id", "category", "date", "what can close the gate")]
    editions = catalog.editions()
    for summary in editions:
        titles = deciding(summary, catalog)
        told = ", ".join(titles[:DECIDING]) + (" ..." if len(titles) > DECIDING else "")
        theirs = "" if summary.source == CATALOG else " *"
        rows.append((summary.id + theirs, summary.category, summary.date, told or "-"))
    lines = columns([[one_line(cell) for cell in row] for row in rows], width, "")
    own = [f"{summary.id} ({summary.source})" for summary in editions if summary.source != CATALOG]
    if own:
        lines += ["", *wrap(one_line(f"* your organization's own: {', '.join(own)}"), width)]
    unread = sorted(catalog.words.editions - {summary.id for summary in editions})
    known = f"{len(unread)} more are known by name only, so that everything about them is undecided: "
    return finish([*lines, "", *wrap(known + ", ".join(unread), width)])


def list_json(catalog: Catalog) -> dict[str, object]:
    """The list for programs; `source` is the file of an organization's own entry."""
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
    return {"catalog": catalog.version, "licenses": licenses}


def deciding(summary: Summary, catalog: Catalog) -> tuple[str, ...]:
    """The titles of the kinds whose terms can close a gate on facts, the first kinds of the table first."""
    edition = catalog.edition(summary.id)
    kinds = catalog.words.kinds
    named = {clause.kind for clause in edition.clauses if _decides(clause)} if edition else set()
    return tuple(kind.title for kind in kinds.values() if kind.id in named and kind.unknown == "undecided")


def _decides(clause: Clause) -> bool:
    return clause.effect in ("prohibits", "withholds") and clause.when != EVERY
