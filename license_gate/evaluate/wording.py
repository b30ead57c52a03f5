"""The sentences of findings about license terms: titles and remedies."""

from __future__ import annotations

from license_gate.conditions.ask import Asked
from license_gate.conditions.phrases import enumerated
from license_gate.domain.verdict import Step
from license_gate.domain.vocabulary import Vocabulary
from license_gate.evaluate.assessment import Assessment, Ruling
from license_gate.evaluate.review import ACTS, Review


def title(ruling: Ruling, assessment: Assessment, asked: tuple[Asked, ...], words: Vocabulary) -> str:
    """One line that says what is the matter, for whom, and with which license."""
    decision = ruling.decision
    product, short = product_words(assessment.product.name), ruling.edition.short or ruling.edition.name
    if decision.answer == "unknown":
        return _open_title(ruling, product, short, asked)
    if ruling.clause.effect == "withholds":
        return f"{product} needs a separate license from {licensor(ruling, words)} for {short}"
    if ruling.clause.effect == "ends":
        return f"the rights of {product} under {short} have ended ({ruling.kind.title})"
    if ruling.clause.effect == "requires":
        subject = ruling.target or assessment.declaration.model
        return f"{product} does not fulfill a duty of {short} for {subject} ({ruling.kind.title})"
    if ruling.target:
        return f"{short} does not allow what {product} trains: {ruling.target} ({ruling.kind.title})"
    return f"{short} does not allow this use of {assessment.declaration.model} in {product} ({ruling.kind.title})"


def product_words(name: str) -> str:
    """A product as sentences name it; without products the repository is the one there is."""
    return "this repository" if name == "default" else name


def _open_title(ruling: Ruling, product: str, short: str, asked: tuple[Asked, ...]) -> str:
    decision = ruling.decision
    if decision.why == "text":
        return f"the text of {short} is not plain on what {product} does ({ruling.kind.title})"
    if decision.why == "lineage":
        return f"it is not settled whether a term of {short} reaches this model ({ruling.kind.title})"
    missing = _not_recorded([_named(question) for question in asked])
    if decision.assumed:
        return f"a duty of {short} is taken to arise for {product}: {missing}"
    return f"cannot tell whether {product} may use {short}: {missing}"


def _not_recorded(names: list[str]) -> str:
    return f"{enumerated(names or ['a fact'])} {'are' if len(set(names)) > 1 else 'is'} not recorded"


def _named(asked: Asked) -> str:
    return f"{asked.fact} at {asked.at}" if asked.at else asked.fact


def licensor(ruling: Ruling, words: Vocabulary) -> str:
    """The licensor's printed name."""
    return words.licensors.get(ruling.edition.licensor, ruling.edition.licensor) or "the licensor"


def remedies(
    ruling: Ruling, assessment: Assessment, asked: tuple[Asked, ...], review: Review
) -> tuple[str, ...]:
    """What can be done, the most likely first."""
    decision = ruling.decision
    if decision.answer == "unknown":
        return _open_remedies(ruling, asked, review)
    if ruling.clause.effect == "withholds":
        door = ruling.clause.parameter("ask") or f"a license from {licensor(ruling, review.catalog.words)}"
        return (f"obtain {door} and record it under agreements:",)
    if decision.duty == "unmet":
        return (f"do what the term asks: {ruling.clause.says}", "record it when it is done")
    if ruling.target:
        return (f"train {ruling.target} without this model or what it says",)
    uses = ", ".join(assessment.acts)
    return (f"stop this use ({uses}) or change what is recorded if it is wrong",)


def _open_remedies(ruling: Ruling, asked: tuple[Asked, ...], review: Review) -> tuple[str, ...]:
    if ruling.decision.why == "text":
        judge = licensor(ruling, review.catalog.words)
        return (f"let {judge} or your counsel decide once; record it as a waiver that names the clause",)
    if ruling.decision.why == "lineage":
        return ("ask the publisher whether the base model's term applies, and record the answer as a waiver",)
    first: dict[str, Asked] = {}
    for question in asked:
        first.setdefault(_named(question), question)
    return tuple(_to_record(question, review) for question in first.values())


def _to_record(asked: Asked, review: Review) -> str:
    if asked.fact == ACTS:
        return f"list what is done with the model ({ACTS}) under `uses:` of it or its product in {review.manifest.file}"
    others = "" if asked.alone else " together with the others"
    return f"record {_named(asked)} in {review.recorded_in(asked.fact)}; {asked.enough} is enough{others}"


def path_words(path: tuple[Step, ...]) -> str:
    """A path as one line: `a -> finetune of b`."""
    first, *rest = path
    return " -> ".join([first.model, *(f"{step.how} {step.model}" for step in rest)])
