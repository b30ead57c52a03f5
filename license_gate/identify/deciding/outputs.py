"""What is said of outputs: forbidden, owned, derivative or not."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "terms on outputs"
_RULE = re.compile(
    r"\b(?P<subject>outputs?|results?)\b[^.;]{0,120}?\b(?P<rule>(?:may|shall|must|will|can|do|does|is|are)\s+not|"
    r"cannot|prohibited|forbidden|not\s+permitted|solely|only|claims?\s+(?:no|any|all)?\s*\w+|owned?|non[\s-]*commercial)\b"
    r"|\b(?P<rule2>(?:may|shall|must|will|can|do|does)\s+not|cannot|prohibited|forbidden|claims?\s+(?:no|any|all)?\s*\w+)"
    r"\b[^.;]{0,120}?\b(?P<subject2>outputs?|results?)\b"
)


def find(plain: Plain) -> list[Value]:
    """Such as `outputs: may not`, once for every rule that names them."""
    return [_value(found) for found in _RULE.finditer(plain.text)]


def _value(found: re.Match[str]) -> Value:
    rule = found["rule"] or found["rule2"]
    return Value(f"outputs: {' '.join(rule.split())}", found.start(), found.end())
