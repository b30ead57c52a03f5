"""Repositories of any size to measure on: source files, one in ten of which loads a model, and a manifest."""

from __future__ import annotations

import os
import subprocess
from typing import NamedTuple

LICENSES = ("apache-2.0", "mit", "llama2", "llama3.1", "openrail++", "cc-by-4.0")
BASES = ("mistralai/Mistral-7B-v0.1", "meta-llama/Llama-2-7b-hf", "meta-llama/Llama-3.1-8B")
FACTS = """\
version: 1
organization: {type: company, seat: [US]}
group:
  monthly_active_users: "<5M"
  revenue: "<USD 10M"
use: {commercial: true, territories: [US], fields: []}
"""
SOURCE = '"""Module {number}: does some arithmetic."""\n\n'
LOADER = """\
from transformers import AutoModel

MODEL = AutoModel.from_pretrained("{model}")


"""
ONE_IN = 10
FILLER = '''\
def step_{number}(values: list[float], rate: float = 0.{number}) -> float:
    """Weigh the values, as a service does a thousand times a day."""
    total = sum(value * rate for value in values)
    return total / max(len(values), 1)


'''


class Size(NamedTuple):
    """How large a repository is: declared models, source files, and lineage edges below each model."""

    models: int = 50
    files: int = 1000
    edges: int = 1


def make_repository(folder: str, size: Size) -> None:
    """Write the files of a repository into an empty folder and put them under git."""
    _write(os.path.join(folder, "models.yaml"), write_manifest(size))
    _write(os.path.join(folder, "facts.yaml"), FACTS)
    filler = "".join(FILLER.format(number=number) for number in range(30))
    for number in range(size.files):
        source = SOURCE.format(number=number)
        if number % ONE_IN == 0:
            source += LOADER.format(model=name_model(number // ONE_IN % size.models))
        source += filler
        _write(os.path.join(folder, f"package_{number // 50}", f"module_{number}.py"), source)
    for words in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", "-C", folder, *words], check=True)


def write_manifest(size: Size) -> str:
    """A models.yaml whose models each have a chain of `size.edges` bases."""
    lines = ["version: 1", "policy: builtin:commercial@1", "facts: facts.yaml", "models:"]
    for number in range(size.models):
        lines += [f"  - model: {name_model(number)}", f"    license: {LICENSES[number % len(LICENSES)]}"]
        lines += _write_chain(number, size.edges)
    return "\n".join(lines) + "\n"


def name_model(number: int) -> str:
    """The id of one made model."""
    return f"acme/model-{number}"


def _write_chain(number: int, edges: int) -> list[str]:
    lines = []
    for depth in range(edges):
        indent = "    " + "    " * depth
        last = depth == edges - 1
        model = BASES[number % len(BASES)] if last else f"acme/parent-{number}-{depth}"
        lines += [f"{indent}base:", f"{indent}  - model: {model}"]
        if not last:
            lines.append(f"{indent}    license: apache-2.0")
    return lines


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
