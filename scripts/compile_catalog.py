"""Write license_gate/catalog/compiled from the YAML beside it; ``--check`` only says whether it is fresh."""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

from license_gate.catalog.compile import TABLES, compile_catalog  # noqa: E402 (the path comes first)
from license_gate.documents.yaml_tree import compose  # noqa: E402
from license_gate.domain.place import Problem  # noqa: E402
from license_gate.domain.tree import Node  # noqa: E402

CATALOG = os.path.join(ROOT, "license_gate", "catalog")
COMPILED = os.path.join(CATALOG, "compiled")
ELSEWHERE = "fingerprints."  # written by fingerprint_texts.py


def build(problems: list[Problem]) -> dict[str, str]:
    """The files that the compiled catalog should consist of."""
    tables = {name: _read(os.path.join(CATALOG, f"{name}.yaml"), problems) for name in TABLES}
    folder = os.path.join(CATALOG, "licenses")
    licenses = {
        name.removesuffix(".yaml"): _read(os.path.join(folder, name), problems)
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


def stale(files: dict[str, str]) -> list[str]:
    """Names of compiled files that are missing, differ or are left over."""
    found = os.listdir(COMPILED) if os.path.isdir(COMPILED) else []
    present = {name for name in found if not name.startswith(ELSEWHERE)}
    differing = {name for name, text in files.items() if name not in present or _text(name) != text}
    return sorted(differing | (present - set(files)))


def write(files: dict[str, str]) -> None:
    """Make the compiled folder hold exactly these files."""
    os.makedirs(COMPILED, exist_ok=True)
    for name in stale(files):
        path = os.path.join(COMPILED, name)
        if name not in files:
            os.remove(path)
            continue
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(files[name])


def main(arguments: list[str]) -> int:
    """Compile, or with ``--check`` compare; 0 when all is well."""
    problems: list[Problem] = []
    files = build(problems)
    for problem in sorted(problems, key=lambda problem: problem.place):
        print(f"{problem.place}: {problem.message}", file=sys.stderr)
    if problems:
        return 3
    old = stale(files)
    if "--check" in arguments:
        print("\n".join(f"stale: {name}" for name in old) or "the compiled catalog is fresh")
        return 1 if old else 0
    write(files)
    print(f"{len(files)} files, {len(old)} written")
    return 0


def _read(path: str, problems: list[Problem]) -> Node | None:
    with open(path, "rb") as file:
        return compose(file.read(), os.path.relpath(path, ROOT), problems)


def _text(name: str) -> str:
    with open(os.path.join(COMPILED, name), encoding="utf-8", newline="") as file:
        return file.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
