"""How much of what public packages use `scan` finds, by distinct model, against labels made without looking at it.

    python benchmarks/recall.py TREES [PACKAGE]... [--missed] [--hub]

TREES holds the unpacked packages, each in a folder `name-version`; the labels are in tests/cases/discovery-labels.
A label names a model in the words of a person (`whisper:small`, `gpt-4o`), so names are compared by their last
part, without the vendor before a colon. What reviewers could differ on is counted neither as missed nor as wrong.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from typing import Any, NamedTuple

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, ROOT)

from license_gate.discover.files import Tree  # noqa: E402 (the benchmark measures the tree that it stands in)
from license_gate.discover.scan import scan  # noqa: E402
from license_gate.domain.reference import Reference  # noqa: E402

LABELS = os.path.join(ROOT, "tests", "cases", "discovery-labels")


class Score(NamedTuple):
    """Counts of distinct models."""

    labelled: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0

    def __str__(self) -> str:
        """Recall and precision as percentages."""
        recall = self.found / self.labelled if self.labelled else 1
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 1
        return f"labelled {self.labelled:5}  recall {recall:6.1%}  precision {precision:6.1%}"


def main() -> int:
    """Print a line a package and the sum."""
    parser = argparse.ArgumentParser(description="recall and precision of scan on labelled packages")
    parser.add_argument("trees", help="the folder of the unpacked packages")
    parser.add_argument("packages", nargs="*", help="names (default: all that are there)")
    parser.add_argument("--missed", action="store_true", help="name what is missed and what is wrong")
    parser.add_argument("--hub", action="store_true", help="only labels of the form org/name")
    arguments = parser.parse_args()
    total = Score()
    for file in sorted(name for name in os.listdir(LABELS) if name.endswith(".yaml")):
        with open(os.path.join(LABELS, file), encoding="utf-8") as text:
            label = yaml.safe_load(text)
        folder = os.path.join(arguments.trees, f"{label['package']}-{label['version']}")
        if not os.path.isdir(folder) or (arguments.packages and label["package"] not in arguments.packages):
            continue
        score, missed, wrong = measure(folder, label, only_hub=arguments.hub)
        total = Score(*map(sum, zip(total, score, strict=True)))
        print(f"{label['round']} {label['package']:36} {score}")
        for model in missed if arguments.missed else ():
            print(f"      missed {model}  {label['sure'][model]}")
        for model in wrong if arguments.missed else ():
            print(f"      wrong  {model}")
    print(f"  {'all of them':36} {total}")
    return 0


def measure(folder: str, label: dict[str, Any], *, only_hub: bool) -> tuple[Score, list[str], list[str]]:
    """The score of one package, the labels that are missed, and the models that no label names."""
    found = used(folder)
    places: dict[str, set[str]] = {}
    for model, references in found.items():
        for name in names_of(model, references):
            places.setdefault(name, set()).add(model)
    sure = [model for model in label["sure"] if not only_hub or is_hub(model)]
    aside = [*label["arguable"], *(model for model in label["sure"] if model not in sure)]
    hits = {model: matches(model, places) for model in sure}
    right = set().union(*hits.values()) if hits else set()
    open_ones = set().union(*(matches(model, places) for model in aside)) if aside else set()
    wide = set(label["arguable_files"])
    wrong = [
        model
        for model, references in found.items()
        if model not in right | open_ones and not {each.file for each in references} <= wide
    ]
    missed = [model for model in sure if not hits[model]]
    return Score(len(sure), len(sure) - len(missed), len(right), len(wrong)), missed, wrong


def used(folder: str) -> dict[str, list[Reference]]:
    """Every model that the files use, mentions left out."""
    files = sorted(
        os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")
        for parent, _, here in os.walk(folder)
        for name in here
    )
    found: dict[str, list[Reference]] = {}
    for reference in scan(files, Tree(folder).read).references:
        if reference.kind != "mention":
            found.setdefault(reference.model, []).append(reference)
    return found


def names_of(model: str, references: list[Reference]) -> set[str]:
    """The names of a model, and of what is written where it was found."""
    return parts(model) | {name for each in references for name in parts(each.as_written)}


def matches(model: str, places: dict[str, set[str]]) -> set[str]:
    """What was found under one of the names of a label."""
    return {found for name in parts(model) for found in places.get(name, ())}


def parts(model: str) -> set[str]:
    """A name without its vendor, its last part, and without a tag."""
    text = model.lower().removeprefix("dataset:")
    if text.startswith("whisper:"):
        size = text.removeprefix("whisper:")
        return {size, f"whisper-{size}", f"faster-whisper-{size}"}
    vendor, _, rest = text.partition(":")
    whole = (rest if rest and re.fullmatch(r"[\w-]+", vendor) else text).removeprefix("models/")
    return {whole, whole.rpartition("/")[2], *([whole.partition(":")[0]] if ":" in whole else [])}


def is_hub(model: str) -> bool:
    """Whether a label has the form `org/name`."""
    return "/" in model and ":" not in model.partition("/")[0]


if __name__ == "__main__":
    sys.exit(main())
