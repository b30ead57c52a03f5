"""Names that Python code puts together from constants of the same file, read without a syntax tree.

`f"{OWNER}/reader-7b"`, `dict(org="acme", name="reader-7b")`: whatever else is put together is followed only where
a loader takes it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from license_gate.discover.python.token import Token
from license_gate.discover.source import begin_of_line, line_before

_LONGEST = 200
_MOST = 100  # constants of a file that are looked for: each is a search through all of it
_PART = r"[A-Za-z0-9][\w.-]*"
_FORMATTED = re.compile(rf"\{{(\w+)\}}/({_PART})")
_PAIR = re.compile(
    rf"""\b(?:hf_)?org=["']({_PART})["'],\s*(?:name|model|repo|model_name|repo_name)=(["'])({_PART}(?:\{{\}}[\w.-]*)?)["']"""
)
# The address of the Hub, kept elsewhere.
_ENDPOINT = re.compile(r"\{[^{}]*(?:HF_ENDPOINT|huggingface\.co)[^{}]*\}")
_VALUE = re.compile(rf"""[ \t]*(?::[^=\n]+)?=[ \t]*["']({_PART})["'][ \t]*(?:#.*)?$""", re.MULTILINE)
_LOOP = re.compile(r"""\bfor \w+ in [(\[]((?:\s*["'][\w.-]*["']\s*,?)+)\s*[)\]]:""")


def find_pairs(text: str) -> Iterator[Token]:
    """Each name whose organization is given beside it, at the string of the name."""
    loops: list[re.Match[str]] | None = None
    for pair in _PAIR.finditer(text):
        names = [pair[3]]
        if "{}" in pair[3]:
            loops = list(_LOOP.finditer(text)) if loops is None else loops
            names = _fill(pair[3], loops, pair.end())
        for name in names:
            yield Token(pair.start(2), pair.end(), pair.start(3), f"{pair[1]}/{name}")


def _fill(template: str, loops: list[re.Match[str]], end: int) -> list[str]:
    """What a template becomes by the next loop over strings: `falcon-40b{}` for "" and "-instruct"."""
    index = bisect_left(loops, end, key=lambda loop: loop.start())
    parts = re.findall(r"""["']([\w.-]*)["']""", loops[index][1]) if index < len(loops) else []
    return [template.replace("{}", each) for each in parts]


def put_together(text: str, at: int, constants: dict[str, str]) -> Token | None:
    """The string in `f` that holds `}/` at an offset, with the constant put in; None where it is not known.

    `constants` remembers what was read of the file.
    """
    line = begin_of_line(text, at)
    start = max(text.rfind('f"', line, at), text.rfind("f'", line, at)) + 1
    end = text.find(text[start], at, at + _LONGEST) if start > 0 else -1
    if end < 0:
        return None
    rest = text[at + 1 : end]
    if _ENDPOINT.fullmatch(text, start + 1, at + 1) and "{" not in rest:
        return Token(start, end + 1, start + 1, f"https://huggingface.co{rest}")
    parts = _FORMATTED.fullmatch(text, start + 1, end)
    if parts is None:
        return None
    name = parts[1]
    if name not in constants:
        constants[name] = _constant(text, name) if len(constants) < _MOST else ""
    return Token(start, end + 1, start + 1, f"{constants[name]}/{parts[2]}") if constants[name] else None


def _constant(text: str, name: str) -> str:
    """The one string that a name is set to in the file, '' where there is none or more than one."""
    values: set[str] = set()
    at = text.find(name)
    while at >= 0:
        if line_before(text, at).isspace() or text[at - 1 : at] in ("", "\n"):
            value = _VALUE.match(text, at + len(name))
            if value:
                values.add(value[1])
        at = text.find(name, at + len(name))
    return values.pop() if len(values) == 1 else ""
