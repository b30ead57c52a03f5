"""What a license text turned out to be."""

from __future__ import annotations

from typing import NamedTuple

LICENSE = "license"
USE_POLICY = "use-policy"


class Value(NamedTuple):
    """One deciding value as a text states it: `10,000,000 USD a year` at a place of the text."""

    text: str
    start: int
    end: int


class Difference(NamedTuple):
    """One point on which a text is not the edition it resembles."""

    what: str  # "user limit", "territory", "wording"
    recorded: tuple[str, ...]  # what the edition says and the text does not
    found: tuple[str, ...]  # what the text says and the edition does not
    line: int = 0  # where in the text, 1-based; 0: nowhere, or all over


class Match(NamedTuple):
    """One license in a text."""

    license: str
    score: float  # shared share of wording, 0 to 1
    part: str = LICENSE
    edition_text: str = ""  # date of an earlier text with other terms; '' for one with the recorded terms
    differs_on: tuple[Difference, ...] = ()
    same_text: tuple[str, ...] = ()  # other entries of the catalog that apply this very text
    lines: tuple[int, int] = (0, 0)


class Identified(NamedTuple):
    """The license of a text and what else is in it. `license` is None where nothing known is near enough."""

    license: str | None
    score: float
    differs_on: tuple[Difference, ...] = ()
    also: tuple[Match, ...] = ()
    part: str = ""
    edition_text: str = ""
    same_text: tuple[str, ...] = ()
    lines: tuple[int, int] = (0, 0)
    reason: str = ""  # why there is no license
