"""What of an edition travels to a fine-tune, a distilled model or a model trained on outputs."""

from __future__ import annotations

from license_gate.catalog.lookup import Catalog
from license_gate.domain.license import Cell, Clause, Edition, passes

STEPS = {
    "finetune": "a fine-tune, quantized copy or merge",
    "adapter-runtime": "an adapter that is loaded with it",
    "distill-weights": "a model distilled from it",
    "train-on-outputs": "a model trained on its outputs",
}
WORDS = {"I": "binds", "U": "unclear", "X": "blocked", "N": "drops"}
JUDGED = ("prohibits", "withholds", "ends", "requires")


def travels(edition: Edition, catalog: Catalog) -> dict[str, dict[str, tuple[str, ...]]]:
    """Per step: what becomes of the clauses that ask something of the user, by word, in the edition's order."""
    clauses = [clause for clause in edition.clauses if clause.effect in JUDGED]
    found = {}
    for relation, step in STEPS.items():
        cells = {clause.id: cell(clause, relation, catalog) for clause in clauses}
        words = {
            word: tuple(name for name, value in cells.items() if value == letter)
            for letter, word in WORDS.items()
        }
        found[step] = {word: names for word, names in words.items() if names}
    return {step: words for step, words in found.items() if words}


def cell(clause: Clause, relation: str, catalog: Catalog) -> Cell:
    """I, U, X or N for one clause over one step: what the clause says, else the table."""
    column = catalog.words.kinds[clause.kind].column
    return passes(clause, relation, catalog.cell(relation, column) if column else "-")
