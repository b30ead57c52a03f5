"""``distribution.includes``: a license text and a notice that lie beside weights kept in the repository go along with them."""

from __future__ import annotations

from license_gate.domain.facts import Value
from license_gate.facts.case import Case, partly

FACT = "distribution.includes"
BECAUSE = "the files beside the weights"
AFTER: tuple[str, ...] = ()


def derive(case: Case) -> Value | None:
    """A license text and a notice that lie beside weights kept in the repository go along with them."""
    names = {name.lower().partition(".")[0] for name in case.tree.beside}
    found = [
        part
        for part, stems in (("license-copy", {"license", "licence", "copying"}), ("notice-file", {"notice"}))
        if names & stems
    ]
    return partly(*found) if found else None
