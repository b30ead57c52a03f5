"""Which other models may not be trained: any other, language models only, competing ones."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "training of other models"
_VERB = r"(?:improv|train|develop|creat|fine[\s-]*tun|distill?|build|enhanc)\w*"
_TARGET = re.compile(
    rf"{_VERB}\s(?:[^.;]{{0,90}}?\s)??(?P<target>(?:any|an|all)\s+other\s+(?:\w+\s+){{0,5}}?(?:models?|systems?))"
    rf"|{_VERB}\s(?:[^.;]{{0,90}}?\s)??(?P<rival>(?:\w+\s+){{0,3}}?models?[^.;]{{0,30}}\scompet\w+(?:\s+\w+){{0,3}})"
    rf"|{_VERB}\s(?:[^.;]{{0,60}}?\s)??(?P<competing>compet\w+\s+(?:\w+\s+){{0,4}}?(?:models?|products?|services?))"
)
_EXCEPT = re.compile(
    r"\W{1,3}(?P<spared>(?:excluding|except(?:\s+for)?|other\s+than)\s+(?:[\w.\[\]-]+\s*){1,8})"
)
_LONGEST, _SPARED = 7, 5  # words kept of the target, and of what is spared


def find(plain: Plain) -> list[Value]:
    """Such as `any other large language model, excluding llama 2 or derivative works`."""
    return [_value(found, plain.text) for found in _TARGET.finditer(plain.text)]


def _value(found: re.Match[str], text: str) -> Value:
    start, end = found.span(str(found.lastgroup))
    spared = _EXCEPT.match(text, end)
    told = " ".join(text[start:end].split()[:_LONGEST])
    if spared:
        told += f", {' '.join(spared['spared'].split()[:_SPARED])}"
    return Value(told, start, spared.end() if spared else end)
