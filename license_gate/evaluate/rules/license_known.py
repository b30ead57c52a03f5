"""Every model has a license that the catalog knows, and one only."""

from __future__ import annotations

from license_gate.domain.answers import Ignorance, Level, lower
from license_gate.domain.policy import Rule
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.assessment import Assessment, Part
from license_gate.evaluate.bench import taught_by
from license_gate.evaluate.review import About, Draft, Review, finding, license_place


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for every name that nobody can resolve, and for every hint of a base that is not stated."""
    drafts: list[Draft] = []
    for assessment in review.assessments:
        for part in assessment.parts:
            drafts += _of_part(rule, review, assessment, part)
        for conflict in assessment.lineage.conflicts:
            if not conflict.file:
                drafts.append(_conflict(rule, review, assessment, conflict.declared, conflict.recorded))
        if assessment.declaration.licenses:
            drafts.append(_listed(rule, review, assessment))
        if assessment.lineage.hinted_family:
            drafts.append(_hinted(rule, review, assessment))
        if assessment.lineage.unmatched or any(part.claim.read for part in assessment.parts):
            from license_gate.evaluate.texts import about_texts  # few repositories keep weights

            drafts += about_texts(rule, review, assessment)
    return list({draft.finding.id: draft for draft in drafts}.values())


def _of_part(rule: Rule, review: Review, assessment: Assessment, part: Part) -> list[Draft]:
    inherited, text = len(part.claim.source.path) > 1, part.claim.read
    found = []
    for name in part.branch.unknown if text is None or text.faithful else ():
        if inherited:
            found.append(_unknown_parent(rule, review, assessment, part, name))
        elif name:
            found.append(_unknown_name(rule, review, assessment, part, name))
        else:
            found.append(_no_license(rule, review, assessment, part))
    if part.branch.candidates:
        found.append(_ambiguous(rule, review, assessment, part))
    if part.branch.same:
        found.append(_alike(rule, review, assessment, part))
    if part.branch.unchosen:
        found.append(_unchosen(rule, review, assessment, part))
    return found


def _unknown_name(rule: Rule, review: Review, assessment: Assessment, part: Part, name: str) -> Draft:
    model, provider = assessment.declaration.model, _provider(part)
    if provider:
        title = f"the terms under which {provider} offers {model} are not known: {name}"
        remedy = (*_terms_to_add(name), "choose a model whose terms are known")
    else:
        title = f"the license of {model} is not known: {name}"
        remedy = (
            "name the edition by an id of `license-gate licenses list`",
            "add the license under licenses/ beside the policy",
            "choose a model whose license is known",
        )
    why = f"the catalog has no verified edition named {name}, so nothing is known of its terms"
    level = _level(rule, review, "license")
    return _draft(
        "LG201", rule, review, assessment, part, level, name, title, _seen(review, name) or why, remedy
    )


def _no_license(rule: Rule, review: Review, assessment: Assessment, part: Part) -> Draft:
    model, provider = assessment.declaration.model, assessment.lineage.provider
    if provider:
        title = f"the terms under which {provider} offers {model} are not known"
        why = "the catalog has no terms of this provider, so nothing is known of what they allow"
        first = "add the provider's terms under licenses/ beside the policy and name them under `license:`"
    else:
        title = f"nobody names a license for {model}"
        why = "neither the declaration nor the catalog names a license; without one there is no permission"
        first = "record the license that its publisher states under `license:`"
    level = _level(rule, review, "model")
    remedy = (first, "choose a model whose terms are known")
    return _draft("LG202", rule, review, assessment, part, level, "", title, why, remedy)


def _unknown_parent(rule: Rule, review: Review, assessment: Assessment, part: Part, name: str) -> Draft:
    parent = part.claim.source.model
    what = f"{name}, which the catalog does not know" if name else "no license that anybody names"
    why = f"{parent} has {what}; what it passes on cannot be told"
    key = "trained_on" if parent.startswith("dataset:") else "base"
    first = f"write the license of {parent} beside it under `{key}:`"
    return _draft(
        "LG206", rule, review, assessment, part, _level(rule, review, _of_parent(assessment, part)), name,
        f"the terms of {parent}, from which {assessment.declaration.model} comes, are not known",
        _seen(review, name) or why,
        _terms_to_add(name) if _provider(part) else (first,),
    )  # fmt: skip


def _provider(part: Part) -> str:
    """The provider whose terms a claim is about, '' for a license of weights."""
    known = part.claim.source.known
    return known.provider if known and part.claim.evidence == "registry" else ""


def _seen(review: Review, name: str) -> str:
    """What is known of a license of which only the name is, '' where even that is not."""
    edition = review.catalog.edition(name)
    return f"{edition.name}: {edition.missing}" if edition and edition.missing else ""


def _terms_to_add(name: str) -> tuple[str, ...]:
    return (
        f"read the terms and add them as licenses/{name}.yaml beside the policy, with category: api-terms",
        "where you agreed on other terms, add those and name them under `license:` beside the model",
    )


def _of_parent(assessment: Assessment, part: Part) -> Ignorance:
    """What we train ourselves on a model is our own use of it: its terms are then no question of lineage."""
    taught = taught_by(assessment.declaration, part.claim)
    return "license" if taught else "lineage"


def _hinted(rule: Rule, review: Review, assessment: Assessment) -> Draft:
    model = assessment.declaration.model
    family = review.catalog.words.families.get(
        assessment.lineage.hinted_family, assessment.lineage.hinted_family
    )
    return _draft(
        "LG206", rule, review, assessment, None, _level(rule, review, "lineage"), "hint",
        f"{model} sounds like a member of the {family} family, but no base is recorded",
        f"the name suggests {family}; if it is built on it, the terms of {family} bind as well",
        ("write what it was made from under `base:`",
         "or `from_scratch: true` where its publisher made it from nothing else"),
    )  # fmt: skip


def _ambiguous(rule: Rule, review: Review, assessment: Assessment, part: Part) -> Draft:
    each = ", ".join(f"{name}: {outcome}" for name, outcome in part.branch.candidates)
    return _draft(
        "LG203", rule, review, assessment, part, _level(rule, review, "license"), part.claim.text,
        f"{part.claim.text} names several licenses with different results for {assessment.declaration.model}",
        f"the name may mean {each}",
        (f"name the publisher's text under `license:`, one of {_dated(review, part)}",),
    )  # fmt: skip


def _alike(rule: Rule, review: Review, assessment: Assessment, part: Part) -> Draft:
    model, (judged, *others) = assessment.declaration.model, part.branch.same
    return _draft(
        "LG203", rule, review, assessment, part, lower("warn", rule.level), part.claim.text,
        f"{part.claim.text} names several licenses for {model}; here all come to the same",
        f"the name may mean {judged} or {' or '.join(others)}; what is listed is that of {judged}",
        (f"name the publisher's text under `license:`, one of {_dated(review, part)}",),
    )  # fmt: skip


def _dated(review: Review, part: Part) -> str:
    """The candidates, each by a name that means it alone."""
    names = part.branch.same or [name for name, _ in part.branch.candidates]
    found = [review.catalog.edition(name) for name in names]
    return ", ".join(f"{each.id}@{each.date}" if each.date else each.id for each in found if each)


def _unchosen(rule: Rule, review: Review, assessment: Assessment, part: Part) -> Draft:
    return _draft(
        "LG504", rule, review, assessment, part, "note", part.branch.unchosen,
        f"{assessment.declaration.model} offers a choice of licenses and no choice is recorded",
        f"{part.branch.unchosen}: the branch with the best outcome was taken",
        ("record the branch under `choices:` in the policy",),
        answer_known=True,
    )  # fmt: skip


def _conflict(rule: Rule, review: Review, assessment: Assessment, declared: str, known: str) -> Draft:
    return _draft(
        "LG204", rule, review, assessment, None, lower("warn", rule.level), declared,
        f"{assessment.declaration.model} is declared {declared}, but its publisher's license is {known}",
        f"the declaration says {declared}, the catalog of models says {known}; both are judged",
        ("correct `license:` or remove it",),
        answer_known=True,
    )  # fmt: skip


def _listed(rule: Rule, review: Review, assessment: Assessment) -> Draft:
    members = assessment.declaration.licenses
    return _draft(
        "LG207", rule, review, assessment, None, lower("warn", rule.level), assessment.declaration.license,
        f"a list of licenses is named for {assessment.declaration.model}: all of them are taken to bind",
        f"{', '.join(members)} are listed; whether that is a choice is not said",
        (f"write `{' AND '.join(members)}` where all bind",
         f"write `{' OR '.join(members)}` where the publisher offers the choice"),
    )  # fmt: skip


def _level(rule: Rule, review: Review, ignorance: Ignorance) -> Level:
    return lower(rule.level, review.policy.unknown_level(ignorance))


def _draft(
    code: str, rule: Rule, review: Review, assessment: Assessment, part: Part | None, level: Level,
    subject: str, title: str, why: str, remedy: tuple[str, ...], *, answer_known: bool = False,
) -> Draft:  # fmt: skip
    declaration = assessment.declaration
    bearer = part.claim.source.model if part else declaration.model
    return Draft(
        finding(
            code,
            rule,
            review,
            About(assessment.product.name, declaration.model, subject, bearer),
            level,
            title,
            Explanation(why, "violated" if answer_known else "unknown"),
            license_place(declaration),
            remedy,
            owner="developer",
            path=part.claim.source.path if part else (),
        )
    )
