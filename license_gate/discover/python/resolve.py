"""Loader calls whose argument is no literal: what it stands for, or that only a run can tell."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from license_gate.discover.python.evaluate import Evaluator, Value, argument
from license_gate.discover.python.loaders import Loader, find_loader
from license_gate.discover.python.module import Call, Module, read_module
from license_gate.discover.python.passing import COMPUTED, is_local
from license_gate.discover.python.piece import Piece
from license_gate.discover.source import Found, Source


def resolve(code: Piece, line: int) -> Iterator[Found]:
    """References behind names, and the calls that stay open; `line` has the first of them."""
    module = read_module(code.text)
    if module is None:
        yield code.source.skip(line, "cannot be read as Python, so the argument of a loader stays unknown")
        return
    evaluator = Evaluator(module, Finder(code.source, module).find)
    for call in module.calls:
        loader = find_loader(call.callee, code.text, code.imports.aliases) if call.callee else None
        if loader is not None:
            yield from _resolve_call(code, call, loader, evaluator)


def _resolve_call(code: Piece, call: Call, loader: Loader, evaluator: Evaluator) -> Iterator[Found]:
    node = argument(call, loader.positions, loader.keywords)
    if node is None or (isinstance(node, ast.Constant)):
        return
    values = evaluator.resolve(node, call.scope)
    for value in values:
        found = loader.read(value.text)
        if found:
            place = _place(node, value)
            yield code.source.refer(found.model, value.text, place, code.detector, "load", found.certainty)
    if not values and not code.source.test and not _stays_inside(node, call):
        yield code.source.skip(node.lineno, COMPUTED)


def _place(node: ast.expr, value: Value) -> tuple[int, int]:
    """The literal where there is one in this file: the line that a person would change."""
    at = value.literal or node
    quote = 1 if value.literal else 0
    return at.lineno, at.col_offset + 1 + quote


def _stays_inside(node: ast.expr, call: Call) -> bool:
    """Whether a call only passes on what it is given, or loads what the program itself has saved."""
    if call.callee.startswith(("super", "cls.")) or call.scope.name == call.callee.rpartition(".")[2]:
        return True
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return is_local(name) or isinstance(node, ast.List | ast.Dict | ast.Lambda)


class Finder:
    """Finds the modules of the tree that one module imports from."""

    def __init__(self, source: Source, module: Module) -> None:
        self._source = source
        self.paths: dict[int, str] = {id(module): source.path}
        self._known: dict[str, Module | None] = {}

    def find(self, module: Module, level: int, name: str) -> Module | None:
        """The module behind `from <level dots><name> import`, looked for beside the file and above it."""
        folder = self.paths.get(id(module), self._source.path).rpartition("/")[0]
        tail = name.replace(".", "/")
        if level:
            parts = folder.split("/") if folder else []
            kept = parts[: len(parts) - (level - 1)] if level > 1 else parts
            return self._load("/".join([*kept, *([tail] if tail else [])]))
        while tail:
            found = self._load(f"{folder}/{tail}" if folder else tail)
            if found is not None or not folder:
                return found if found is not None else self._load(f"src/{tail}")
            folder = folder.rpartition("/")[0]
        return None

    def _load(self, stem: str) -> Module | None:
        if stem in self._known:
            return self._known[stem]
        module = None
        for path in (f"{stem}.py", f"{stem}/__init__.py"):
            data = self._source.read_other(path)
            if data is not None:
                module = read_module(data.decode("utf-8", "replace"))
                if module is not None:
                    self.paths[id(module)] = path
                break
        self._known[stem] = module
        return module
