"""The report formats there are: a module of this folder that has `render` is one, named like its file."""

from __future__ import annotations

import importlib
import os
from typing import cast

from license_gate.domain.wording import nearest
from license_gate.errors import UsageError
from license_gate.report.style import Render


def available() -> tuple[str, ...]:
    """The names of all formats, sorted. Imports every module of the folder: for help and errors only."""
    files = os.listdir(os.path.dirname(__file__))
    names = sorted(name[:-3] for name in files if name.endswith(".py"))
    return tuple(name for name in names if _render(name) is not None)


def load(name: str) -> Render:
    """The `render` function of a format.

    Raises:
        UsageError: there is no such format; the message names the nearest.
    """
    render = _render(name)
    if render is None:
        raise UsageError(_unknown(name))
    return render


def _render(name: str) -> Render | None:
    if not (name.isidentifier() and name.isascii()) or name.startswith("_"):
        return None
    qualified = f"{__package__}.{name}"
    try:
        module = importlib.import_module(qualified)
    except ModuleNotFoundError as error:
        if error.name != qualified:
            raise
        return None
    return cast("Render | None", getattr(module, "render", None))


def _unknown(name: str) -> str:
    names = available()
    near = nearest(name, names)
    hint = f"; did you mean {near}?" if near else ""
    return f"there is no report format {name!r}{hint} (formats: {', '.join(names)})"
