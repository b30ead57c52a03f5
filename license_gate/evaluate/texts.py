"""Findings about license texts beside weights: changed ones, unknown ones, and those that contradict."""

from __future__ import annotations

from license_gate.domain.answers import Level, lower
from license_gate.domain.place import Place
from license_gate.domain.policy import Rule
from license_gate.domain.text import Difference, LicenseText
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.assessment import Assessment, Part
from license_gate.evaluate.review import About, Draft, Review, finding, license_place
from license_gate.resolve.lineage import Conflict

_SHOWN = 6  # values of one difference
_OWN_ENTRY = "read it, add it under licenses/ beside the policy, and name it under `license:`"
_OTHER_MODEL = "choose a model whose license is known"


def unjudged(rule: Rule, review: Review, assessment: Assessment, part: Part, text: LicenseText) -> Draft:
    """A text that binds and whose terms nobody knows."""
    level = lower(rule.level, review.policy.unknown_level("license"))
    bearer = part.claim.source.model
    if not text.differs_on:
        said = assessment.declaration.license
        beside = f"; it is not the text of {said}, which is declared" if said else ""
        return _draft(
            "LG201", rule, review, assessment, text, level, bearer,
            f"the license beside {bearer} is not known: {text.file}",
            f"{text.reason}{beside}; so nothing is known of its terms",
            (_OWN_ENTRY, "where it is a known license, put the publisher's whole text there", _OTHER_MODEL),
        )  # fmt: skip
    edition = review.catalog.edition(text.license)
    name, urls = (edition.name, edition.urls) if edition else (text.license, ())
    original = f"put the publisher's text back, if that is what holds{f': {urls[0]}' if urls else ''}"
    return _draft(
        "LG208", rule, review, assessment, text, level, bearer,
        f"{text.file} reads like {text.license}, but its terms are other ones",
        f"{f'{text.reason}; ' if text.reason else ''}the text beside {bearer} differs from {name} on {_points(text)}; "
        "what the changes come to is not known, so it is not judged as that license",
        (original, _OWN_ENTRY, _OTHER_MODEL),
    )  # fmt: skip


def unmatched(rule: Rule, review: Review, assessment: Assessment, text: LicenseText) -> Draft:
    """A text that nobody knows and that may be what is declared."""
    declaration = assessment.declaration
    why = f"it differs from {text.license} on {_points(text)}" if text.differs_on else text.reason
    return _draft(
        "LG209", rule, review, assessment, text, lower("warn", rule.level), declaration.model,
        f"{text.file} could not be identified: {declaration.license} is judged, as declared",
        f"{why}; that it is {declaration.license} is what the declaration says",
        (f"make sure that {text.file} is {declaration.license}",
         "put the publisher's whole text there, so that it is known again"),
    )  # fmt: skip


def contradicted(rule: Rule, review: Review, assessment: Assessment, conflict: Conflict) -> Draft:
    """A declared license of which the text beside the weights is not."""
    declaration = assessment.declaration
    made = finding(
        "LG204",
        rule,
        review,
        About(assessment.product.name, declaration.model, conflict.declared, conflict.file),
        lower("warn", rule.level),
        f"{declaration.model} is declared {conflict.declared}, but the text beside it is {conflict.recorded}",
        Explanation(
            f"the declaration says {conflict.declared}, {conflict.file} says {conflict.recorded}; both are judged",
            "violated",
        ),
        license_place(declaration),
        ("correct `license:`, or remove it so that the text stands",),
        owner="developer",
    )
    return Draft(made._replace(locations=(made.locations[0], Place(conflict.file), *made.locations[1:])))


def _draft(
    code: str, rule: Rule, review: Review, assessment: Assessment, text: LicenseText, level: Level,
    bearer: str, title: str, why: str, remedy: tuple[str, ...],
) -> Draft:  # fmt: skip
    declaration = assessment.declaration
    path = next(
        (
            part.claim.source.path
            for part in assessment.parts
            if part.claim.read == text and part.claim.source.model == bearer
        ),
        (),
    )
    made = finding(
        code,
        rule,
        review,
        About(assessment.product.name, declaration.model, text.license, f"{bearer} {text.file}"),
        level,
        title,
        Explanation(why, "unknown"),
        license_place(declaration),
        remedy,
        owner="developer",
        path=path,
        notes=tuple(_difference(text.file, difference) for difference in text.differs_on),
    )
    first = next((difference.line for difference in text.differs_on if difference.line), 1)
    places = (made.locations[0], Place(text.file, first), *made.locations[1:])
    return Draft(made._replace(locations=places))


def _points(text: LicenseText) -> str:
    return ", ".join(dict.fromkeys(difference.what for difference in text.differs_on))


def _difference(file: str, difference: Difference) -> str:
    """`weights/LICENSE:66: user limit: here more than 5, recorded more than 7`."""
    where = f"{file}:{difference.line}" if difference.line else file
    parts = [
        f"{lead} {_values(values)}"
        for lead, values in (("here", difference.found), ("recorded", difference.recorded))
        if values
    ]
    return f"{where}: {difference.what}: {', '.join(parts)}"


def _values(values: tuple[str, ...]) -> str:
    more = len(values) - _SHOWN
    return "; ".join(values[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
