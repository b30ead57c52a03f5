"""Versions and names with a number: `version 2.1`, `Llama 3.1`, `FLUX.1`."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "version"
_VERSION = re.compile(r"\b(?:version|license|agreement)\s+v?(\d+(?:\.\d+)+)|\bv(\d+(?:\.\d+)+)")
_NAMED = re.compile(
    r"\b(?P<name>llama|flux|hunyuan|hunyuan\s+3d|kimi\s+k|minimax\s+m|exaone|gemma|falcon|qwen|yi|chatglm|glm|bloom|dinov|sam|dbrx|"
    r"openmdw|hyperclova\s+x|kolors|indextts|ltx|deepseek|baichuan|skywork|orion)(?:[\s-]+|\.)?(?P<number>\d+(?:\.\d+)*)\b"
)


def find(plain: Plain) -> list[Value]:
    """Such as `version 2.1` and `llama 3.1`."""
    plainly = [
        Value(f"version {found[1] or found[2]}", found.start(), found.end())
        for found in _VERSION.finditer(plain.text)
    ]
    named = [
        Value(f"{' '.join(found['name'].split())} {found['number']}", found.start(), found.end())
        for found in _NAMED.finditer(plain.text)
    ]
    return plainly + named
