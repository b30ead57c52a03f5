"""``license-gate init``: a few answers and what the repository uses -> its documents, shown before written."""

from __future__ import annotations

from argparse import Namespace, _SubParsersAction

from license_gate.catalog.lookup import load_catalog
from license_gate.commands.check import judge
from license_gate.commands.console import Console
from license_gate.commands.gather import Gathered, gather
from license_gate.commands.interview import interview
from license_gate.commands.left import left_to_decide
from license_gate.commands.options import add_root, add_today
from license_gate.commands.own_address import own_address
from license_gate.commands.plan import Plan, draw_up
from license_gate.documents.answers import Answers, read_answers
from license_gate.documents.yaml_tree import compose
from license_gate.domain.place import Place, Problem
from license_gate.domain.vocabulary import Vocabulary
from license_gate.errors import DocumentError, UnavailableError
from license_gate.report.escape import terminal
from license_gate.report.layout import finish, wrap
from license_gate.report.style import Style
from license_gate.workspace import Unreadable, Workspace, read_file

SUMMARY = "write the documents from a few answers and from what the repository uses; overwrites nothing"
_ANSWERS = (
    "YAML with any of the keys uses, commercial, monthly_active_users, revenue, seat, fields, hook and "
    "workflow, in the place of the questions; what is absent stays open"
)


def register(subparsers: _SubParsersAction) -> None:  # type: ignore[type-arg]
    """Add the command."""
    parser = subparsers.add_parser("init", help=SUMMARY, description=SUMMARY)
    add_root(parser)
    parser.add_argument("--answers", metavar="FILE", help=_ANSWERS)
    parser.add_argument("--yes", action="store_true", help="write without asking")
    add_today(parser)
    parser.set_defaults(run=run, manifest=None, facts=None, policy=None, central=None)


def run(arguments: Namespace) -> int:
    """Ask, show, write, judge; 0 whatever the verdict, for only `check` is the gate.

    Raises:
        DocumentError: the answers, or documents that stand here already, are invalid.
        UnavailableError: a file cannot be written.
    """
    console: Console = arguments.console
    catalog = load_catalog()
    answers, gathered = _given(arguments, catalog.words)
    if answers is None:
        answers = interview(console, catalog.words) if console.interactive else Answers()
    space = Workspace(arguments.root)
    plan = draw_up(answers, gathered, catalog, space, own_address())
    console.write(finish(_shown(plan, console.width)))
    if plan.new and not _agreed(arguments, console):
        console.write("nothing was written\n")
        return 0
    written = _write(plan, space)
    verdict, lines = judge(arguments)
    end = left_to_decide(verdict, Style(console.color, console.width, line=lines))
    console.write(finish([*written, *_by_hand(plan, console.width), *end]))
    return 0


def _given(arguments: Namespace, words: Vocabulary) -> tuple[Answers | None, Gathered]:
    """The answers of the file, if one is named, and the repository; every problem of both at once."""
    problems: list[Problem] = []
    answers = _answers(arguments.answers, words, problems) if arguments.answers else None
    try:
        gathered = gather(arguments, arguments.console)
    except DocumentError as error:
        raise DocumentError([*problems, *error.problems]) from error
    if problems:
        raise DocumentError(problems)
    return answers, gathered


def _answers(path: str, words: Vocabulary, problems: list[Problem]) -> Answers | None:
    try:
        data = read_file(path)
    except Unreadable as reason:
        problems.append(Problem(Place(path), f"{path} {reason}"))
        return None
    root = compose(data, path, problems)
    return None if root is None else read_answers(root, words, problems)


def _shown(plan: Plan, width: int) -> list[str]:
    """Every file with its whole text, and what is left as it is."""
    lines: list[str] = []
    for file in plan.new:
        lines += [f"{terminal(file.path)}, a new file:"]
        lines += [f"  | {terminal(line)}" for line in file.text.splitlines()]
        lines += [""]
    for path in plan.kept:
        lines += wrap(f"{terminal(path)} is there already and is left as it is", width)
    return [*lines, ""] if plan.kept else lines


def _agreed(arguments: Namespace, console: Console) -> bool:
    """Whether to write. Where nobody can be asked, the command itself says so: nothing is ever overwritten."""
    if arguments.yes or not console.interactive:
        return True
    try:
        return console.ask("Write these files? [Y/n] ").strip().lower() in ("", "y", "yes")
    except EOFError:
        console.write("\n")
        return False


def _write(plan: Plan, space: Workspace) -> list[str]:
    for file in plan.new:
        try:
            written = space.write_new(file.path, file.text)
        except (Unreadable, OSError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise UnavailableError(f"{terminal(file.path)} cannot be written: {reason}") from error
        if not written:
            raise UnavailableError(f"{terminal(file.path)} came into being meanwhile and is left as it is")
    return [f"wrote {', '.join(terminal(file.path) for file in plan.new)}", ""] if plan.new else []


def _by_hand(plan: Plan, width: int) -> list[str]:
    lines: list[str] = []
    for sentence, snippet in plan.by_hand:
        lines += [
            *wrap(sentence + (":" if snippet else ""), width, "  - "),
            *(f"      {line}" for line in snippet),
        ]
    return ["to do by hand", *lines, ""] if lines else []
