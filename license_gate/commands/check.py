"""``license-gate check``: the gate."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from license_gate.commands.options import add_format, add_repository, add_today
from license_gate.commands.remembered import FORMATS, Remembered, Report
from license_gate.workspace import Outside, Unreadable, Workspace

if TYPE_CHECKING:
    from license_gate.commands.gather import Gathered
    from license_gate.commands.models_in_use import ModelsInUse
    from license_gate.commands.space import Site, Space
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
    site = _site(arguments, None)
    with closing(_begun(arguments, site)) as in_use:
        judged = _judge(arguments, site, in_use)
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
    site = _site(arguments, memory)
    with closing(_begun(arguments, site)) as in_use:
        from license_gate.commands.narrow import narrow
        from license_gate.report.formats import load
        from license_gate.report.style import Style

        render = load(arguments.format)
        if memory:
            memory.get_ready()
        judged = _judge(arguments, site, in_use)
    verdict = narrow(judged.verdict, arguments)
    console = arguments.console
    style = Style(console.color, console.width, arguments.verbose, judged.lines, arguments.exit_zero)
    report = Report(render(verdict, style), style.exit_code(verdict))
    if memory:
        memory.keep(report, judged.gathered.own, judged.gathered.found())
    return report


def _site(arguments: Namespace, memory: Remembered | None) -> Site:
    from license_gate.commands.space import Site
    from license_gate.discover.files import Tree

    space = memory.space if memory else Workspace(arguments.root)
    return Site(space, Tree(space.root), memory.outside if memory else Outside())


def _begun(arguments: Namespace, site: Site) -> ModelsInUse:
    """The search for models, begun before anything else is loaded: a second process looks while this one judges."""
    from license_gate.commands.models_in_use import ModelsInUse

    return ModelsInUse(site.space.tracked_files(), site.sources, arguments.console.environ)


def _judge(arguments: Namespace, site: Site, in_use: ModelsInUse) -> Judged:
    from license_gate.commands.conclude import conclude
    from license_gate.commands.gather import gather
    from license_gate.report.style import lines_of

    gathered = gather(arguments, arguments.console, site, in_use)
    verdict = conclude(gathered)
    return Judged(verdict, lines_of({**gathered.files, **_sources(verdict, site.space)}), gathered)


def _sources(verdict: Verdict, space: Space) -> dict[str, list[str]]:
    """The lines of the source files that findings point at; documents are in memory already."""
    scanned = {reference.file for reference in verdict.references}
    wanted = {place.file for finding in verdict.findings for place in finding.locations[:1]} & scanned
    return {file: _lines(file, space) for file in wanted}


def _lines(file: str, space: Space) -> list[str]:
    """The lines of a file that was read a moment ago; where it is gone, nothing is quoted."""
    try:
        return space.read(file, _QUOTABLE).decode("utf-8", "replace").split("\n")
    except Unreadable:
        return []
