"""open_clip names weights by two words, the architecture and the tag: `open_clip:ViT-B-32/laion2b_s34b_b79k`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from license_gate.discover.likeness import SUFFIX
from license_gate.discover.python.evaluate import Evaluator, argument
from license_gate.discover.python.module import Call, Module, dotted, read_module
from license_gate.discover.python.passing import COMPUTED, is_local
from license_gate.discover.python.resolve import Finder
from license_gate.discover.source import Found, Source

_FUNCTIONS = ("create_model", "create_model_and_transforms", "create_model_from_pretrained")
_WORD = re.compile(r"[A-Za-z0-9][\w.+-]*")


def find_pairs(source: Source, text: str, detector: str) -> Iterator[Found]:
    """The weights that calls of open_clip fetch; a name behind `hf-hub:` is one of the Hub and is found as such."""
    module = read_module(text)
    if module is None:
        return
    evaluator = Evaluator(module, Finder(source, module).find)
    for call in module.calls:
        if _is_open_clip(call, module):
            yield from _read_call(source, call, evaluator, detector)


def _is_open_clip(call: Call, module: Module) -> bool:
    base, _, function = call.callee.rpartition(".")
    if function not in _FUNCTIONS:
        return False
    origin = module.modules.get(base, base) if base else module.imports.get(function, (0, "", ""))[1]
    return "open_clip" in origin.split(".")


def _read_call(source: Source, call: Call, evaluator: Evaluator, detector: str) -> Iterator[Found]:
    architecture = argument(call, (0,), ("model_name",))
    tag = argument(call, (1,), ("pretrained",))
    if architecture is None or tag is None:
        return  # without a tag nothing is fetched
    tags = evaluator.resolve(tag, call.scope)
    for name in evaluator.resolve(architecture, call.scope):
        for each in tags:
            if _WORD.fullmatch(name.text) and _WORD.fullmatch(each.text) and not SUFFIX.search(each.text):
                place = call.node.lineno, call.node.col_offset + 1
                written = f"{name.text}/{each.text}"
                yield source.refer(f"open_clip:{written}", written, place, detector, "load")
    named = getattr(tag, "attr", getattr(tag, "id", ""))
    if not tags and named and not is_local(named) and not source.test:
        yield source.skip(call.node.lineno, COMPUTED)


def find_catalog(source: Source, text: str, detector: str) -> Iterator[Found]:
    """What open_clip and copies of it can fetch: `_PRETRAINED = {"ViT-B-32": dict(openai=_pcfg(...))}`."""
    module = read_module(text)
    if module is None:
        return
    tables = [table for table, _ in module.top.values.get("_PRETRAINED", []) if isinstance(table, ast.Dict)]
    for table in tables:
        for key, value in zip(table.keys, table.values, strict=True):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                for tag in _tags(value, module):
                    written = f"{key.value}/{tag.arg}"
                    place = tag.lineno, tag.col_offset + 1
                    yield source.refer(f"open_clip:{written}", written, place, detector, "load")


def _tags(value: ast.expr, module: Module) -> list[ast.keyword]:
    """The tags of one architecture: what a call of `dict` is given, here or where the variable is set."""
    known = module.top.values.get(value.id, []) if isinstance(value, ast.Name) else [(value, module.top)]
    calls = [each for each, _ in known if isinstance(each, ast.Call) and dotted(each.func) == "dict"]
    return [tag for call in calls for tag in call.keywords if tag.arg]
