"""The three ways in which a run can fail to reach a verdict; a finding is never one of them.

Failure
├── UsageError        2  the command line does not make sense
├── DocumentError     3  a document is invalid: all problems of all documents at once
└── UnavailableError  4  something needed cannot be had (a network answer, a file of the installation)
"""

from __future__ import annotations

from license_gate.domain.place import Problem


class GateError(Exception):
    """A run that cannot give a verdict; `exit_code` says of which kind."""

    exit_code = 70


class UsageError(GateError):
    """The command line does not make sense."""

    exit_code = 2


class DocumentError(GateError):
    """One or more documents are invalid."""

    exit_code = 3

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))


class UnavailableError(GateError):
    """Something that the command needs cannot be had now."""

    exit_code = 4
