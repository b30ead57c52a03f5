"""Lines for a terminal: wrapping, labels, columns, color. Input is printable text, output fits the width."""

from __future__ import annotations

from collections.abc import Sequence

from license_gate.report.escape import terminal

LABEL = 10  # columns for a label such as `term`
INDENT = 2
RED, YELLOW, CYAN, BOLD = "31", "33", "36", "1"


def wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Breaks text between words; `first` stands before the first line, `rest` before the others."""
    rest = " " * len(first) if rest is None else rest
    lines: list[str] = []
    line, start = first, len(first)
    for word in _pieces(terminal(text), max(8, width - max(len(first), len(rest)))):
        if len(line) > start and len(line) + 1 + len(word) > width:
            lines.append(line)
            line, start = rest, len(rest)
        line += (" " if len(line) > start else "") + word
    return [*lines, line]


def cut(text: str, width: int) -> str:
    """The text, shortened to the width where it is longer."""
    return text if len(text) <= width else text[: width - 3].rstrip() + "..."


def labelled(label: str, text: str, width: int, aside: str = "") -> list[str]:
    """`  term      ...` wrapped under itself, with a remark in a column of its own at the right."""
    margin = " " * INDENT + f"{label:<{LABEL}}"
    lines = wrap(text, width, margin, " " * len(margin))
    return beside(lines, aside, width) if aside else lines


def beside(lines: list[str], aside: str, width: int) -> list[str]:
    """Puts a remark at the right of the last line, or under it where it does not fit."""
    column = INDENT + LABEL + (width - INDENT - LABEL) * 58 // 100
    last = lines[-1]
    for start in (column, len(last) + 3):
        if len(last) + 2 <= start and start + len(aside) <= width:
            return [*lines[:-1], last.ljust(start) + aside]
    return [*lines, *wrap(aside, width, " " * (INDENT + LABEL))]


def columns(rows: Sequence[Sequence[str]], width: int, indent: str) -> list[str]:
    """Rows as aligned columns; the last cell wraps under itself, or stands on its own line where it has no room."""
    if not rows:
        return []
    widest = (width - len(indent)) * 45 // 100
    sizes = [
        max((len(cell) for cell in cells if len(cell) <= widest), default=0)
        for cells in zip(*rows, strict=True)
    ]
    kept = [index for index, cells in enumerate(zip(*rows, strict=True)) if any(cells)]
    return [line for row in rows for line in _row([(row[i], sizes[i]) for i in kept], width, indent)]


def numbered(texts: Sequence[str], width: int, label: str) -> list[str]:
    """`  fix       1. ...`, each text wrapped under itself; no number where there is only one."""
    if len(texts) == 1:
        return labelled(label, texts[0], width)
    lines: list[str] = []
    for index, text in enumerate(texts, 1):
        margin = " " * INDENT + f"{label if index == 1 else '':<{LABEL}}{index}. "
        lines += wrap(text, width, margin)
    return lines


def paint(text: str, color: str, *, on: bool) -> str:
    """Text in a color, where colors are wanted."""
    return f"\x1b[{color}m{text}\x1b[0m" if on and text else text


def finish(lines: Sequence[str]) -> str:
    """The lines as one text: no spaces at line ends, and no workflow command that only the layout made."""
    return "".join(f"{_unbroken(line.rstrip())}\n" for line in lines)


def _unbroken(line: str) -> str:
    return line if "::" not in line and "##[" not in line else "\x1b".join(map(terminal, line.split("\x1b")))


def _row(cells: Sequence[tuple[str, int]], width: int, indent: str) -> list[str]:
    if not cells:
        return []
    line = indent + "".join(text.ljust(size) + "   " for text, size in cells[:-1])
    last, _ = cells[-1]
    if len(line) > width:
        return wrap(", ".join(text for text, _ in cells if text), width, indent, indent + "  ")
    if len(line) + max(map(len, last.split(" "))) > width:
        return [line, *wrap(last, width, indent + "    ")]
    return wrap(last, width, line, " " * min(len(line), width * 2 // 3))


def _pieces(text: str, longest: int) -> list[str]:
    words = (word for word in text.split(" ") if word)
    return [word[at : at + longest] for word in words for at in range(0, len(word), longest)]
