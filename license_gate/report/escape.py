"""Makes text from strangers harmless: one function per place where it may end up.

A model name, a path or a sentence of a license can hold terminal codes, text that reads backwards, workflow
commands or HTML. Every report passes what it did not write itself through one of these functions.
"""

from __future__ import annotations

# Printable by Unicode's account, yet nothing is seen: fillers, joiners and variation selectors.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
# GitHub's runner reads `::name` at the start of a line and `##[name]` anywhere in it as a command. A line may
# be wrapped at any place, so both are broken wherever they stand.
_COMMANDS = (("::", ":\\x3a"), ("##[", "##\\x5b"))
_MARKDOWN = str.maketrans(
    {
        **{character: "\\" + character for character in "\\`*_[]()#~$"},
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "|": "&#124;",
        "@": "@&#8288;",  # a word joiner: nobody is called by a name in a report
    }
)


def terminal(text: str) -> str:
    r"""One line that a terminal and a build log show as it is: what cannot be seen becomes `\x1b`, `\u202e`."""
    if not (text.isascii() and text.isprintable()):
        text = "".join(map(_visible, text))
    for command, broken in _COMMANDS:
        text = text.replace(command, broken)
    return text


def one_line(text: str) -> str:
    """Prose on one line: white space of any kind and length is one space, the rest as in `terminal`."""
    return terminal(" ".join(text.split()))


def markdown(text: str) -> str:
    """Prose inside GitHub markdown, table cells included: no markup, HTML, link or mention comes through."""
    safe = terminal(text).strip().translate(_MARKDOWN)
    safe = safe.replace("://", ":\\//").replace("www.", "www\\.")  # else GitHub makes links of them
    number = len(safe) - len(safe.lstrip("0123456789"))
    if safe[:1] in ("+", "-", "=") or (number and safe[number : number + 1] == "."):
        safe = f"{safe[:number]}\\{safe[number:]}"  # else it begins a list or underlines a heading
    return safe


def code(text: str) -> str:
    """A name as a markdown code span, table cells included; '' for no text."""
    safe = terminal(text).replace("`", "\\x60").replace("|", "\\x7c")
    return f"`{safe}`" if safe else ""


def workflow_data(text: str) -> str:
    """The message of a workflow command; line feeds survive as %0A, other controls become visible."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "%0A".join(terminal(line).replace("%", "%25") for line in lines)


def workflow_property(text: str) -> str:
    """The value of a property of a workflow command, such as `file` or `title`."""
    return workflow_data(text).replace(":", "%3A").replace(",", "%2C")


def secure_url(url: str) -> str:
    """The URL if it is a plain https link that can stand in markdown, else ''."""
    plain = url.isascii() and url.isprintable() and not set(url) & set(" \"'()<>[]\\`|{}^*")
    return url if plain and url.startswith("https://") else ""


def _visible(character: str) -> str:
    if character.isprintable() and character not in _INVISIBLE:
        return character
    number = ord(character)
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
