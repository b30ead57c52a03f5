"""Findings about license texts beside weights: changed ones, unknown ones, and those that contradict."""

from __future__ import annotations

from typing import NamedTuple

from license_gate.domain.answers import Level, lower
from license_gate.domain.place import Place
from license_gate.domain.policy import Rule
from license_gate.domain.text import Difference, LicenseText
from license_gate.domain.verdict import Explanation, Finding
from license_gate.evaluate.assessment import Assessment
from license_gate.evaluate.review import About, Draft, Review, finding, license_place
from license_gate.resolve.lineage import Conflict, Source

_SHOWN = 6  # values of one difference
_OWN_ENTRY = "read it, add it under licenses/ beside the policy, and name it under `license:`"
_OTHER_MODEL = "choose a model whose license is known"


def about_texts(rule: Rule, review: Review, assessment: Assessment) -> list[Draft]:
    """One finding for each text that cannot be judged, or contradicts what is declared."""
    lineage = assessment.lineage
    return [
        *(
            _unjudged(rule, review, assessment, part.claim.source, part.claim.read)
            for part in assessment.parts
            if part.claim.read and not part.claim.read.faithful
        ),
        *(_unmatched(rule, review, assessment, text) for text in lineage.unmatched),
        *(_contradicted(rule, review, assessment, each) for each in lineage.conflicts if each.file),
    ]


def _unjudged(rule: Rule, review: Review, assessment: Assessment, source: Source, text: LicenseText) -> Draft:
    """A text that binds and whose terms nobody knows."""
    about = _About(rule, review, assessment, text, source)
    level = lower(rule.level, review.policy.unknown_level("license"))
    return _altered(about, level) if text.differs_on else _unknown(about, level)


def _unmatched(rule: Rule, review: Review, assessment: Assessment, text: LicenseText) -> Draft:
    """A text that nobody knows and that may be what is declared."""
    declaration = assessment.declaration
    why = f"it differs from {text.license} on {_points(text)}" if text.differs_on else text.reason
    return _draft(
        "LG209", _About(rule, review, assessment, text), lower("warn", rule.level),
        f"{text.file} could not be identified: {declaration.license} is judged, as declared",
        f"{why}; that it is {declaration.license} is what the declaration says",
        (f"make sure that {text.file} is {declaration.license}",
         "put the publisher's whole text there, so that it is known again"),
    )  # fmt: skip


def _contradicted(rule: Rule, review: Review, assessment: Assessment, conflict: Conflict) -> Draft:
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
    return _also_at(made, Place(conflict.file))


class _About(NamedTuple):
    """One text, and where it counts; `source` None: for the declared model itself."""

    rule: Rule
    review: Review
    assessment: Assessment
    text: LicenseText
    source: Source | None = None

    @property
    def model(self) -> str:
        """The model beside whose weights it lies."""
        return self.source.model if self.source else self.assessment.declaration.model


def _unknown(about: _About, level: Level) -> Draft:
    text = about.text
    beside = "".join(
        f"; it is not the text of {other.claim.text}, which is declared"
        for other in about.assessment.parts
        if other.claim.source == about.source
        and other.claim.evidence == "assertion"
        and other.branch.editions
    )
    return _draft(
        "LG201", about, level,
        f"the license beside {about.model} is not known: {text.file}",
        f"{text.reason}{beside}; so nothing is known of its terms",
        (_OWN_ENTRY, "where it is a known license, put the publisher's whole text there", _OTHER_MODEL),
    )  # fmt: skip


def _altered(about: _About, level: Level) -> Draft:
    text = about.text
    edition = about.review.catalog.edition(text.license)
    name, urls = (edition.name, edition.urls) if edition else (text.license, ())
    dated = f"{text.reason}; " if text.reason else ""
    return _draft(
        "LG208", about, level,
        f"{text.file} reads like {text.license}, but its terms are other ones",
        f"{dated}the text beside {about.model} differs from {name} on {_points(text)}; what the changes come to "
        "is not known, so it is not judged as that license",
        (f"put the publisher's text back, if that is what holds{f': {urls[0]}' if urls else ''}",
         _OWN_ENTRY, _OTHER_MODEL),
    )  # fmt: skip


def _draft(code: str, about: _About, level: Level, title: str, why: str, remedy: tuple[str, ...]) -> Draft:
    declaration, text = about.assessment.declaration, about.text
    product = about.assessment.product.name
    made = finding(
        code,
        about.rule,
        about.review,
        About(product, declaration.model, text.license, f"{about.model} {text.file}"),
        level,
        title,
        Explanation(why, "unknown"),
        license_place(declaration),
        remedy,
        owner="developer",
        path=about.source.path if about.source else (),
        notes=tuple(_difference(text.file, difference) for difference in text.differs_on),
    )
    first = next((difference.line for difference in text.differs_on if difference.line), 1)
    return _also_at(made, Place(text.file, first))


def _also_at(made: Finding, place: Place) -> Draft:
    """With the text as a second place, behind the declaration."""
    first, *others = made.locations
    return Draft(made._replace(locations=(first, place, *others)))


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
