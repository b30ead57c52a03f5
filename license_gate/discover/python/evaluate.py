"""The strings that an expression can be, as far as the tree of files says."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import NamedTuple

from license_gate.discover.python.module import ANY_VALUE, EVERY, Call, Module, Scope, dotted

_DEEPEST = 12
_MOST = 48
_STEPS = 400  # expressions that are read for one argument
_CALLERS = 2  # how far a parameter is followed to those who call
_ENVIRONMENT = ("getenv", "environ.get")
_FIRST_ARGUMENT = ("str", "Field", "field", "Option", "Argument", "Form", "Query", "cast", "Input", "config")
_KEEPS = ("strip", "lower", "rstrip", "lstrip", "format", "upper")


class Value(NamedTuple):
    """A string and the literal that it is, None where it was put together or comes from another file."""

    text: str
    literal: ast.Constant | None


Found = list[Value]
Expressions = list[tuple[ast.expr, Scope]]
Holder = ast.Dict | ast.List | ast.Tuple | ast.Set  # of entries
Holders = list[tuple[Holder, Scope]]
FindModule = Callable[[Module, int, str], Module | None]  # by level and name of an import


class Evaluator:
    """Follows names of one module, and into the modules that it imports from."""

    def __init__(self, module: Module, find_module: FindModule, *, home: bool = True) -> None:
        self._module = module
        self._find_module = find_module
        self._home = home
        self._open: set[int] = set()
        self._followed = 0
        self._left = _STEPS

    def resolve(self, node: ast.expr, scope: Scope) -> Found:
        """All strings that an argument may be, after a bounded number of steps."""
        self._left = _STEPS
        return list(dict.fromkeys(self.evaluate(node, scope)))

    def evaluate(self, node: ast.expr, scope: Scope, depth: int = 0) -> Found:
        """All strings that the expression may be; none where nothing is known of it."""
        self._left -= 1
        if depth > _DEEPEST or self._left < 0 or id(node) in self._open:
            return []
        self._open.add(id(node))
        try:
            return self._read(node, scope, depth + 1)[:_MOST]
        finally:
            self._open.discard(id(node))

    def _read(self, node: ast.expr, scope: Scope, depth: int) -> Found:
        reader = _READERS.get(type(node))
        return reader(self, node, scope, depth) if reader else []

    def _constant(self, node: ast.Constant, _scope: Scope, _depth: int) -> Found:
        return [Value(node.value, node if self._home else None)] if isinstance(node.value, str) else []

    def _name(self, node: ast.Name, scope: Scope, depth: int) -> Found:
        return self._look_up(node.id, scope, depth)

    def _formatted(self, node: ast.JoinedStr, scope: Scope, depth: int) -> Found:
        return self._join([self._part(part, scope, depth) for part in node.values])

    def _operation(self, node: ast.BinOp, scope: Scope, depth: int) -> Found:
        if isinstance(node.op, ast.Add):
            return self._join([self.evaluate(each, scope, depth) for each in (node.left, node.right)])
        return self._fill(node, scope, depth) if isinstance(node.op, ast.Mod) else []

    def _either(self, node: ast.BoolOp, scope: Scope, depth: int) -> Found:
        return [value for each in node.values for value in self.evaluate(each, scope, depth)]

    def _branch(self, node: ast.IfExp, scope: Scope, depth: int) -> Found:
        return self.evaluate(node.body, scope, depth) + self.evaluate(node.orelse, scope, depth)

    def _named(self, node: ast.NamedExpr, scope: Scope, depth: int) -> Found:
        return self.evaluate(node.value, scope, depth)

    def _all(self, values: Expressions, depth: int) -> Found:
        return [found for node, scope in values[:_MOST] for found in self.evaluate(node, scope, depth)]

    def _look_up(self, name: str, scope: Scope, depth: int) -> Found:
        current: Scope | None = scope
        while current is not None:
            if name in current.values or name in current.parameters:
                found = self._all(current.values.get(name, []), depth)
                return found or self._given(name, current, depth)
            current = current.outer
        imported = self._module.imports.get(name)
        if imported is None:
            return []
        level, source, original = imported
        other = self._find_module(self._module, level, source)
        if other is None:
            return []
        return Evaluator(other, self._find_module, home=False).evaluate(ast.Name(original), other.top, depth)

    def _given(self, name: str, function: Scope, depth: int) -> Found:
        """What a parameter without a default is given: by an option of the command line, or by callers."""
        if name not in function.parameters:
            return []
        option = self._all(self._module.options.get(name, []), depth)
        return option or self._from_callers(name, function, depth)

    def _from_callers(self, name: str, function: Scope, depth: int) -> Found:
        """What the callers within the module give for a parameter."""
        if self._followed >= _CALLERS:
            return []
        self._followed += 1
        position = function.parameters[name]
        wanted = function.owner.name if function.owner and function.name == "__init__" else function.name
        found: Found = []
        for call in self._module.calls_of(wanted)[:_MOST]:
            node = argument(call, (position,), (name,))
            found += self.evaluate(node, call.scope, depth) if node is not None else []
        self._followed -= 1
        return found

    def _attribute(self, node: ast.Attribute, scope: Scope, depth: int) -> Found:
        base = dotted(node.value)
        if base == "self":
            owner = scope.owner
            values = owner.values.get(node.attr) if owner else None
            return self._all(values or self._module.fields.get(node.attr, []), depth)
        if base in self._module.classes:
            return self._all(self._module.classes[base].values.get(node.attr, []), depth)
        other = self._imported_module(base)
        if other is not None:
            evaluator = Evaluator(other, self._find_module, home=False)
            named = evaluator.evaluate(ast.Name(node.attr), other.top, depth)
            return named or evaluator._all(other.fields.get(node.attr, []), depth)
        return self._all(self._module.options.get(node.attr) or self._module.fields.get(node.attr, []), depth)

    def _imported_module(self, base: str) -> Module | None:
        """The module behind a name: imported itself, or where an imported object or class comes from."""
        if base in self._module.modules:
            return self._find_module(self._module, 0, self._module.modules[base])
        imported = self._module.imports.get(base)
        if imported is None:
            return None
        level, source, original = imported
        whole = f"{source}.{original}" if source else original
        return self._find_module(self._module, level, whole) or self._find_module(self._module, level, source)

    def _part(self, part: ast.expr, scope: Scope, depth: int) -> Found:
        return self.evaluate(part.value if isinstance(part, ast.FormattedValue) else part, scope, depth) or (
            self._number(part, scope) if isinstance(part, ast.FormattedValue) else []
        )

    def _number(self, part: ast.FormattedValue, scope: Scope) -> Found:
        """A number that a name is set to, as text."""
        name = part.value.id if isinstance(part.value, ast.Name) else ""
        values = [node.value for node, _ in _set_to(name, scope) if isinstance(node, ast.Constant)]
        return [Value(str(value), None) for value in values if isinstance(value, int | float)]

    @staticmethod
    def _join(parts: list[Found]) -> Found:
        texts = [""]
        for part in parts:
            texts = [text + value.text for text in texts for value in part][:_MOST]
        return [Value(text, None) for text in texts]

    def _fill(self, node: ast.BinOp, scope: Scope, depth: int) -> Found:
        """`"org/%s" % NAME`."""
        given = list(node.right.elts) if isinstance(node.right, ast.Tuple) else [node.right]
        values = [self.evaluate(each, scope, depth) for each in given]
        found: Found = []
        for pattern in self.evaluate(node.left, scope, depth):
            pieces = pattern.text.split("%s")
            if len(pieces) == len(values) + 1:
                parts = [[Value(pieces[0], None)]]
                for value, piece in zip(values, pieces[1:], strict=True):
                    parts += [value, [Value(piece, None)]]
                found += self._join(parts)
        return found

    def _item(self, node: ast.Subscript, scope: Scope, depth: int) -> Found:
        """An entry of a dictionary or list; every entry where the key is not known."""
        entries = self._entries(node, scope, depth)
        return [text for entry, inside in entries for text in self.evaluate(entry, inside, depth)]

    def _entries(self, node: ast.Subscript, scope: Scope, depth: int) -> Expressions:
        found: Expressions = []
        for holder, inside in self._holders(node.value, scope, depth):
            if isinstance(holder, ast.Dict):
                chosen = self._chosen(holder, node.slice, scope, depth)
            else:
                chosen = _elements(holder, node.slice)
            found += [(entry, inside) for entry in chosen]
        return found[:_MOST]

    def _chosen(self, table: ast.Dict, key: ast.expr, scope: Scope, depth: int) -> list[ast.expr]:
        """What a table holds for a key, or its keys where a loop goes through it."""
        if key is EVERY:
            return [each for each in table.keys[:_MOST] if each is not None]
        if key is ANY_VALUE:
            return table.values[:_MOST]
        wanted = {value.text for value in self.evaluate(key, scope, depth)}
        keys = [each.value if isinstance(each, ast.Constant) else None for each in table.keys]
        return [value for each, value in zip(keys, table.values, strict=True) if not wanted or each in wanted]

    def _holders(self, node: ast.expr, scope: Scope, depth: int) -> Holders:
        """The lists and tables that an expression may be."""
        if isinstance(node, Holder):
            return [(node, scope)]
        self._left -= 1
        if depth > _DEEPEST or self._left < 0:
            return []
        behind: Expressions = []
        if isinstance(node, ast.Subscript):
            behind = self._entries(node, scope, depth + 1)
        elif isinstance(node, ast.Attribute):
            behind = self._module.fields.get(node.attr, [])
        elif isinstance(node, ast.Name):
            behind = _set_to(node.id, scope)
        return [holder for each, inside in behind for holder in self._holders(each, inside, depth + 1)]

    def _call(self, node: ast.Call, scope: Scope, depth: int) -> Found:
        callee = dotted(node.func)
        last = callee.rpartition(".")[2]
        if callee.endswith(_ENVIRONMENT) or last in ("get", "pop", "getattr", "setdefault", "env"):
            default = node.args[-1] if len(node.args) > 1 else _keyword(node, "default")
            found = self.evaluate(default, scope, depth) if default is not None else []
            return found or self._item_of_call(node, scope, depth)
        if last in _FIRST_ARGUMENT:
            given = node.args[1:] if last == "cast" else node.args
            default = _keyword(node, "default") or (given[0] if given else None)
            return self.evaluate(default, scope, depth) if default is not None else []
        if last in _KEEPS and isinstance(node.func, ast.Attribute):
            return self.evaluate(node.func.value, scope, depth) if not node.args else []
        return []

    def _item_of_call(self, node: ast.Call, scope: Scope, depth: int) -> Found:
        """`NAMES.get(key)`."""
        if not isinstance(node.func, ast.Attribute) or not node.args:
            return []
        return self._item(ast.Subscript(node.func.value, node.args[0]), scope, depth)


_READERS: dict[type, Callable[..., Found]] = {
    ast.Constant: Evaluator._constant,  # noqa: SLF001 (the table of the class's own methods)
    ast.Name: Evaluator._name,  # noqa: SLF001
    ast.Attribute: Evaluator._attribute,  # noqa: SLF001
    ast.JoinedStr: Evaluator._formatted,  # noqa: SLF001
    ast.BinOp: Evaluator._operation,  # noqa: SLF001
    ast.BoolOp: Evaluator._either,  # noqa: SLF001
    ast.IfExp: Evaluator._branch,  # noqa: SLF001
    ast.NamedExpr: Evaluator._named,  # noqa: SLF001
    ast.Subscript: Evaluator._item,  # noqa: SLF001
    ast.Call: Evaluator._call,  # noqa: SLF001
}


def argument(call: Call, positions: tuple[int, ...], keywords: tuple[str, ...]) -> ast.expr | None:
    """The argument of a call by keyword, else by position."""
    for keyword in call.node.keywords:
        if keyword.arg in keywords:
            return keyword.value
    for position in positions:
        if 0 <= position < len(call.node.args):
            node = call.node.args[position]
            return None if isinstance(node, ast.Starred) else node
    return None


def _elements(holder: ast.List | ast.Tuple | ast.Set, key: ast.expr) -> list[ast.expr]:
    """The element at a place that is written as a number, all elements for another key."""
    place = key.value if isinstance(key, ast.Constant) else None
    return holder.elts[place : place + 1] if isinstance(place, int) and place >= 0 else holder.elts


def _set_to(name: str, scope: Scope | None) -> Expressions:
    while scope is not None:
        if name in scope.values:
            return scope.values[name]
        scope = scope.outer
    return []


def _keyword(node: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in node.keywords if keyword.arg == name), None)
