"""Small licenses that nobody uses, written for these tests: two twins that differ in values, and a stranger."""

from __future__ import annotations

from license_gate.identify.build import Sample, make_index
from license_gate.identify.index import Index

HERON_ONE = """\
# Heron Model Agreement

Heron version release date: March 3, 2025

Copyright (c) 2025 Heronry Cooperative

1. What you get. Whoever downloads Heron may run it, study it, change it and hand it on, free of charge and in
   every place of the Territory, as long as the paragraphs below are kept. "Territory" means the whole world,
   excluding the European Union and the United Kingdom.

2. Large services. A service that has more than 5 million monthly active users in the preceding calendar month,
   or whose operator earns more than USD 2,000,000 in annual revenue, asks the Heronry for a separate paper
   first and holds no rights before the answer.

3. Outputs. Outputs belong to whoever asked for them. You may not use them to improve any other bird model,
   excluding Heron itself.

4. Show where it comes from. Each page that offers Heron must display "Feathered by Heron" where guests can read
   it. A copy of these paragraphs goes along with each copy of the weights.

5. Mending. Whoever breaks a paragraph and mends the breach within 30 days keeps what paragraph one gives.

6. No promises. Heron comes as it hatched. The Heronry answers for nothing that a bird does.
"""
HERON_TWO = (
    HERON_ONE.replace("March 3, 2025", "June 9, 2025")
    .replace("the European Union and the United Kingdom", "South Korea")
    .replace("5 million", "9 million")
    .replace("Feathered by Heron", "Feathered by Heron Two")
)
WREN = """\
Wren Permission

Copyright 2024 Wren Keepers

Take this program, use it for whatever you like, sell it if somebody pays, and mix it into other programs. Leave
these sentences in every copy so that the next person can read them as well. The keepers wrote it in their spare
time, so nobody may come to them when it fails, burns, or wakes the neighbors at night. Keepers keep their name:
do not say that they like what you made unless they told you so in a letter.
"""
STRANGER = """\
Owl Ground Rules

Members lend books for two weeks. A book that comes back wet is paid for by whoever had it last, at the price on
the list beside the door. The door is locked at nine. Dogs wait outside, owls may sit on the third shelf, and all
questions go to the person with the lamp, who decides them alone and at once.
"""


def make() -> Index:
    """The index of the three known miniatures."""
    return make_index(
        [
            Sample("heron-1", HERON_ONE, shared=("heron-nest",)),
            Sample("heron-2", HERON_TWO),
            Sample("wren", WREN),
        ]
    )
