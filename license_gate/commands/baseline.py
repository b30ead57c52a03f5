"""``license-gate baseline``: what is wrong today, excused until a day. It never grows; it can only be pruned."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction

from license_gate.commands.conclude import conclude
from license_gate.commands.console import Console
from license_gate.commands.gather import Gathered, gather
from license_gate.commands.options import add_repository, add_today
from license_gate.commands.read_baseline import FILE
from license_gate.documents.baseline import write_baseline
from license_gate.documents.reading import LONGEST_NAME, is_day
from license_gate.domain.baseline import Baseline, Debt
from license_gate.domain.policy import Policy
from license_gate.domain.verdict import Finding, Verdict
from license_gate.errors import UnavailableError, UsageError
from license_gate.evaluate.baseline import NEVER, left_over, limit, too_long
from license_gate.report import sentences
from license_gate.report.escape import one_line, terminal
from license_gate.report.layout import columns, finish, wrap
from license_gate.report.style import Style
from license_gate.report.summary import verdict_lines
from license_gate.workspace import Unreadable, Workspace

SUMMARY = "excuse what closes the gate today until a day, in a file that never grows; exits as check does"


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("baseline", help=SUMMARY, description=SUMMARY)
    parser.add_argument("--until", metavar="YYYY-MM-DD", help="the last day on which it holds")
    parser.add_argument("--reason", metavar="TEXT", help="why, for those who read it later")
    parser.add_argument("--approved-by", metavar="NAME", default="", help="who agreed")
    parser.add_argument("--prune", action="store_true", help="only take out what no longer occurs")
    add_repository(parser)
    add_today(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Write or prune the baseline, judge with it, and answer with the gate.

    Raises:
        UsageError: there is a baseline already (or none to prune), the policy does not allow it, or an option
            is missing or wrong.
        DocumentError: a document is invalid.
        UnavailableError: the file cannot be written.
    """
    _check_options(arguments)
    console: Console = arguments.console
    gathered = gather(arguments, console)
    if gathered.inputs is None:
        raise UsageError("there is no models.yaml; license-gate init writes one from what is found")
    space, verdict = Workspace(arguments.root), conclude(gathered)
    if arguments.prune:
        said = _prune(space, gathered.inputs.baseline, verdict)
    else:
        said = _begin(space, arguments, gathered, verdict)
    verdict = conclude(gather(arguments, console))
    style = Style(console.color, console.width)
    console.write(finish([*said, "", *_left(verdict, style), *verdict_lines(verdict, style)]))
    return verdict.exit_code


def _check_options(arguments: Namespace) -> None:
    given = [name for name in ("until", "reason", "approved_by") if getattr(arguments, name)]
    if arguments.prune:
        if given:
            raise UsageError("--prune changes neither the day nor the reason; it takes no other option")
        return
    if not arguments.until or not (arguments.reason or "").strip():
        raise UsageError("a baseline needs --until YYYY-MM-DD and --reason TEXT; --prune needs neither")
    if not is_day(arguments.until):
        raise UsageError(f"--until {one_line(arguments.until)!r} is not a day; write it as 2026-11-15")
    if arguments.until < arguments.console.today.isoformat():
        raise UsageError(f"--until {arguments.until} has passed")


def _begin(space: Workspace, arguments: Namespace, gathered: Gathered, verdict: Verdict) -> list[str]:
    """Write a baseline where there is none."""
    if space.occupied(FILE):
        raise UsageError(
            f"{FILE} stands already, and a baseline never grows: --prune takes out what is settled; "
            "to begin anew, remove it"
        )
    policy: Policy | None = gathered.inputs.policy if gathered.inputs else None
    if policy is not None and too_long(arguments.until, policy, arguments.console.today):
        raise UsageError(f"the policy {policy.file} {limit(policy)}")
    debts = tuple(_debt(each) for each in verdict.findings if _closes(each))
    if not debts:
        return ["nothing to excuse: no baseline is written"]
    approved = " ".join(arguments.approved_by.split())
    baseline = Baseline(FILE, arguments.until, arguments.reason.strip(), _plain(approved), debts)
    try:
        written = space.write_new(FILE, write_baseline(baseline, _schema()))
    except (Unreadable, OSError) as error:
        raise UnavailableError(f"{FILE} cannot be written: {_why(error)}") from error
    if not written:
        raise UsageError(f"{FILE} stands already")
    return [f"{FILE}: {_count(debts)} excused until {arguments.until}, that day included"]


def _closes(finding: Finding) -> bool:
    return finding.level == "fail" and not finding.excused and finding.code not in NEVER


def _debt(finding: Finding) -> Debt:
    clause = finding.clause
    return Debt(
        finding.id,
        finding.answer,
        finding.rule,
        _plain(finding.product),
        _plain(finding.model),
        clause.license if clause else "",
        clause.id if clause else "",
    )


def _plain(text: str) -> str:
    """A name for readers, as a document may hold it: names from the scan can be anything."""
    return terminal(text)[:LONGEST_NAME].strip()


def _prune(space: Workspace, baseline: Baseline | None, verdict: Verdict) -> list[str]:
    """Take out the entries that no finding of today fits."""
    if baseline is None:
        raise UsageError(f"there is no {FILE} to prune")
    gone = left_over(baseline, verdict.findings)
    if not gone:
        return [f"{FILE}: every entry still occurs"]
    kept = tuple(debt for debt in baseline.findings if debt not in gone)
    try:
        text = write_baseline(baseline._replace(findings=kept), _schema()).encode()
        written = space.replace(FILE, space.read(FILE), text)
    except (Unreadable, OSError) as error:
        raise UnavailableError(f"{FILE} cannot be written: {_why(error)}") from error
    if not written:
        raise UnavailableError(f"{FILE} has changed meanwhile and is left as it is")
    rows = [(debt.id, one_line(debt.rule), one_line(debt.model)) for debt in gone]
    end = [] if kept else ["nothing is left in it: it can be removed"]
    return [f"{FILE}: {_count(gone)} taken out, {len(kept)} left", *columns(rows, 110, "  "), *end]


def _left(verdict: Verdict, style: Style) -> list[str]:
    """What closes the gate all the same."""
    closing = [each for each in verdict.findings if each.level == "fail" and not each.excused]
    lines = [
        line
        for each in closing
        for line in wrap(f"{sentences.label(each)} {one_line(each.title)}", style.width, "  ")
    ]
    return ["not excused:", *lines, ""] if lines else []


def _schema() -> str:
    from license_gate.commands.own_address import own_address

    return own_address().schema("baseline")


def _why(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def _count(debts: list[Debt] | tuple[Debt, ...]) -> str:
    return sentences.number(len(debts), "finding")
