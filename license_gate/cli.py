"""The command line: the only place where a command's result becomes an exit code, and the only clock."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any, NoReturn

from license_gate import __version__
from license_gate.commands.console import Console
from license_gate.domain.place import Problem
from license_gate.errors import DocumentError, GateError, UsageError
from license_gate.report.escape import one_line

INTERRUPTED = 130
OUR_BUG = 70
_COMMANDS = ("add", "baseline", "check", "explain", "init", "licenses", "policy", "scan")


def entry() -> None:
    """The `license-gate` program."""
    # A process of a second that keeps nearly all it makes: looking for garbage costs it 2 % and finds little.
    gc.set_threshold(50_000, 20, 50)
    _leave(main(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End at once: to take apart what the process has made, piece by piece, is a tenth of what a check costs."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main(argv: Sequence[str]) -> int:
    """Run one command; every way to end has its own exit code."""
    arguments: argparse.Namespace | None = None
    try:
        arguments = parse(argv)
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 (the one place where an exception becomes an exit code)
        return _end(error, arguments)
    return code


def _end(error: BaseException, arguments: argparse.Namespace | None) -> int:
    """The exit code of a run that reached no verdict, said on standard error."""
    if isinstance(error, DocumentError):
        return _report_problems(error.problems, arguments)
    if isinstance(error, GateError):
        _warn(f"license-gate: {error}\n")
        return error.exit_code
    if isinstance(error, SystemExit):  # argparse: --help, --version, or a wrong option
        return error.code if isinstance(error.code, int) else UsageError.exit_code
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    return INTERRUPTED if isinstance(error, KeyboardInterrupt) else _report_bug()


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal; to learn its width, argparse loads `shutil` with the first option there is."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    given = os.environ.get("COLUMNS", "")
    with suppress(OSError, ValueError):
        return int(given) if given.isdigit() and int(given) else os.get_terminal_size(1).columns or 80
    return 80


class Parser(argparse.ArgumentParser):
    """An option is written in full: `--ex` must not come to mean `--exit-zero`. Commands inherit it."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 (what argparse takes is its own affair)
        super().__init__(allow_abbrev=False, formatter_class=_Help, **given)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of a command, with its `run` and the console it may use."""
    parser = Parser(
        prog="license-gate",
        description="The license terms that really bind the AI models of a repository, judged on recorded facts.",
        epilog="exit codes: 0 gate open, 1 gate closed, 2 usage, 3 a document is invalid, "
        "4 something needed is unavailable, 70 a bug of ours, 130 interrupted",
    )
    parser.add_argument("--version", action="version", version=f"license-gate {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in _modules(argv):
        module.register(subparsers)
    arguments = parser.parse_args(argv)
    arguments.console = _console(getattr(arguments, "today", None))
    return arguments


def _modules(argv: Sequence[str]) -> list[ModuleType]:
    """Only the module of the named command: every other one costs time at every commit."""
    named = [word for word in argv[:1] if word in _COMMANDS]
    return [import_module(f"license_gate.commands.{name}") for name in named or _COMMANDS]


def _console(today: str | None) -> Console:
    terminal = sys.stdout.isatty()
    return Console(
        write=_write,
        warn=_warn,
        ask=input,
        today=_day(today) if today else date.today(),  # noqa: DTZ011 (a gate closes by the local calendar)
        environ=os.environ,
        color=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        interactive=terminal and sys.stdin.isatty(),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--today {one_line(text)!r} is not a day; write it as 2026-11-15") from None


def _write(text: str) -> None:
    """Text on standard output, whatever encoding the terminal has."""
    sys.stdout.write(
        text.encode(sys.stdout.encoding or "utf-8", "backslashreplace").decode(sys.stdout.encoding or "utf-8")
    )


def _warn(text: str) -> None:
    sys.stderr.write(text.encode("ascii", "backslashreplace").decode("ascii"))


def _report_problems(problems: Sequence[Problem], arguments: argparse.Namespace | None) -> int:
    """Every problem of every document on standard error; JSON as well where JSON was asked for."""
    for problem in problems:
        _warn(f"{problem.place}: {one_line(problem.message)}\n")
    if getattr(arguments, "format", "") == "json":
        from license_gate.report import json as json_report

        _write(json_report.problems(problems))
    return DocumentError.exit_code


def _report_bug() -> int:
    import traceback

    _warn(f"license-gate {__version__}: this is a bug of ours, please report it with these lines\n")
    _warn(traceback.format_exc())
    return OUR_BUG
