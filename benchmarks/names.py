"""What the license fields of real model cards resolve to, and how quickly. Asserts nothing.

Usage: python -m benchmarks.names [FILE]

FILE holds one model a line: {id, license, license_name, license_link, base_model, ...}. Without it, the 7,024
popular and unusual models of the research folder are taken. What a card says is read as `lock` and `add` would
read it: its three fields together with the catalog of models, and with the models it names as its base.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from typing import Any, NamedTuple

from license_gate.catalog.lookup import Catalog, load_catalog
from license_gate.domain.expression import Expression, Named
from license_gate.resolve.card import Card, named, narrowed, of_model, read_card

ROUNDS = 3
CORE = os.path.join("data", "hub-models-core.jsonl")
ANSWERS = ("edition", "all of several", "known by name only", "candidates", "unknown name", "nothing named")
WORST = ("unknown name", "candidates", "known by name only")  # what decides where several bind


class Resolved(NamedTuple):
    """One model: what the card says, what it comes to, and which sort of answer that is."""

    model: str
    said: Expression | None
    meant: Expression | None
    answer: str


def resolve(row: dict[str, Any], catalog: Catalog) -> Resolved:
    """The license of one model by its card, the catalog of models and its bases."""
    licenses = row["license"] if isinstance(row["license"], list) else [row["license"]]
    card = Card(tuple(filter(None, licenses)), row["license_name"] or "", row["license_link"] or "")
    said = read_card(card, catalog)
    meant = of_model(row["id"], said, catalog)
    bases = [of_model(base, None, catalog) for base in row["base_model"] or ()]
    meant = narrowed(meant, frozenset().union(*map(named, bases)))
    return Resolved(row["id"], said, meant, answer_of(meant, catalog))


def answer_of(meant: Expression | None, catalog: Catalog) -> str:
    """One of `ANSWERS`."""
    if meant is None:
        return "nothing named"
    if not isinstance(meant, Named):
        parts = {answer_of(part, catalog) for part in meant.parts}
        return next((answer for answer in WORST if answer in parts), "all of several")
    if len(meant.editions) != 1:
        return "candidates" if meant.editions else "unknown name"
    found = catalog.edition(meant.editions[0])
    return "edition" if found is not None and found.verified else "known by name only"


def read_rows(path: str) -> list[dict[str, Any]]:
    """The models of a file."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main() -> None:
    """Print the shares, the names that nobody knows and the rate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", help="one model a line, as JSON")
    path = parser.parse_args().file or _core()
    if not path:
        print(
            "names of licenses: name a file of models; the research folder is not here (LICENSE_GATE_RESEARCH)"
        )
        return
    rows, catalog = read_rows(path), load_catalog()
    seconds, found = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = [resolve(row, catalog) for row in rows]
        seconds.append(time.perf_counter() - start)
    counted = Counter(each.answer for each in found)
    print(f"{len(found):,} models, best of {ROUNDS} rounds: {len(found) / min(seconds):,.0f} a second")
    for answer in ANSWERS:
        print(f"  {answer:<20} {counted[answer]:6,} {counted[answer] / len(found):7.1%}")
    names = Counter(
        each.meant.text for each in found if each.answer == "unknown name" and isinstance(each.meant, Named)
    )
    print(
        "the most frequent unknown names: "
        + ", ".join(f"{name} ({count})" for name, count in names.most_common(8))
    )


def _core() -> str:
    from tests.research import research_folder

    folder = research_folder()
    return os.path.join(folder, CORE) if folder else ""


if __name__ == "__main__":
    main()
