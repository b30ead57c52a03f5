"""What `check` costs: ratios against a bare interpreter, and how cost grows with size. Asserts nothing.

Usage: python -m benchmarks.cold_start [--rounds N]

All commands of a comparison run in turn within each round, so that a busy machine slows them alike.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import NamedTuple

from benchmarks.made_repository import Size, make_repository

WARM_BUDGET = 8.0  # times a bare interpreter
COLD_BUDGET = 14.0
GATE = [sys.executable, "-m", "license_gate", "check", "--today", "2026-11-24"]
JUDGED = [*GATE, "--format", "json"]  # JSON is never remembered: every run judges
BARE = [sys.executable, "-c", "pass"]


class Timing(NamedTuple):
    """Seconds of one command: the best of all rounds, and the median."""

    best: float
    median: float


class Place(NamedTuple):
    """A made repository, and the cache folder that runs in it use."""

    repository: str
    cache: str


def run(command: list[str], place: Place) -> float:
    """Seconds that one process takes from start to end."""
    environ = {**os.environ, "XDG_CACHE_HOME": place.cache}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # what pip installs is compiled
    start = time.perf_counter()
    done = subprocess.run(command, check=False, cwd=place.repository, env=environ, capture_output=True)
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr.decode()}")
    return seconds


def measure(runs: dict[str, Callable[[], float]], rounds: int) -> dict[str, Timing]:
    """Run everything in turn, `rounds` times."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, one in runs.items():
            seconds[name].append(one())
    return {name: Timing(min(times), median(times)) for name, times in seconds.items()}


def check_cold(place: Place) -> float:
    """A check that remembers nothing of an earlier one."""
    shutil.rmtree(place.cache, ignore_errors=True)
    return run(GATE, place)


def show_ratios(folder: str, rounds: int) -> None:
    """Warm and cold check of 50 models in 1,000 files, as multiples of a bare interpreter."""
    place = make_place(folder, "standard", Size())
    run(GATE, place)
    timings = measure(
        {
            "bare interpreter": lambda: run(BARE, place),
            "cold check": lambda: check_cold(place),
            "warm check": lambda: run(GATE, place),
        },
        rounds,
    )
    bare = timings["bare interpreter"]
    budgets = {"cold check": COLD_BUDGET, "warm check": WARM_BUDGET}
    print(f"50 models, 1,000 files; {rounds} interleaved rounds       best          median   budget")
    for name, timing in timings.items():
        budget = f"<= {budgets[name]:.0f} x" if name in budgets else ""
        best = f"{timing.best * 1000:6.0f} ms {timing.best / bare.best:5.1f} x"
        middle = f"{timing.median * 1000:6.0f} ms {timing.median / bare.median:5.1f} x"
        print(f"  {name:<34} {best} {middle}   {budget}")


def show_growth(folder: str, rounds: int) -> None:
    """A warm check at three sizes of one dimension; the added time per added unit should not grow."""
    print(
        "\nGrowth of a warm check that judges (ms; the last column: cost of the second step against twice the first, <= 1.0)"
    )
    for dimension, sizes in (
        ("files", [Size(files=count) for count in (500, 1000, 2000)]),
        ("models", [Size(models=count, files=200) for count in (50, 100, 200)]),
        ("edges", [Size(models=20, files=200, edges=count) for count in (4, 8, 16)]),
    ):
        places = [make_place(folder, f"{dimension}-{step}", size) for step, size in enumerate(sizes)]
        for place in places:
            run(JUDGED, place)
        timings = measure(
            {place.repository: partial(run, JUDGED, place) for place in places},
            rounds,
        )
        print_growth(dimension, sizes, [timing.best for timing in timings.values()])


def print_growth(dimension: str, sizes: list[Size], seconds: list[float]) -> None:
    """One line: the three times, and whether the second doubling cost more than twice the first."""
    first, second = seconds[1] - seconds[0], seconds[2] - seconds[1]
    shown = "   ".join(
        f"{getattr(size, dimension):>5}: {time * 1000:5.0f}"
        for size, time in zip(sizes, seconds, strict=True)
    )
    relation = f"{second / (2 * first):.2f}" if first > 0.002 else "flat" if second < 0.004 else "?"
    print(f"  {dimension:<8} {shown}   {relation}")


def make_place(folder: str, name: str, size: Size) -> Place:
    """A repository of a size, in a folder of its own."""
    place = Place(os.path.join(folder, name), os.path.join(folder, f"{name}-cache"))
    os.makedirs(place.repository)
    make_repository(place.repository, size)
    return place


def main() -> None:
    """Print all figures beside their budgets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="how often each command runs (15)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        show_ratios(folder, rounds)
        show_growth(folder, max(rounds // 2, 3))


if __name__ == "__main__":
    main()
