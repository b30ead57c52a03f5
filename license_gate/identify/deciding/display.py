"""Lines that must be shown: `Built with Llama`, the name of a model on the user interface."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "line to display"
_QUOTED = r'"(?P<line>[^"]{2,90}?)[.,]?"'
_LINE = re.compile(
    rf'(?:display|mark|indicat|attribution|stat(?:e|ing|ement)|label|say|shown?|acknowledg|公示|展示)[^"]{{0,140}}{_QUOTED}'
    r'|"(?P<mark>(?:built|powered|improved|made|created|derived|trained|developed|based)\s+(?:with|by|using|upon|on|from)\s[^"]{2,70}?)[.,]?"'
)
_LONGEST = 8  # words kept of one line


def find(plain: Plain) -> list[Value]:
    """Such as `Kimi K2.5`, in the case of the text."""
    return [_value(found, plain) for found in _LINE.finditer(plain.text)]


def _value(found: re.Match[str], plain: Plain) -> Value:
    group = "line" if found["line"] else "mark"
    start, end = found.span(group)
    return Value(" ".join(plain.shown[start:end].split()[:_LONGEST]), start, end)
