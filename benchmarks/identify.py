"""What `licenses identify` costs and gets right on the real license texts. Asserts nothing.

Usage: python -m benchmarks.identify [--rounds N] [--table]

Needs the research folder: $LICENSE_GATE_RESEARCH, else `shared` beside the repository.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from statistics import median

from license_gate.catalog.fingerprints import read_fingerprints
from license_gate.identify import Identified, Index, identify, load_index
from license_gate.identify.build import Sample
from scripts.fingerprint_texts import read_samples
from tests.copies import COPIES
from tests.research import research_folder

LOAD_BUDGET = 15.0  # milliseconds
FILE_BUDGET = 30.0
MEMORY_BUDGET = 60.0  # megabytes


def load() -> Index:
    """The index as the program loads it."""
    return load_index(*read_fingerprints())


def best(run: Callable[[], object], rounds: int) -> float:
    """Milliseconds of the fastest of some runs."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def show_cost(texts: dict[str, str], index: Index, rounds: int) -> None:
    """Load, memory, and time per file for the texts as published and torn."""
    tracemalloc.start()
    load()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    print(f"index load          {best(load, rounds):6.1f} ms   budget {LOAD_BUDGET:.0f} ms")
    print(f"index memory, peak  {peak:6.1f} MB   budget {MEMORY_BUDGET:.0f} MB")
    for copy, change in COPIES.items():
        files = [change(text).encode() for text in texts.values()]
        times = sorted(best(lambda data=data: identify(data, index), rounds) for data in files)  # type: ignore[misc]
        within = sum(each <= FILE_BUDGET for each in times)
        print(
            f"{copy:<22} median {median(times):5.1f} ms   95th of 100 {times[len(times) * 95 // 100]:5.1f}"
            f"   slowest {times[-1]:5.1f}   within {FILE_BUDGET:.0f} ms: {within} of {len(times)}"
        )


def show_hits(texts: dict[str, str], samples: dict[str, Sample], index: Index) -> None:
    """How many texts are their own edition, per kind of copy."""
    for copy, change in COPIES.items():
        right = sum(
            _is(identify(change(text).encode(), index), samples[name]) for name, text in texts.items()
        )
        print(f"{copy:<22} {right} of {len(texts)} are their own edition")


def show_table(texts: dict[str, str], index: Index) -> None:
    """One line of markdown per text."""
    for name, text in texts.items():
        found = identify(text.encode(), index)
        part = " (use policy)" if found.part == "use-policy" else ""
        told = ", ".join(each.what for each in found.differs_on)
        print(f"| {name} | {found.license}{part} {found.score:.2f}{'; differs: ' + told if told else ''} |")


def _is(found: Identified, sample: Sample) -> bool:
    return (found.license, found.part) == (sample.license, sample.part)


def main() -> None:
    """Print all figures beside their budgets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each file is read (5)")
    parser.add_argument("--table", action="store_true", help="only the table of all texts, as markdown")
    arguments = parser.parse_args()
    research = research_folder()
    if research is None:
        sys.exit("the license texts are not at hand: set LICENSE_GATE_RESEARCH")
    samples = {name: sample for name, sample in read_samples(research).items() if not name.endswith(" terms")}
    texts = {name: _read(os.path.join(research, "licenses", "texts", f"{name}.txt")) for name in samples}
    index = load()
    if arguments.table:
        show_table(texts, index)
        return
    print(
        f"{len(texts)} texts, {sum(map(len, texts.values())) // 1000} kB; best of {arguments.rounds} runs each"
    )
    show_cost(texts, index, arguments.rounds)
    show_hits(texts, samples, index)


def _read(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


if __name__ == "__main__":
    main()
