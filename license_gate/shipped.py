"""Files that come with the program and are no code: the built-in policies and the schemas."""

from __future__ import annotations

import os

from license_gate.errors import UnavailableError

POLICIES = "policies"
SCHEMAS = "schemas"
_PACKAGE = os.path.dirname(__file__)


def folder(kind: str) -> str:
    """Where files of a kind are: in the installed package, else in the source tree.

    Raises:
        UnavailableError: in neither place; the installation is damaged.
    """
    for path in (os.path.join(_PACKAGE, "_shipped", kind), os.path.join(os.path.dirname(_PACKAGE), kind)):
        if os.path.isdir(path):
            return path
    raise UnavailableError(f"the {kind} of the program are missing; install license-gate again")


def read(kind: str, name: str) -> bytes:
    """The bytes of one file.

    Raises:
        UnavailableError: it is missing; the installation is damaged.
    """
    try:
        with open(os.path.join(folder(kind), name), "rb") as file:
            return file.read()
    except OSError as error:
        raise UnavailableError(
            f"{kind}/{name} of the program is missing; install license-gate again"
        ) from error
