"""Small files and small functions: a reader sees a whole at once."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from statistics import median

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PACKAGE = os.path.join(ROOT, "license_gate")
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LARGEST_MEDIAN = 8


def list_modules() -> Iterator[str]:
    for folder, _, names in os.walk(PACKAGE):
        for name in names:
            if name.endswith(".py"):
                yield os.path.relpath(os.path.join(folder, name), ROOT)


def read(module: str) -> str:
    with open(os.path.join(ROOT, module), encoding="utf-8") as file:
        return file.read()


def measure_functions(module: str) -> list[tuple[str, int]]:
    """The name and the number of lines of every function, its docstring aside."""
    sizes = []
    for node in ast.walk(ast.parse(read(module))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[0] if ast.get_docstring(node) else None
            told = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
            sizes.append((node.name, (node.end_lineno or 0) - node.lineno + 1 - told))
    return sizes


MODULES = sorted(list_modules())


@pytest.mark.parametrize("module", MODULES)
def test_a_file_fits_the_head(module: str) -> None:
    assert read(module).count("\n") <= LONGEST_FILE


@pytest.mark.parametrize("module", MODULES)
def test_a_function_fits_a_screen(module: str) -> None:
    assert [name for name, lines in measure_functions(module) if lines > LONGEST_FUNCTION] == []


def test_half_of_all_functions_are_tiny() -> None:
    sizes = [lines for module in MODULES for _, lines in measure_functions(module)]
    assert median(sizes) <= LARGEST_MEDIAN
