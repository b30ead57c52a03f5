"""Fields of use that nobody stated: one line per product, not one per license."""

from __future__ import annotations

from license_gate.conditions.ask import Asked
from license_gate.domain.condition import Condition, leaves
from license_gate.domain.policy import Rule
from license_gate.domain.verdict import Attestation, Explanation
from license_gate.evaluate.assessment import Assessment, Ruling
from license_gate.evaluate.review import About, Draft, Review, finding
from license_gate.evaluate.rule_on import FIELDS_OF_USE
from license_gate.evaluate.wording import product_words

CODE = "LG390"


def attestations(assessments: tuple[Assessment, ...]) -> tuple[Attestation, ...]:
    """For each product with open fields: which fields, and which licenses restrict them."""
    open_rulings: dict[str, dict[tuple[str, str], Ruling]] = {}
    for assessment in assessments:
        for part in assessment.parts:
            for ruling in part.branch.fields:
                named = open_rulings.setdefault(assessment.product.name, {})
                named[ruling.edition.id, ruling.clause.id] = ruling
    return tuple(
        Attestation(
            product,
            tuple(sorted({field for ruling in rulings.values() for field in _fields(ruling.clause.when)})),
            tuple(sorted({ruling.edition.id for ruling in rulings.values()})),
        )
        for product, rulings in open_rulings.items()
    )


def _fields(condition: Condition) -> list[str]:
    asked = [leaf.value for leaf in leaves(condition) if leaf.fact == FIELDS_OF_USE]
    return [str(word) for value in asked if isinstance(value, tuple) for word in value]


def findings(rule: Rule, review: Review) -> list[Draft]:
    """The line of each product, at the policy's level for it."""
    return [_draft(rule, review, each) for each in attestations(review.assessments)]


def _draft(rule: Rule, review: Review, open_: Attestation) -> Draft:
    count = len(open_.licenses)
    restrict = "1 license restricts" if count == 1 else f"{count} licenses restrict"
    shown = ", ".join(open_.fields[:3]) + (" ..." if len(open_.fields) > 3 else "")
    place = next(
        each.declaration.place
        for each in review.assessments
        if each.product.name == open_.product and any(part.branch.fields for part in each.parts)
    )
    statement = f"{restrict} fields of use ({', '.join(open_.fields)}): {', '.join(open_.licenses)}"
    return Draft(
        finding(
            CODE,
            rule,
            review,
            About(open_.product),
            review.policy.unknown_level("attestation"),
            f"{restrict} fields of use such as {shown}: record use.fields for {product_words(open_.product)}",
            Explanation(statement, "unknown"),
            place,
            (f"record use.fields in {review.facts_file}; [] says that the product is in none of them",),
            owner=review.catalog.words.facts[FIELDS_OF_USE].owner,
        ),
        (Asked(FIELDS_OF_USE, None, "", "[]", "fact"),),
    )
