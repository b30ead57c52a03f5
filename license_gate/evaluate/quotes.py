"""Findings about a clause -> the same with the line of the user's own copy of that license."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from license_gate.domain.text import LicenseText
from license_gate.domain.verdict import ClauseName, Finding, Quote
from license_gate.evaluate.bench import Catalog

if TYPE_CHECKING:
    from license_gate.identify.locate import Copy

_LONGEST = 240  # characters of a line that are quoted


def with_quotes(
    findings: tuple[Finding, ...], texts: Mapping[str, Sequence[LicenseText]], catalog: Catalog
) -> tuple[Finding, ...]:
    """Quotes where a true copy of the license lies beside weights: those of the finding's own models first."""
    if not any(texts.values()):
        return findings
    library = _Library(texts, catalog)
    return tuple(
        finding._replace(quote=library.quote(finding, finding.clause)) if finding.clause else finding
        for finding in findings
    )


class _Library:
    """All copies at hand; each is read once, whatever number of clauses it is asked for."""

    __slots__ = ("_catalog", "_copies", "_quotes", "_texts")

    def __init__(self, texts: Mapping[str, Sequence[LicenseText]], catalog: Catalog) -> None:
        self._texts = texts
        self._catalog = catalog
        self._copies: dict[str, Copy] = {}
        self._quotes: dict[tuple[str, str, str], Quote | None] = {}

    def quote(self, finding: Finding, clause: ClauseName) -> Quote | None:
        """The first copy in which the clause is found."""
        locator = self._locator(clause)
        found = (self._in_text(text, clause, locator) for text in self._copies_of(finding, clause.license))
        return next((quote for quote in found if quote is not None), None) if locator else None

    def _locator(self, clause: ClauseName) -> str:
        edition = self._catalog.edition(clause.license)
        clauses = edition.clauses if edition else ()
        return next((each.locator for each in clauses if each.id == clause.id), "")

    def _copies_of(self, finding: Finding, edition: str) -> Iterator[LicenseText]:
        nearest = (*(step.model for step in reversed(finding.path)), finding.model)
        for model in dict.fromkeys((*nearest, *self._texts)):
            for text in self._texts.get(model, ()):
                if text.faithful and edition in (text.license, *text.same):
                    yield text

    def _in_text(self, text: LicenseText, clause: ClauseName, locator: str) -> Quote | None:
        key = (text.file, clause.license, clause.id)
        if key not in self._quotes:
            self._quotes[key] = self._read(text, locator)
        return self._quotes[key]

    def _read(self, text: LicenseText, locator: str) -> Quote | None:
        from license_gate.identify.locate import Copy, locate_in_line

        if text.file not in self._copies:
            self._copies[text.file] = Copy("\n".join(text.lines))
        line = self._copies[text.file].line(locator)
        if line is None:
            return None
        said = text.lines[line - 1]
        return Quote(text.file, line, _cut(said, locate_in_line(said, locator)))


def _cut(line: str, start: int) -> str:
    """The line without its indent; of a long one, what stands from the clause on."""
    whole = line.strip()
    if len(whole) <= _LONGEST:
        return whole
    rest = line[start:].strip()
    before = "..." if line[:start].strip() else ""
    return before + (rest if len(rest) <= _LONGEST else f"{rest[:_LONGEST].rstrip()}...")
