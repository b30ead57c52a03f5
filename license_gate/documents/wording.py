"""How problems of documents are worded: one style for every reader."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from license_gate.domain.place import Place, Problem
from license_gate.domain.wording import did_you_mean, nearest, one_of, shown


class Notes(NamedTuple):
    """Collects the problems of one document; `quiet` ones never repeat what the document says."""

    problems: list[Problem]
    quiet: bool = False

    def add(self, place: Place, message: str) -> None:
        """Report one problem."""
        self.problems.append(Problem(place, message))

    def wrong(self, place: Place, text: str, message: str) -> None:
        """Report a value: its text, unless it is confidential, and what is wrong with it."""
        self.add(place, f"this value {message}" if self.quiet else f"{shown(text)} {message}")

    def unknown(self, place: Place, what: str, text: str, known: Collection[str]) -> None:
        """Report a word that is not one of `known`, with the nearest that is."""
        if self.quiet:
            self.add(place, f"unknown {what}{one_of(known)}")
        else:
            self.add(place, f"unknown {what} {shown(text)}{did_you_mean(text, known)}")

    def unknown_key(self, place: Place, what: str, text: str, known: Collection[str]) -> str:
        """Report a key that is not one of `known`; returns the one that is suggested, or ''."""
        written = "" if self.quiet else f" {shown(text)}"
        self.add(place, f"unknown {what}{written}{did_you_mean(text, known)}")
        return nearest(text, known)
