"""A declared license says all that its bases bring along."""

from __future__ import annotations

from license_gate.domain.license import Clause, Edition, Kind
from license_gate.domain.manifest import Declaration
from license_gate.domain.policy import Rule
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.assessment import Assessment, Part
from license_gate.evaluate.review import About, Draft, Review, finding, license_place
from license_gate.evaluate.wording import path_words
from license_gate.resolve.lineage import OURS

_SAY_MORE = frozenset({"user-limit", "revenue-limit", "naming-prefix", "display-notice", "output-training",
                       "territory-exclusion"})  # fmt: skip


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for every inherited license whose terms the declared one drops."""
    drafts: dict[str, Draft] = {}
    for assessment in review.assessments:
        own = [part for part in assessment.parts if len(part.claim.source.path) == 1]
        if assessment.declaration.license == OURS or not any(part.branch.editions for part in own):
            continue
        for part in assessment.parts:
            lost = _lost(part, own) if len(part.claim.source.path) > 1 else ()
            if lost:
                draft = _draft(rule, review, assessment, part, lost)
                drafts.setdefault(draft.finding.id, draft)
    return list(drafts.values())


def _lost(part: Part, own: list[Part]) -> tuple[Clause, ...]:
    """Inherited clauses with a consequence that no declared edition states as well."""
    editions = tuple(edition for each in own for edition in each.branch.editions)
    if {edition.id for edition in part.branch.editions} <= {edition.id for edition in editions}:
        return ()
    inherited = dict.fromkeys(
        ruling.clause for ruling in part.branch.rulings if ruling.cell == "I" and _consequential(ruling.kind)
    )
    said: dict[str, list[Clause]] = {}
    for edition in editions:
        for clause in edition.clauses:
            said.setdefault(clause.kind, []).append(clause)
    return tuple(
        clause
        for clause in inherited
        if not any(_says_as_much(other, clause) for other in said.get(clause.kind, ()))
    )


def _consequential(kind: Kind) -> bool:
    return kind.unknown in ("undecided", "duty", "attest") and kind.level != "note"


def _says_as_much(said: Clause, lost: Clause) -> bool:
    return lost.kind not in _SAY_MORE or (said.when, said.met) == (lost.when, lost.met)


def _draft(rule: Rule, review: Review, assessment: Assessment, part: Part, lost: tuple[Clause, ...]) -> Draft:
    declaration = assessment.declaration
    edition = part.branch.editions[0]
    dropped = f"{len(lost)} terms" if len(lost) > 1 else "a term"
    return Draft(
        finding(
            "LG205",
            rule,
            review,
            About(assessment.product.name, declaration.model, edition.id),
            rule.level,
            f"the license named for {declaration.model} drops {dropped} of {edition.short or edition.name}",
            _explain(declaration, edition, part),
            license_place(declaration),
            (
                f"name both: license: {_both(declaration.license, edition.id)}",
                "or choose a model whose publisher passes the terms on",
            ),
            owner="developer",
            path=part.claim.source.path,
            notes=tuple(f"section {clause.section}: {clause.says}" for clause in lost),
        )
    )


def _explain(declaration: Declaration, edition: Edition, part: Part) -> Explanation:
    """The lost terms stand in the notes: that they bind as well does not mean that they are violated."""
    return Explanation(
        f"{declaration.license or 'its own license'} is named for {declaration.model}, but the terms of "
        f"{edition.name} come along: {path_words(part.claim.source.path)}",
        "violated",
    )


def _both(declared: str, inherited: str) -> str:
    return f"{declared} AND {inherited}" if declared else inherited
