"""Purposes that a license is confined to or shuts out."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "purpose"
_PURPOSE = re.compile(
    r"\b(?:non[\s-]*commercial|commercial|research(?:\s+purposes?)?\s+only|academic|non[\s-]*profit|evaluation"
    r"|non[\s-]*production|production|military|personal\s+use)|非商业|商业|科研|学术"
)


def find(plain: Plain) -> list[Value]:
    """Such as `non-commercial`."""
    return [
        Value(_write(found.group()), found.start(), found.end()) for found in _PURPOSE.finditer(plain.text)
    ]


def _write(text: str) -> str:
    joined = " ".join(text.replace("-", " ").split())
    return re.sub(r"^non ?", "non-", joined) if joined.startswith("non") else joined
