"""Selectors of forbid and allow: which claims of a model they match."""

from __future__ import annotations

from fnmatch import fnmatchcase

from license_gate.domain.policy import Selector
from license_gate.evaluate.assessment import Assessment, Part
from license_gate.resolve.lineage import OURS


def matches(selector: Selector, assessment: Assessment, part: Part | None) -> bool:
    """Whether every key of the selector matches one claim (None: a model of ours without any)."""
    return all(
        any(_one(key, wanted, assessment, part) for wanted in values) for key, values in selector.parts
    )


def _one(key: str, wanted: str, assessment: Assessment, part: Part | None) -> bool:
    if key == "openness":
        return assessment.openness == wanted
    if key == "use":
        return wanted in assessment.acts
    if key == "product":
        return fnmatchcase(assessment.product.name, wanted)
    if key == "publisher":
        return fnmatchcase(_publisher(assessment.declaration.model), wanted.lower())
    return _of_claim(key, wanted, assessment, part)


def _of_claim(key: str, wanted: str, assessment: Assessment, part: Part | None) -> bool:
    if key == "category":
        return wanted in _categories(assessment, part)
    if part is None:
        return False
    if key == "license":
        names = {edition.id for edition in part.branch.editions} | {part.claim.text}
        return wanted in names
    if key == "clause":
        return any(
            wanted in (ruling.clause.kind, f"{ruling.edition.id}#{ruling.clause.id}")
            for ruling in part.branch.rulings
        )
    if key == "relation":
        return any(step.relation == wanted for step in part.claim.source.path)
    return part.claim.evidence == wanted


def _categories(assessment: Assessment, part: Part | None) -> set[str]:
    """The categories of a claim; what cannot be resolved is `unknown`."""
    if part is None:
        return {"ours"} if assessment.declaration.license == OURS else {"unknown"}
    found = {edition.category for edition in part.branch.editions}
    return found | {"unknown"} if part.branch.unknown or not found else found


def _publisher(model: str) -> str:
    return model.rpartition(":")[2].partition("/")[0].lower()
