"""Names that Python code puts together from constants of the same file, read without a syntax tree.

`f"{OWNER}/reader-7b"`, `dict(org="acme", name="reader-7b")`: whatever else is put together is followed only where
a loader takes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.python.token import Token

_LONGEST = 200
_PART = r"[A-Za-z0-9][\w.-]*"
_FORMATTED = re.compile(rf"\{{(\w+)\}}/({_PART})")
_PAIR = re.compile(
    rf"""\b(?:hf_)?org=["']({_PART})["'],\s*(?:name|model|repo|model_name|repo_name)=(["'])({_PART}(?:\{{\}}[\w.-]*)?)["']"""
)
_ENDPOINT = re.compile(
    r"\{[^{}]*(?:HF_ENDPOINT|huggingface\.co)[^{}]*\}"
)  # the address of the Hub, kept elsewhere
_VALUE = re.compile(rf"""[ \t]*(?::[^=\n]+)?=[ \t]*["']({_PART})["'][ \t]*(?:#.*)?$""", re.MULTILINE)
_LOOP = re.compile(r"""\bfor \w+ in [(\[]((?:\s*["'][\w.-]*["']\s*,?)+)\s*[)\]]:""")


def find_pairs(text: str) -> Iterator[Token]:
    """Each name whose organization is given beside it, at the string of the name."""
    for pair in _PAIR.finditer(text):
        for name in _fill(text, pair[3], pair.end()):
            yield Token(pair.start(2), pair.end(), pair.start(3), f"{pair[1]}/{name}")


def _fill(text: str, name: str, end: int) -> list[str]:
    """A name, or what a template becomes by the next loop over strings: `falcon-40b{}` for "" and "-instruct"."""
    if "{}" not in name:
        return [name]
    loop = _LOOP.search(text, end)
    return (
        [name.replace("{}", each) for each in re.findall(r"""["']([\w.-]*)["']""", loop[1])] if loop else []
    )


def put_together(text: str, at: int) -> Token | None:
    """The string in `f` that holds `}/` at an offset, with the constant put in; None where it is not known."""
    line = text.rfind("\n", 0, at) + 1
    start = max(text.rfind('f"', line, at), text.rfind("f'", line, at)) + 1
    end = text.find(text[start], at, at + _LONGEST) if start > 0 else -1
    if end < 0:
        return None
    rest = text[at + 1 : end]
    if _ENDPOINT.fullmatch(text, start + 1, at + 1) and "{" not in rest:
        return Token(start, end + 1, start + 1, f"https://huggingface.co{rest}")
    parts = _FORMATTED.fullmatch(text, start + 1, end)
    owner = _constant(text, parts[1]) if parts else ""
    return Token(start, end + 1, start + 1, f"{owner}/{parts[2]}") if parts and owner else None


def _constant(text: str, name: str) -> str:
    """The one string that a name is set to in the file, '' where there is none or more than one."""
    values: set[str] = set()
    at = text.find(name)
    while at >= 0:
        if text[text.rfind("\n", 0, at) + 1 : at].isspace() or text[at - 1 : at] in ("", "\n"):
            value = _VALUE.match(text, at + len(name))
            if value:
                values.add(value[1])
        at = text.find(name, at + len(name))
    return values.pop() if len(values) == 1 else ""
