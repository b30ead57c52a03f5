"""Which law governs, which courts decide."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "law and courts"
_LAW = re.compile(
    r"\blaws?\s+of\s+(?:the\s+)?(?P<law>[^,;.()\"]{3,60}?)(?=[,;.()\"]|\s(?:without|and|excluding|shall|to|applicable|in|as|will)\b)"
    r"|\bcourts?\s+(?:located\s+)?(?:of|in)\s+(?:the\s+)?(?P<court>[^,;.()\"]{3,60}?)(?=[,;.()\"]|\s(?:shall|has|have|will|and|for|to|or)\b)"
)
_LONGEST = 7


def find(plain: Plain) -> list[Value]:
    """Such as `law: state of california`."""
    return [_value(found, plain.text) for found in _LAW.finditer(plain.text)]


def _value(found: re.Match[str], text: str) -> Value:
    group = str(found.lastgroup)
    start, end = found.span(group)
    return Value(f"{group}: {' '.join(text[start:end].split()[:_LONGEST])}", start, end)
