"""``license-gate check``: the gate."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction
from typing import TYPE_CHECKING, NamedTuple

from license_gate.commands.models_in_use import ModelsInUse
from license_gate.commands.options import add_format, add_repository, add_today
from license_gate.commands.remembered import FORMATS, Remembered, Report
from license_gate.workspace import Outside, Unreadable, Workspace

if TYPE_CHECKING:
    from license_gate.commands.gather import Gathered
    from license_gate.domain.verdict import Verdict
    from license_gate.report.style import Lines

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
    """Judge, print, and answer with the gate; where nothing changed since the last time, print that report."""
    memory = Remembered(arguments) if _lasting(arguments) else None
    report = (memory.recall() if memory else None) or _report(arguments, memory)
    arguments.console.write(report.text)
    return report.exit_code


def judge(arguments: Namespace) -> tuple[Verdict, Lines]:
    """The verdict on a repository, and the lines that a report may quote.

    Raises:
        DocumentError: a document is invalid.
    """
    judged = _judge(arguments, None)
    return judged.verdict, judged.lines


class Judged(NamedTuple):
    """A verdict, the lines that a report may quote, and what both follow from."""

    verdict: Verdict
    lines: Lines
    gathered: Gathered


def _lasting(arguments: Namespace) -> bool:
    """Whether the report would be the same again: it names no commit and compares with none."""
    return arguments.format in FORMATS and arguments.new_since is None


def _report(arguments: Namespace, memory: Remembered | None) -> Report:
    from license_gate.commands.narrow import narrow
    from license_gate.report.formats import load
    from license_gate.report.style import Style

    render = load(arguments.format)
    judged = _judge(arguments, memory)
    verdict = narrow(judged.verdict, arguments)
    console = arguments.console
    style = Style(console.color, console.width, arguments.verbose, judged.lines, arguments.exit_zero)
    report = Report(render(verdict, style), style.exit_code(verdict))
    if memory:
        memory.keep(report, judged.gathered.own, judged.gathered.scan)
    return report


def _judge(arguments: Namespace, memory: Remembered | None) -> Judged:
    from license_gate.commands.space import Site
    from license_gate.discover.files import Tree

    space = memory.space if memory else Workspace(arguments.root)
    outside = memory.outside if memory else Outside()
    sources = Tree(space.root)
    # Begun before anything else is loaded: a second process looks while this one makes itself ready.
    in_use = ModelsInUse(space.tracked_files(), sources, arguments.console.environ)
    from license_gate.commands.conclude import conclude
    from license_gate.commands.gather import gather
    from license_gate.report.style import lines_of

    gathered = gather(arguments, arguments.console, Site(space, sources, outside), in_use)
    verdict = conclude(gathered)
    return Judged(verdict, lines_of({**gathered.files, **_sources(verdict, space)}), gathered)


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
