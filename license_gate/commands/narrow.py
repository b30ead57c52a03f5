"""What counts in this run: all that was found, or less where an option says so aloud."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from license_gate.domain.verdict import Verdict
from license_gate.errors import DocumentError
from license_gate.report.escape import one_line


def narrow(verdict: Verdict, arguments: Namespace) -> Verdict:
    """The verdict as `--new-since` and `--leave-to-ci` leave it.

    Raises:
        UsageError: git knows no such commit.
    """
    if arguments.new_since is not None:
        verdict = _new_since(verdict, arguments)
    if arguments.leave_to_ci:
        from license_gate.evaluate.left import leave_to_ci

        verdict = leave_to_ci(verdict)
    return verdict


def _new_since(verdict: Verdict, arguments: Namespace) -> Verdict:
    from license_gate.evaluate.new import only_new

    before, said = _judge_then(arguments)
    run = verdict.run._replace(new_since=arguments.new_since, notes=(*verdict.run.notes, *said))
    return only_new(verdict, before)._replace(run=run)


def _judge_then(arguments: Namespace) -> tuple[Verdict | None, list[str]]:
    """The verdict on the other tree by its own documents, today; None where they are invalid, and what to say."""
    from license_gate.commands.conclude import conclude
    from license_gate.commands.gather import gather
    from license_gate.commands.space import Site
    from license_gate.revision import ABSENT, Blobs, open_revision

    name = arguments.new_since
    with closing(open_revision(arguments.root, name)) as revision:
        try:
            gathered = gather(arguments, arguments.console, Site(revision, Blobs(revision)))
            verdict = conclude(gathered)
        except DocumentError as error:
            first = error.problems[0]
            why = f"a document at {name} is invalid ({first.place}: {one_line(first.message)})"
            return None, [f"everything counts as new: {why}"]
    if gathered.inputs is None:
        return verdict, [f"everything counts as new: there is no models.yaml at {name}"]
    absent = sum(item.reason == ABSENT for item in verdict.skipped)
    return verdict, [f"{absent} files of {name} {ABSENT}: what they hold counts as new"] if absent else []
