"""Assessments -> the models of the report, with what is to show, ship, name or pass on."""

from __future__ import annotations

from license_gate.conditions.ask import questions
from license_gate.conditions.phrases import enumerated
from license_gate.domain.verdict import EffectiveLicense, ModelVerdict, Obligation
from license_gate.evaluate.assessment import Assessment, Part, Ruling


def model_verdict(assessment: Assessment) -> ModelVerdict:
    """What the report says of one model in one product."""
    declaration = assessment.declaration
    rulings = [ruling for _, ruling in assessment.rulings()]
    worst_ones = [ruling for ruling in rulings if ruling.decision.outcome == assessment.outcome]
    return ModelVerdict(
        model=declaration.model,
        revision=declaration.revision,
        product=assessment.product.name,
        uses=assessment.acts,
        declared_license=declaration.license,
        effective_licenses=tuple(_effective(assessment)),
        openness=assessment.openness,
        attested=not any(part.branch.fields for part in assessment.parts),
        outcome=assessment.outcome,
        obligations=_obligations(assessment),
        standing=len({
            (ruling.edition.id, ruling.clause.id) for ruling in rulings if ruling.decision.standing
        }),
        place=declaration.place,
        curable=assessment.outcome == "prohibited"
        and all(ruling.decision.curable for ruling in worst_ones)
        and bool(worst_ones),
    )  # fmt: skip


def _effective(assessment: Assessment) -> list[EffectiveLicense]:
    found: dict[tuple[str, object], EffectiveLicense] = {}
    for part in assessment.parts:
        for name, source in _names(part):
            path = part.claim.source.path
            found.setdefault((name, path), EffectiveLicense(name, path, part.claim.evidence, source))
    return list(found.values())


def _names(part: Part) -> list[tuple[str, str]]:
    """Each license with where its terms were read: the catalog, or a file of the organization's own."""
    known = [(edition.id, edition.source) for edition in part.branch.editions]
    return known + [(name or "none named", "catalog") for name in part.branch.unknown]


def _obligations(assessment: Assessment) -> tuple[Obligation, ...]:
    duties: dict[tuple[str, str, str], Obligation] = {}
    for part in assessment.parts:
        for ruling in part.branch.duties:
            key = (ruling.edition.id, ruling.clause.id, ruling.target)
            duties.setdefault(key, _obligation(part, ruling))
    return tuple(duties.values())


def _obligation(part: Part, ruling: Ruling) -> Obligation:
    decision = ruling.decision
    return Obligation(
        kind=ruling.clause.kind,
        license=ruling.edition.id,
        section=ruling.clause.section,
        says=ruling.clause.says,
        status=decision.duty or "to-do",
        assumed=decision.assumed,
        because=_because(part, ruling),
    )


def _because(part: Part, ruling: Ruling) -> str:
    """Under which reservation a duty is listed."""
    closed = part.branch.outcome in ("needs-license", "prohibited")
    if closed and not ruling.decision.curable:
        return "if you obtain the license"
    if not ruling.decision.assumed:
        return ""
    if ruling.decision.why == "lineage":
        return "unless the term does not travel this far"
    missing = [asked.fact for asked in questions(ruling.when)]
    return f"unless a record of {enumerated(missing)} takes it away" if missing else ""
