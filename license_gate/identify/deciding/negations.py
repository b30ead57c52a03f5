"""Words that turn a permission into a ban and back: a single one changes what a license says."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "permitting and forbidding words"
_WORD = re.compile(
    r"\b(?:not|no|never|cannot|unless|except|only|solely|without|must|shall|may|prohibited|forbidden|permitted|royalty)\b"
    r"|不得|禁止|不可|必须|除非"
)


def find(plain: Plain) -> list[Value]:
    """Each such word."""
    return [Value(found.group(), found.start(), found.end()) for found in _WORD.finditer(plain.text)]
