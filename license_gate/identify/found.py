"""What a license text turned out to be."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.domain.text import Difference

LICENSE = "license"
USE_POLICY = "use-policy"
# Differences in a text as a whole, beside those in its deciding values.
WORDING, EXCERPTS = "wording", "text"


class Value(NamedTuple):
    """One deciding value as a text states it: `10,000,000 USD a year` at a place of the text."""

    text: str
    start: int
    end: int


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
