"""Names: what a model made from this one must, or may not, be called; which notice file goes along."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "name or notice"
_NAME = re.compile(
    r'(?:include|begin\s+with|start\s+with|prefix(?:ed)?\s+with)\s+"(?P<prefix>[^"]{2,60}?)[.,]?"\s+(?:at|in|as)\s'
    r'|(?:not\s+use|without\s+using)\s+(?:the\s+(?:name|mark)s?\s+)?"(?P<banned>[^"]{2,60}?)[.,]?"'
    r'|"(?P<notice>[a-z][^"]{2,90}?\s(?:is|are)\s+(?:licensed|provided|distributed)\s+under[^"]{4,300})"'
)
_LONGEST = 7  # words kept of one name


def find(plain: Plain) -> list[Value]:
    """Such as `Llama`, or the first words of a notice line."""
    return [_value(found, plain) for found in _NAME.finditer(plain.text)]


def _value(found: re.Match[str], plain: Plain) -> Value:
    start, end = found.span(str(found.lastgroup))
    return Value(" ".join(plain.shown[start:end].split()[:_LONGEST]), start, end)
