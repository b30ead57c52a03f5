"""The situation that facts are derived from: one use of one model, and one model of its lineage."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from license_gate.domain.facts import SetValue, Value
from license_gate.domain.manifest import Declaration, Product, Target
from license_gate.domain.vocabulary import KnownModel

TRAINING = frozenset({"train-on-outputs", "distill"})
CHANGING = frozenset({"finetune", "quantize", "merge"})


class Tree(NamedTuple):
    """What derivations may see of the repository's files, read before they run."""

    shown: frozenset[str] = frozenset()  # display lines found in the product's interface
    beside: frozenset[str] = frozenset()  # names of the files beside weights kept in the repository


class Case(NamedTuple):
    """One declaration in one product, seen from one model of its lineage (and one trained model)."""

    declaration: Declaration
    product: Product
    value: Callable[[str], Value | None]  # what is recorded, assumed or derived so far
    name: str = ""  # of a model of our own making, '' where it does not matter or nobody knows
    unsafe: bool = False  # a name in its lineage says that safety was removed
    known: KnownModel | None = None
    licensor: str = ""
    provider: str = ""
    kinds: frozenset[str] = frozenset()  # of the clauses that the model's other licenses bring
    target: Target | None = None
    target_families: frozenset[str] | None = None
    tree: Tree = Tree()
    today: str = ""
    license: str = ""  # the edition that the declaration names, where it is one that the catalog knows

    @property
    def acts(self) -> frozenset[str] | None:
        """What is done with the model, or None where nobody said."""
        uses = self.declaration.uses if self.declaration.uses is not None else self.product.uses
        return None if uses is None else frozenset(uses)

    def does(self, *acts: str) -> bool:
        """Whether one of these acts is declared."""
        return bool(self.acts and self.acts.intersection(acts))

    def never_does(self, *acts: str) -> bool:
        """Whether the declared list leaves all of these acts out."""
        return self.acts is not None and not self.acts.intersection(acts)


def says_unsafe(model: str) -> bool:
    """Whether a model's name says that its safeguards were removed."""
    name = model.lower()
    return any(word in name for word in ("abliterated", "uncensored", "unfiltered", "jailbreak"))


def complete(*values: str) -> SetValue:
    """A set of which every member is known."""
    return SetValue(frozenset(values))


def partly(*values: str) -> SetValue:
    """A set of which some members are known."""
    return SetValue(frozenset(values), complete=False)
