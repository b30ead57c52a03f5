"""Times `license-gate scan` against ripgrep and other scanners on the same tree, in one interleaved run.

    python benchmarks/scan.py TREE [--rg PATH] [--peer "command {tree}"]...

Prints medians, the ratios to ripgrep, and the least processor time with its ratio: the first is what a user waits,
the second is hardly changed by what else the machine does. Ratios of medians may be at most 25 cold and 6 with a
warm memo. A peer's command is run as it is written, with the tree in the place of {tree}.
"""

from __future__ import annotations

import argparse
import os
import resource
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LITERALS = (
    "from_pretrained", "huggingface", "transformers", "openai", "llama", "mistral", "hf_hub", "ollama",
    "model_id", "repo_id", "model=", "claude-", "gemini-", "gpt-", "hf.co", "embedding",
)  # fmt: skip
COLD, WARM = 25, 6


def main() -> int:
    """Run the benchmark; 1 where a ratio is above what it may be."""
    arguments = parse()
    with tempfile.TemporaryDirectory() as folder:
        times = measure(arguments, folder)
    files = [os.path.join(parent, name) for parent, _, names in os.walk(arguments.tree) for name in names]
    size = sum(os.path.getsize(name) for name in files if not os.path.islink(name))
    print(f"{arguments.tree}: {len(files)} files, {size / 1e6:.0f} MB, medians of {arguments.runs} runs")
    unit = times.get("rg", times["python -c pass"])
    for name, each in times.items():
        waited = f"{each.waited * 1000:8.0f} ms {each.waited / unit.waited:6.1f} x"
        print(
            f"  {name:24} {waited}   processor {each.worked * 1000:6.0f} ms {each.worked / unit.worked:6.1f} x"
        )
    if "rg" not in times:
        print("  no ripgrep: the ratios are to a bare interpreter and are not judged")
        return 0
    limits = (("scan, cold", COLD), ("scan, warm", WARM))
    return int(any(times[name].waited > limit * unit.waited for name, limit in limits))


def parse() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description="time scan against ripgrep and peers")
    parser.add_argument("tree", help="a folder; a git archive of a large public repository is a good one")
    parser.add_argument("--rg", default=shutil.which("rg") or "", help="ripgrep (default: the one on PATH)")
    parser.add_argument("--peer", action="append", default=[], help="another scanner's command, with {tree}")
    parser.add_argument("--runs", type=int, default=7)
    return parser.parse_args()


class Timing(NamedTuple):
    """Seconds: the median of what a user waits, and the least that the processor worked."""

    waited: float
    worked: float


def measure(arguments: argparse.Namespace, folder: str) -> dict[str, Timing]:
    """Seconds by name; the contestants take turns, so that a busy machine is busy for all."""
    literals = os.path.join(folder, "literals")
    with open(literals, "w", encoding="utf-8") as file:
        file.write("\n".join(LITERALS))
    cache = os.path.join(folder, "cache")
    scan = [sys.executable, "-m", "license_gate", "scan", "--root", arguments.tree, "--format", "json"]
    contestants: dict[str, tuple[list[str], Callable[[], None]]] = {
        "python -c pass": ([sys.executable, "-c", "pass"], _nothing),
        "scan, cold": (scan, lambda: shutil.rmtree(cache, ignore_errors=True)),
        "scan, warm": (scan, _nothing),
    }
    if arguments.rg:
        command = [arguments.rg, "-n", "-F", "-f", literals, arguments.tree]
        contestants = {"rg": (command, _nothing), **contestants}
    for peer in arguments.peer:
        words = [word.replace("{tree}", arguments.tree) for word in shlex.split(peer)]
        contestants[words[0].rpartition("/")[2]] = (words, _nothing)
    times: dict[str, list[Timing]] = {name: [] for name in contestants}
    for _ in range(arguments.runs):
        for name, (command, prepare) in contestants.items():
            prepare()
            times[name].append(run(command, cache))
    return {
        name: Timing(median(each.waited for each in runs), min(each.worked for each in runs))
        for name, runs in times.items()
    }


def run(command: list[str], cache: str) -> Timing:
    """Seconds of one run, output thrown away."""
    environ = {**os.environ, "XDG_CACHE_HOME": cache, "PYTHONPATH": ROOT}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environ)
    waited = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Timing(waited, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _nothing() -> None:
    """No preparation."""


if __name__ == "__main__":
    sys.exit(main())
