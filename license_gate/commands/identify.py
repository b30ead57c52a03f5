"""``license-gate licenses identify``: which license a file holds, and on what it differs from it."""

from __future__ import annotations

import json
from argparse import Namespace, _SubParsersAction
from typing import Any

from license_gate.catalog.fingerprints import read_fingerprints
from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.commands.options import add_format
from license_gate.errors import UnavailableError, UsageError
from license_gate.identify import Difference, Identified, Match, identify, load_index
from license_gate.identify.found import USE_POLICY
from license_gate.identify.plain import MAX_BYTES
from license_gate.report.escape import one_line
from license_gate.report.layout import finish, wrap
from license_gate.workspace import Unreadable, read_file

SUMMARY = "which license a file holds: its edition, and every deciding value that is not that edition's"
FORMATS = ("text", "json")
_SHOWN = 4  # values of one difference in the text output


def register(actions: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the action to ``licenses``."""
    parser = actions.add_parser("identify", help=SUMMARY, description=SUMMARY)
    parser.add_argument("files", metavar="FILE", nargs="+", help="a license, a notice, a policy, a README")
    add_format(parser, *FORMATS)
    parser.set_defaults(run=run, action="identify")


def run(arguments: Namespace) -> int:
    """Print what each file is; exit code 4 where one could not be read.

    Raises:
        UsageError: an unknown format.
    """
    if arguments.format not in FORMATS:
        raise UsageError(f"--format {one_line(arguments.format)}: choose {' or '.join(FORMATS)}")
    index = load_index(*read_fingerprints())
    rows: list[tuple[str, Identified]] = []
    unread = False
    for file in arguments.files:
        data = _read(file)
        unread = unread or isinstance(data, str)
        rows.append(
            (file, Identified(None, 0.0, reason=data) if isinstance(data, str) else identify(data, index))
        )
    text = (
        render_json(rows)
        if arguments.format == "json"
        else render_text(rows, load_catalog(), arguments.console.width)
    )
    arguments.console.write(text)
    return UnavailableError.exit_code if unread else 0


def _read(file: str) -> bytes | str:
    """The bytes of a file, or why it cannot be read."""
    try:
        return read_file(file, MAX_BYTES)
    except Unreadable as reason:
        return f"the file {reason}"


def render_json(rows: list[tuple[str, Identified]]) -> str:
    """An array with one object per file; `license` is null where none is known, then `reason` says why."""
    files = [
        {
            "file": file,
            "license": found.license,
            "score": found.score,
            "differs_on": [_difference(each) for each in found.differs_on],
            "also": [_match(each) for each in found.also],
            "part": found.part,
            "text": found.edition_text,
            "same_text": list(found.same_text),
            "lines": list(found.lines),
            "reason": found.reason,
        }
        for file, found in rows
    ]
    return json.dumps(files, ensure_ascii=False, indent=1) + "\n"


def render_text(rows: list[tuple[str, Identified]], catalog: Catalog, width: int) -> str:
    """One line per file, and under it one per value that differs and per further license."""
    lines: list[str] = []
    for file, found in rows:
        if found.license is None:
            lines += wrap(
                f"{one_line(file)}: no license recognized: {one_line(found.reason)}", width, "", "    "
            )
            continue
        first = Match(
            found.license, found.score, found.part, found.edition_text, found.differs_on, found.same_text,
            found.lines,
        )  # fmt: skip
        lines += _tell(first, f"{one_line(file)}: ", catalog, width)
        for match in found.also:
            lines += _tell(match, "  also ", catalog, width)
    return finish(lines)


def _tell(match: Match, lead: str, catalog: Catalog, width: int) -> list[str]:
    edition = catalog.edition(match.license)
    known = edition is not None and edition.verified
    told = [match.license + (" use policy" if match.part == USE_POLICY else "")]
    if match.edition_text:
        told.append(f"text of {match.edition_text}")
    told.append(f"lines {match.lines[0]}-{match.lines[1]}")
    told.append(f"{int(match.score * 100)} % the same wording")
    if not known:
        told.append("its terms are not in the catalog")
    ending = "; it differs from the recorded text:" if match.differs_on else ""
    lines = wrap(f"{lead.lstrip()}{', '.join(told)}{ending}", width, "  " if lead[0] == " " else "", "    ")
    for difference in match.differs_on:
        lines += wrap(_sentence(difference), width, "    - ")
    return lines


def _sentence(difference: Difference) -> str:
    where = f" (line {difference.line})" if difference.line else ""
    parts = []
    if difference.found:
        parts.append(f"here {_values(difference.found)}")
    if difference.recorded:
        parts.append(f"recorded {_values(difference.recorded)}")
    return f"{difference.what}{where}: {'; '.join(parts)}"


def _values(values: tuple[str, ...]) -> str:
    more = len(values) - _SHOWN
    told = ", ".join(one_line(value) for value in values[:_SHOWN])
    return f"{told} and {more} more" if more > 0 else told


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "what": difference.what,
        "recorded": list(difference.recorded),
        "found": list(difference.found),
        "line": difference.line,
    }


def _match(match: Match) -> dict[str, Any]:
    return {
        "license": match.license,
        "score": match.score,
        "differs_on": [_difference(each) for each in match.differs_on],
        "part": match.part,
        "text": match.edition_text,
        "same_text": list(match.same_text),
        "lines": list(match.lines),
    }
