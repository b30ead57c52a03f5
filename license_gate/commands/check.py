"""``license-gate check``: the gate."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction

from license_gate.commands.conclude import conclude
from license_gate.commands.gather import gather
from license_gate.commands.narrow import narrow
from license_gate.commands.options import add_format, add_repository, add_today
from license_gate.domain.verdict import Verdict
from license_gate.report.formats import load
from license_gate.report.style import Lines, Style, lines_of
from license_gate.workspace import Unreadable, Workspace

SUMMARY = "the gate: judge every declared model; exits 0 when open, 1 when closed"

_QUOTABLE = 1024 * 1024  # bytes


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("check", help=SUMMARY, description=SUMMARY)
    add_repository(parser)
    add_today(parser)
    add_format(parser)
    parser.add_argument("--new-since", metavar="REF", help="only what is new since a commit closes the gate")
    parser.add_argument(
        "--leave-to-ci", action="store_true", help="what no developer can answer does not close the gate"
    )
    parser.add_argument("--verbose", action="store_true", help="notes too, and nothing cut short")
    parser.add_argument(
        "--exit-zero", action="store_true", help="exit 0 whatever the verdict; the report says so"
    )
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Judge, print, and answer with the gate."""
    render = load(arguments.format)
    verdict, lines = judge(arguments)
    verdict = narrow(verdict, arguments)
    console = arguments.console
    style = Style(console.color, console.width, arguments.verbose, lines, arguments.exit_zero)
    console.write(render(verdict, style))
    return style.exit_code(verdict)


def judge(arguments: Namespace) -> tuple[Verdict, Lines]:
    """The verdict on a repository, and the lines that a report may quote.

    Raises:
        DocumentError: a document is invalid.
    """
    gathered = gather(arguments, arguments.console)
    verdict = conclude(gathered)
    return verdict, lines_of({**gathered.files, **_sources(verdict, Workspace(arguments.root))})


def _sources(verdict: Verdict, space: Workspace) -> dict[str, list[str]]:
    """The lines of the source files that findings point at; documents are in memory already."""
    scanned = {reference.file for reference in verdict.references}
    wanted = {place.file for finding in verdict.findings for place in finding.locations[:1]} & scanned
    return {file: _lines(file, space) for file in wanted}


def _lines(file: str, space: Workspace) -> list[str]:
    """The lines of a file that was read a moment ago; where it is gone, nothing is quoted."""
    try:
        return space.read(file, _QUOTABLE).decode("utf-8", "replace").split("\n")
    except Unreadable:
        return []
