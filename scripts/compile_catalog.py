"""Check the catalog's YAML and write the compiled files beside it; ``--check`` only says whether they are fresh.

What is checked: every file follows its schema; names are of one edition, or listed as names of several; every kind,
fact, licensor, family and relation is known; sections, sentences and locators have their form. Whether a clause is
found in the license text, and can be answered all three ways, is for tests/contract/ (`make catalog-check`).
"""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

from license_gate import shipped  # noqa: E402 (the path comes first)
from license_gate.catalog.compile import TABLES, compile_catalog  # noqa: E402 (the path comes first)
from license_gate.documents.schema_check import check_schema  # noqa: E402
from license_gate.documents.yaml_tree import compose  # noqa: E402
from license_gate.domain.place import Problem  # noqa: E402
from license_gate.domain.tree import Node  # noqa: E402

CATALOG = os.path.join(ROOT, "license_gate", "catalog")
COMPILED = os.path.join(CATALOG, "compiled")
SCHEMA = "license.schema.json"
ELSEWHERE = "fingerprints."  # written by fingerprint_texts.py


def build(problems: list[Problem], catalog: str = CATALOG) -> dict[str, str]:
    """The files that the compiled catalog should consist of."""
    tables = {name: _read(os.path.join(catalog, f"{name}.yaml"), problems) for name in TABLES}
    folder = os.path.join(catalog, "licenses")
    schema = shipped.read(shipped.SCHEMAS, SCHEMA)
    licenses = {
        name.removesuffix(".yaml"): _read(os.path.join(folder, name), problems, schema)
        for name in sorted(os.listdir(folder))
        if name.endswith(".yaml")
    }
    if any(node is None for node in (*tables.values(), *licenses.values())):
        return {}
    return compile_catalog(
        {name: node for name, node in tables.items() if node},
        {name: node for name, node in licenses.items() if node},
        problems,
    )


def stale(files: dict[str, str], compiled: str = COMPILED) -> list[str]:
    """Names of compiled files that are missing, differ or are left over."""
    found = os.listdir(compiled) if os.path.isdir(compiled) else []
    present = {name for name in found if not name.startswith(ELSEWHERE)}
    differing = {name for name, text in files.items() if name not in present or _text(compiled, name) != text}
    return sorted(differing | (present - set(files)))


def write(files: dict[str, str], compiled: str = COMPILED) -> None:
    """Make the compiled folder hold exactly these files."""
    os.makedirs(compiled, exist_ok=True)
    for name in stale(files, compiled):
        path = os.path.join(compiled, name)
        if name not in files:
            os.remove(path)
            continue
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(files[name])


def main(arguments: list[str]) -> int:
    """Compile, or with ``--check`` compare; 0 when all is well. A folder may be named in place of the catalog."""
    catalog = next((each for each in arguments if not each.startswith("-")), CATALOG)
    compiled = os.path.join(catalog, "compiled")
    problems: list[Problem] = []
    files = build(problems, catalog)
    for problem in sorted(problems, key=lambda problem: problem.place):
        print(f"{problem.place}: {problem.message}", file=sys.stderr)
    if problems:
        return 3
    old = stale(files, compiled)
    if "--check" in arguments:
        print("\n".join(f"stale: {name}" for name in old) or "the compiled catalog is fresh")
        return 1 if old else 0
    write(files, compiled)
    print(f"{len(files)} files, {len(old)} written")
    return 0


def _read(path: str, problems: list[Problem], schema: bytes = b"") -> Node | None:
    with open(path, "rb") as file:
        data = file.read()
    name = os.path.relpath(path, ROOT)
    root = compose(data, name, problems)
    if root is not None and schema:
        check_schema(data, root, schema, SCHEMA, problems)
    return root


def _text(compiled: str, name: str) -> str:
    with open(os.path.join(compiled, name), encoding="utf-8", newline="") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
