"""Every clause that binds, judged on the organization's facts."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.conditions.ask import Asked, questions
from license_gate.conditions.explain import explain
from license_gate.domain.answers import Ignorance, Level, Truth, lower
from license_gate.domain.policy import Rule
from license_gate.domain.verdict import Explanation, Finding
from license_gate.evaluate.assessment import Assessment, Part, Ruling
from license_gate.evaluate.review import Draft, Review, clause_name, finding_id, in_force
from license_gate.evaluate.wording import licensor, path_words, remedies, title


class Proof(NamedTuple):
    """What models that are judged alike share: what could settle a ruling, and why it is as it is."""

    asked: tuple[Asked, ...]
    because: tuple[Explanation, ...]


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for every clause that is violated or cannot be judged."""
    proofs: dict[int, Proof] = {}
    drafts = [
        _draft(rule, review, assessment, part, ruling, _proof(ruling, review, proofs))
        for assessment in review.assessments
        for part in assessment.parts
        for ruling in part.branch.spoken
    ]
    return _distinct(drafts)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """One row for each id: two paths may bring the same license."""
    return list({draft.finding.id: draft for draft in reversed(drafts)}.values())[::-1]


def _proof(ruling: Ruling, review: Review, known: dict[int, Proof]) -> Proof:
    """The proof of a ruling, made once; `known` is keyed by identity, for the rulings outlive it."""
    found = known.get(id(ruling))
    if found is None:
        asked = questions(ruling.when) if ruling.decision.answer == "unknown" else ()
        because = [explain(ruling.when, review.voice)]
        if ruling.met is not None:
            done = explain(ruling.met, review.voice, Truth.FALSE)
            because.insert(0 if ruling.decision.duty == "unmet" else 1, done)
        because = [*_uncovered(ruling, review), *because]
        found = known[id(ruling)] = Proof(asked, tuple(because))
    return found


def _draft(
    rule: Rule, review: Review, assessment: Assessment, part: Part, ruling: Ruling, proof: Proof
) -> Draft:
    asked = proof.asked
    words = review.catalog.words
    model, product = assessment.declaration.model, assessment.product.name
    named = f"{ruling.clause.id}@{ruling.target}" if ruling.target else ruling.clause.id
    finding = Finding(
        id=finding_id(ruling.kind.code, rule.name, product, model, ruling.edition.id, named),
        code=ruling.kind.code,
        rule=rule.name,
        product=product,
        model=model,
        answer=ruling.decision.answer,
        level=_level(rule, review, ruling),
        title=title(ruling, assessment, asked, words),
        owner=_owner(rule, review, asked),
        clause=clause_name(ruling),
        path=part.claim.source.path,
        question=None,
        explanation=_explain(part, ruling, proof),
        locations=(assessment.declaration.place, rule.place),
        remedy=(*((rule.fix,) if rule.fix else ()),
                *remedies(ruling, assessment, asked, review),
                *_instead(ruling, assessment, review)),
        curable=ruling.decision.curable,
    )  # fmt: skip
    return Draft(finding, () if _waits_for_a_license(part, ruling) else asked)


def _waits_for_a_license(part: Part, ruling: Ruling) -> bool:
    """Nobody is asked about a duty that arises only once the license is obtained."""
    closed = part.branch.outcome in ("needs-license", "prohibited")
    return closed and ruling.decision.assumed and ruling.decision.outcome == "obligations"


def _instead(ruling: Ruling, assessment: Assessment, review: Review) -> tuple[str, ...]:
    """The other way out where a right is missing: a model that the policy lets through."""
    if (
        ruling.decision.outcome not in ("needs-license", "prohibited")
        or ruling.target
        or ruling.decision.curable
    ):
        return ()
    name = review.instead(assessment)
    return (f"replace the model: {name} passes this policy",) if name else ()


def _level(rule: Rule, review: Review, ruling: Ruling) -> Level:
    """The milder of the rule's level and the kind's; what closes a license takes the rule's; ignorance its own."""
    decision = ruling.decision
    if decision.answer == "unknown":
        return in_force(rule, review.policy.unknown_level(_ignorance(ruling)), review.today)
    if decision.outcome in ("needs-license", "prohibited"):
        return in_force(rule, rule.level, review.today)
    return in_force(rule, lower(rule.level, ruling.kind.level), review.today)


def _ignorance(ruling: Ruling) -> Ignorance:
    if ruling.decision.assumed and ruling.decision.outcome == "obligations":
        return "duty"
    return ruling.decision.why or "fact"


def _owner(rule: Rule, review: Review, asked: tuple[Asked, ...]) -> str:
    if rule.contact:
        return rule.contact
    return review.catalog.words.facts[asked[0].fact].owner if asked else "legal"


def _explain(part: Part, ruling: Ruling, proof: Proof) -> Explanation:
    """The tree: the clause, its case, whether the duty is done, and how the term came here."""
    carried = (_carried(part, ruling),) if len(part.claim.source.path) > 1 else ()
    statement = f"{clause_name(ruling).name}, section {ruling.clause.section}: {ruling.clause.says}"
    return Explanation(statement, ruling.decision.answer, (), (*proof.because, *carried))


def _uncovered(ruling: Ruling, review: Review) -> list[Explanation]:
    """That no agreement answers a term which one could answer."""
    if ruling.decision.answer != "violated" or ruling.clause.effect not in ("withholds", "prohibits"):
        return []
    name = licensor(ruling, review.catalog.words)
    return [Explanation(f"and no agreement with {name} covers it", "violated")]


def _carried(part: Part, ruling: Ruling) -> Explanation:
    how = "it is not settled whether the term travels" if ruling.cell in ("U", "X") else "the term travels"
    answer = "unknown" if ruling.cell in ("U", "X") else "satisfied"
    return Explanation(f"{how}: {path_words(part.claim.source.path)}", answer)  # type: ignore[arg-type]
