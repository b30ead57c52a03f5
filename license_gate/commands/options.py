"""Options that several commands share."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError

from license_gate.report.escape import one_line


def add_root(parser: ArgumentParser) -> None:
    """Where the repository is."""
    parser.add_argument(
        "--root", default=".", type=_folder, metavar="DIR", help="the repository (default: here)"
    )


def _folder(named: str) -> str:
    """A folder that is there: in one that is not, nothing is found and the gate would stand open."""
    if not os.path.isdir(named):
        raise ArgumentTypeError(f"{one_line(named)} is no folder")
    return named


def add_repository(parser: ArgumentParser) -> None:
    """Where the repository and its documents are."""
    add_root(parser)
    parser.add_argument(
        "--manifest", metavar="FILE", help="models.yaml (default: .license-gate/models.yaml, models.yaml)"
    )
    parser.add_argument(
        "--facts", metavar="FILE", help="facts.yaml; wins over the manifest and $LICENSE_GATE_FACTS"
    )
    parser.add_argument("--policy", metavar="POLICY", help="builtin:NAME@N or a file; wins over the manifest")
    parser.add_argument(
        "--central",
        metavar="DIR",
        help="the organization's policy, facts, waivers and licenses ($LICENSE_GATE_CENTRAL)",
    )


def add_organization(parser: ArgumentParser) -> None:
    """Where an organization's own licenses are, for commands that need nothing else of a repository."""
    add_root(parser)
    parser.add_argument(
        "--policy", metavar="FILE", help="the policy beside which licenses/ lies (default: the repository's)"
    )
    parser.add_argument(
        "--central", metavar="DIR", help="the organization's folder, with licenses/ ($LICENSE_GATE_CENTRAL)"
    )
    parser.set_defaults(manifest=None)


def add_today(parser: ArgumentParser) -> None:
    """The day of the run."""
    parser.add_argument("--today", metavar="YYYY-MM-DD", help="judge as on this day")


def add_format(parser: ArgumentParser, *choices: str) -> None:
    """The form of the output."""
    parser.add_argument(
        "--format",
        default="text",
        metavar="FORMAT",
        help=", ".join(choices) or "of the report; a wrong one lists them all",
    )
