"""What the command line gives to a command: where to write, the day, the environment, the terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple


class Console(NamedTuple):
    """Ports to the outside, so that commands read no clock and open no stream themselves."""

    write: Callable[[str], None]  # standard output
    warn: Callable[[str], None]  # standard error
    ask: Callable[[str], str]  # one line from a person; raises EOFError where nobody answers
    today: date
    environ: Mapping[str, str]
    color: bool = False
    width: int = 110
    interactive: bool = False
