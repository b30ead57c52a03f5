"""The proof of an answer as an indented tree, for `license-gate explain`."""

from __future__ import annotations

from license_gate.domain.verdict import Explanation
from license_gate.report import sentences
from license_gate.report.escape import one_line
from license_gate.report.layout import finish, wrap

_STEP = 2
_DEEPEST = 24  # further in, the tree keeps its order but not its indent


def tree(explanation: Explanation, width: int = 110) -> str:
    """The whole tree: per part its answer and sentence, the facts it rests on, then what it follows from."""
    lines: list[str] = []
    stack = [(explanation, 0)]
    while stack:
        node, depth = stack.pop()
        lines += _node(node, " " * (_STEP * min(depth, _DEEPEST)), width)
        stack.extend((part, depth + 1) for part in reversed(node.because))
    return finish(lines)


def _node(node: Explanation, indent: str, width: int) -> list[str]:
    lines = wrap(one_line(node.statement), width, f"{indent}{node.answer:<10}")
    for item in node.evidence:
        source = sentences.source(item)
        text = sentences.fact(item) + (f" ({source})" if source else "")
        lines += wrap(text, width, f"{indent}  fact    ")
    return lines
