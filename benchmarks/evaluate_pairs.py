"""How many (model, policy) pairs one core judges in a second, and how that grows. Asserts nothing.

Usage: python -m benchmarks.evaluate_pairs [--rounds N]

Reading documents and printing are left out: only `evaluate`, in this process, the best of all rounds.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from typing import NamedTuple

from benchmarks.made_repository import Size, make_repository
from license_gate.cli import parse
from license_gate.commands.gather import gather
from license_gate.evaluate.evaluate import Inputs, evaluate

BUDGET = 10_000  # pairs a second
FEW = Size(models=50, files=0)


class Row(NamedTuple):
    """One measured size: its name, how many models, and the seconds of the fastest round."""

    name: str
    models: int
    seconds: float


def gather_made(folder: str, size: Size) -> Inputs:
    """A made repository, read once."""
    os.makedirs(folder)
    make_repository(folder, size)
    arguments = parse(["check", "--root", folder, "--today", "2026-11-24"])
    inputs = gather(arguments, arguments.console).inputs
    if inputs is None:
        sys.exit("the made repository has no manifest of ours")
    return inputs


def measure(name: str, inputs: Inputs, rounds: int) -> Row:
    """Seconds of the fastest of some evaluations."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        evaluate(inputs)
        seconds.append(time.perf_counter() - start)
    return Row(name, len(inputs.manifest.models), min(seconds))


def main() -> None:
    """Print pairs per second at three numbers of models and three lengths of lineage."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7, help="how often each size is judged (7)")
    rounds = parser.parse_args().rounds
    sizes = {f"{count} models, 1 edge each": FEW._replace(models=count) for count in (50, 100, 200)}
    sizes |= {f"50 models, {count} edges each": FEW._replace(edges=count) for count in (2, 4, 8)}
    with tempfile.TemporaryDirectory() as folder:
        print(
            f"evaluate, best of {rounds} rounds        ms    us a model    pairs a second   budget >= {BUDGET:,}"
        )
        for name, size in sizes.items():
            row = measure(name, gather_made(os.path.join(folder, name), size), rounds)
            each = row.seconds / row.models
            print(f"  {row.name:<30} {row.seconds * 1000:6.1f} {each * 1e6:11.0f} {1 / each:17,.0f}")


if __name__ == "__main__":
    main()
