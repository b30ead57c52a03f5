"""License text -> edition: which license a file is, on what it differs, and where its terms stand."""

from __future__ import annotations

from license_gate.domain.text import Difference
from license_gate.identify.found import Identified, Match
from license_gate.identify.identify import identify
from license_gate.identify.index import Index, load_index
from license_gate.identify.locate import locate

__all__ = ["Difference", "Identified", "Index", "Match", "identify", "load_index", "locate"]
