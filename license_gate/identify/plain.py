"""Bytes of a file -> text in which case, quotes, markdown and line ends do not count, with its lines."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

MAX_BYTES = 1_000_000  # the longest known license text has 35 kB; a README may hold several
_ODD_BYTES = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32))
_MARKS = str.maketrans(
    {
        **dict.fromkeys("*`#>|\\_~\ufeff\u00a0\u3000\t\v\f\x1b", " "),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    }
)
_LINK = re.compile(r"\]\([^)\s]*\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s()\[\]<>\"]+", re.IGNORECASE)
_TAG = re.compile(r"<[a-z/!][^<>]{0,300}>", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"^[^\w\n]*(?:copyright\W*(?:\(c\)|©|\d{4}|[\[<{(])|\(c\)\s*(?:copyright\s*)?\d{4}|©\s*\d{4}"
    r"|all rights reserved\W*$)[^\n]{0,120}$",
    re.MULTILINE,
)
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_TERMS = re.compile(r"licen[cs]e|dated|permission|agreement")


class Plain(NamedTuple):
    """A text whose offsets and lines are those of the file: marks became spaces, nothing was taken out."""

    text: str  # lower case
    shown: str  # the same in the case of the file
    starts: tuple[int, ...]  # offset of each line
    copyrights: tuple[str, ...]  # lines that name the holder; blank in `text`

    def line(self, offset: int) -> int:
        """The 1-based number of the line at an offset."""
        return bisect_right(self.starts, offset)


def read_plain(data: bytes) -> Plain | str:
    """The text of a file, or the reason why it is not read as a text."""
    if len(data) > MAX_BYTES:
        return f"the file is longer than {MAX_BYTES:,} bytes"
    if not _is_wide(data) and len(data.translate(None, _ODD_BYTES)) * 50 < len(data) * 49:
        return "the file is binary"
    text = decode(data)
    if text.count("\ufffd") * 50 > len(text):
        return "the file is binary"
    return make_plain(text)


def decode(data: bytes) -> str:
    """The characters of a text file; what cannot be read becomes U+FFFD."""
    return data.decode("utf-16" if _is_wide(data) else "utf-8", "replace")


def make_plain(text: str) -> Plain:
    """The same for a text."""
    shown = one_end(text)
    if not shown.isascii():
        shown = _unify(shown)
    if "<p" in shown or "<P" in shown or "<br" in shown:
        shown = _TAG.sub(_spaces, shown)
    shown = _LINK.sub(_spaces, shown)
    lowered = _lower(_ADDRESS.sub(_spaces, shown).translate(_MARKS))
    shown = shown.translate(_MARKS)
    copyrights = [found for found in _COPYRIGHT.finditer(lowered) if _names_holder(lowered, found)]
    for found in copyrights:
        lowered = f"{lowered[: found.start()]}{_spaces(found)}{lowered[found.end() :]}"
    starts = (0, *(found.end() for found in re.finditer("\n", shown)))
    return Plain(lowered.replace("\n", " "), shown.replace("\n", " "), starts, _lines(copyrights))


def one_end(text: str) -> str:
    """The text with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_wide(data: bytes) -> bool:
    return data[:2] in (b"\xff\xfe", b"\xfe\xff")


def _lower(text: str) -> str:
    """Lower case with no character more or less."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(each if len(each.lower()) != 1 else each.lower() for each in text)


def _unify(text: str) -> str:
    """Compatible forms as one, and no characters that nobody sees."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def _names_holder(text: str, found: re.Match[str]) -> bool:
    """Nothing but a copyright line: at the start, or after a blank line or another copyright line."""
    if _TERMS.search(found.group()):
        return False
    before = text[max(0, found.start() - 300) : found.start()].rstrip(" ")
    previous = before[:-1].rpartition("\n")[2]
    return not previous.strip() or _COPYRIGHT.match(previous) is not None


def _lines(found: list[re.Match[str]]) -> tuple[str, ...]:
    return tuple(" ".join(each.group().split()) for each in found)


def _spaces(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())
