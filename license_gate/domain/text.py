"""A license text that lies beside weights in the repository, and what it turned out to be."""

from __future__ import annotations

from typing import NamedTuple


class Difference(NamedTuple):
    """One point on which a text is not the edition it resembles."""

    what: str  # "user limit", "territory", "wording"
    recorded: tuple[str, ...]  # what the edition says and the text does not
    found: tuple[str, ...]  # what the text says and the edition does not
    line: int = 0  # where in the text, 1-based; 0: nowhere, or all over


class LicenseText(NamedTuple):
    """One license in a file beside weights; a file with several licenses gives several of these."""

    file: str  # relative to the repository
    license: str = ""  # the edition that it is or resembles; '' where no known text is near
    differs_on: tuple[Difference, ...] = ()
    lines: tuple[str, ...] = ()  # of the whole file, without their ends
    same: tuple[str, ...] = ()  # other editions that apply this very text
    reason: str = ""  # why it is not known
    compared: frozenset[str] = frozenset()  # the editions whose whole texts it was held against
    whole: bool = True  # False: of that edition's text only excerpts are on record

    @property
    def faithful(self) -> bool:
        """Whether it is the text of its edition, so that it may be judged as that."""
        return bool(self.license) and self.whole and not self.differs_on
