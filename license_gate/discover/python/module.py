"""An index of a Python module: what its names, parameters, fields and options are set to."""

from __future__ import annotations

import ast
import re
import warnings
from typing import NamedTuple

LARGEST = 400_000  # a syntax tree takes about a hundred times the space of its text
Function = ast.FunctionDef | ast.AsyncFunctionDef

_SETTING = (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.For, ast.AsyncFor, ast.comprehension)
# Keys of what a loop goes through: the elements of a list or the keys of a table, and the values of a table.
EVERY, ANY_VALUE = ast.Name("", ast.Load()), ast.Name("", ast.Load())
_LEAVES = frozenset(
    (ast.Name, ast.Constant, ast.Load, ast.Store, ast.Del, ast.Pass, ast.arguments, ast.arg)
)  # fmt: skip


class Scope:
    """A module, class or function: `values` are all expressions that a name is set to in it."""

    __slots__ = ("name", "outer", "owner", "parameters", "values")

    def __init__(self, name: str, outer: Scope | None, owner: Scope | None = None) -> None:
        self.name = name
        self.outer = outer
        self.owner = owner  # the class whose method this is
        self.values: dict[str, list[tuple[ast.expr, Scope]]] = {}
        self.parameters: dict[str, int] = {}  # name -> position, defaults are among the values

    def add(self, name: str, value: ast.expr, scope: Scope) -> None:
        """Remember one more expression for a name."""
        self.values.setdefault(name, []).append((value, scope))


class Call(NamedTuple):
    """A call and the scope that it stands in."""

    node: ast.Call
    scope: Scope
    callee: str


class Module:
    """Everything that resolving a name needs."""

    __slots__ = ("_by_callee", "calls", "classes", "fields", "imports", "modules", "options", "top")

    def __init__(self) -> None:
        self.top = Scope("", None)
        self.calls: list[Call] = []
        self._by_callee: dict[str, list[Call]] | None = None
        self.classes: dict[str, Scope] = {}
        self.fields: dict[str, list[tuple[ast.expr, Scope]]] = {}  # of any class, and what `self.x` is set to
        self.options: dict[str, list[tuple[ast.expr, Scope]]] = {}  # defaults of command line options
        self.imports: dict[str, tuple[int, str, str]] = {}  # name -> level, module, name in it
        self.modules: dict[str, str] = {}  # name -> module that it stands for

    def calls_of(self, name: str) -> list[Call]:
        """The calls of a function or class by its last name."""
        if self._by_callee is None:
            self._by_callee = {}
            for call in self.calls:
                self._by_callee.setdefault(call.callee.rpartition(".")[2], []).append(call)
        return self._by_callee.get(name, [])


def read_module(text: str) -> Module | None:
    """The index of a module, None where it is too large or no Python of ours."""
    if len(text) > LARGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
        module = Module()
        for node in tree.body:
            _visit(node, module, module.top)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return module


def dotted(node: ast.expr) -> str:
    """`a.b.c` for a name or attributes of a name; what cannot be named is left out."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if isinstance(node, ast.Subscript) and not parts:
        return dotted(node.value)
    if isinstance(node, ast.Name):
        parts.append(node.id)
    return ".".join(reversed(parts))


def _visit(node: ast.AST, module: Module, scope: Scope) -> None:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        _enter_function(node, module, scope)
        return
    if isinstance(node, ast.ClassDef):
        _enter_class(node, module, scope)
        return
    if isinstance(node, ast.ImportFrom | ast.Import):
        _import(node, module)
    elif isinstance(node, ast.Call):
        module.calls.append(Call(node, scope, dotted(node.func)))
        _read_option(node, module, scope)
    elif isinstance(node, _SETTING):
        for target, value in _bindings(node):
            _assign(target, value, module, scope)
    _descend(node, module, scope)


def _descend(node: ast.AST, module: Module, scope: Scope) -> None:
    """Visit the parts of a node that can hold a call or set a name; most of a tree is leaves."""
    for field in node._fields:
        value = getattr(node, field, None)
        if value.__class__ is list:
            for each in value:
                if isinstance(each, ast.AST) and each.__class__ not in _LEAVES:
                    _visit(each, module, scope)
        elif isinstance(value, ast.AST) and value.__class__ not in _LEAVES:
            _visit(value, module, scope)


def _bindings(node: ast.AST) -> list[tuple[ast.expr, ast.expr]]:
    """What a statement sets, and to what."""
    if isinstance(node, ast.Assign):
        return [(target, node.value) for target in node.targets]
    if isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
        return [(node.target, node.value)]
    if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
        return _loop(node.target, node.iter)
    return []


def _loop(target: ast.expr, each: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """What `for target in each` sets."""
    if isinstance(each, ast.List | ast.Tuple):
        return [(target, element) for element in each.elts]
    method = each.func if isinstance(each, ast.Call) and not each.args else None
    if not isinstance(method, ast.Attribute) or method.attr not in ("keys", "values", "items"):
        return _parts(target, _entry(each, EVERY))
    key, value = _entry(method.value, EVERY), _entry(method.value, ANY_VALUE)
    if method.attr == "items":
        pair = zip(target.elts, (key, value), strict=False) if isinstance(target, ast.Tuple) else ()
        return [part for one, entry in pair for part in _parts(one, entry)]
    return _parts(target, key if method.attr == "keys" else value)


def _parts(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """`a, b = value`, by the place of each."""
    if not isinstance(target, ast.Tuple):
        return [(target, value)]
    places = enumerate(target.elts)
    return [part for place, one in places for part in _parts(one, _entry(value, ast.Constant(place)))]


def _entry(holder: ast.expr, key: ast.expr) -> ast.Subscript:
    return ast.Subscript(holder, key, ast.Load())


def _import(node: ast.ImportFrom | ast.Import, module: Module) -> None:
    for alias in node.names:
        if isinstance(node, ast.ImportFrom):
            module.imports[alias.asname or alias.name] = (node.level, node.module or "", alias.name)
        else:
            module.modules[alias.asname or alias.name] = alias.name


def _assign(target: ast.expr, value: ast.expr, module: Module, scope: Scope) -> None:
    if isinstance(target, ast.Name):
        scope.add(target.id, value, scope)
    elif isinstance(target, ast.Attribute):
        module.fields.setdefault(target.attr, []).append((value, scope))
        owner = scope.owner
        if owner is not None and isinstance(target.value, ast.Name) and target.value.id == "self":
            owner.add(target.attr, value, scope)
    elif (
        isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts)
    ):
        for one, other in zip(target.elts, value.elts, strict=True):
            _assign(one, other, module, scope)


def _enter_function(node: Function, module: Module, scope: Scope) -> None:
    owner = scope if scope.name in module.classes and module.classes[scope.name] is scope else None
    inner = Scope(node.name, scope.outer if owner else scope, owner)
    arguments = [*node.args.posonlyargs, *node.args.args]
    first = 1 if owner and arguments else 0
    for position, argument in enumerate(arguments):
        inner.parameters[argument.arg] = position - first
    for argument, default in zip(reversed(arguments), reversed(node.args.defaults), strict=False):
        inner.add(argument.arg, default, scope)
    for argument, keyword_default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
        inner.parameters[argument.arg] = -1
        if keyword_default is not None:
            inner.add(argument.arg, keyword_default, scope)
    for decorator in node.decorator_list:
        _visit(decorator, module, scope)
    for default in (*node.args.defaults, *(each for each in node.args.kw_defaults if each)):
        _visit(default, module, scope)
    for child in node.body:
        _visit(child, module, inner)


def _enter_class(node: ast.ClassDef, module: Module, scope: Scope) -> None:
    inner = Scope(node.name, scope)
    module.classes[node.name] = inner
    for child in node.body:
        _visit(child, module, inner)
    for name, values in inner.values.items():
        module.fields.setdefault(name, []).extend(values)


def _read_option(node: ast.Call, module: Module, scope: Scope) -> None:
    """`add_argument("--model", default=..., choices=[...])`, `click.option("--model", default=...)`."""
    function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if function not in ("add_argument", "option", "argument", "add_option"):
        return
    keywords = {keyword.arg: keyword.value for keyword in node.keywords}
    choices = keywords.get("choices")
    values = [keywords["default"]] if "default" in keywords else []
    values += choices.elts if isinstance(choices, ast.List | ast.Tuple) else []
    if not values:
        return
    names = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
    given = keywords.get("dest")
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        names.append(given.value)
    for name in names:
        key = re.sub(r"^-+", "", name).replace("-", "_")
        module.options.setdefault(key, []).extend((value, scope) for value in values)
