"""Notes on declarations: models that nothing names any more, revisions that move. They never close the gate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from license_gate.domain.manifest import Base, Declaration
from license_gate.domain.policy import Rule
from license_gate.domain.reference import Reference
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.review import About, Draft, Review, finding

# A commit, a digest or a version stays what it was; any other name may mean something else tomorrow.
_FIXED = re.compile(
    r"[0-9a-f]{7,64}|sha256[:-][0-9a-f]+|v?\d+\.\d[\w.+-]*|v\d+|\d{4}-?\d\d-?\d\d", re.IGNORECASE
)
_OURS = "ours"
_OLLAMA = "ollama:"


def loose_ends(rule: Rule, review: Review, uses: Sequence[Reference]) -> list[Draft]:
    """The notes on all declarations. Weights in the repository and models of our own have none."""
    others = [each for each in review.manifest.models if not each.path and each.license != _OURS]
    # Without a single use the manifest is a mere list; a file that went unread may hold the name.
    silent = review.found().skipped or not uses
    drafts = [*(() if silent else _unreferenced(rule, review, others)), *_moving(rule, review, others)]
    return list({draft.finding.id: draft for draft in reversed(drafts)}.values())[::-1]


def _unreferenced(rule: Rule, review: Review, declarations: Iterable[Declaration]) -> Iterator[Draft]:
    named = {reference.model.lower() for reference in review.found().references}
    named.update(name.lower() for each in review.manifest.models for name in _origins(each))
    for declaration in declarations:
        if declaration.model.lower() not in named:
            why = "no file that the scan read names it, and no other declaration does"
            title = f"{declaration.model} is declared, but nothing in the repository names it"
            remedy = "remove the declaration, unless the model is loaded from elsewhere"
            yield _note("LG103", rule, review, declaration, title, why, remedy)


def _origins(declaration: Declaration) -> Iterator[str]:
    """Every model that a declaration itself names: bases, teachers, trained models."""
    bases: list[Base] = [*declaration.bases, *declaration.trained_on]
    for target in declaration.targets:
        yield target.model
        bases += target.bases
    while bases:
        base = bases.pop()
        yield base.model
        bases += base.bases


def _moving(rule: Rule, review: Review, declarations: Iterable[Declaration]) -> Iterator[Draft]:
    for declaration in declarations:
        revision = declaration.revision or _tag(declaration.model)
        if revision and not _FIXED.fullmatch(revision):
            why = f"revision {revision} is no commit: the files and the license behind it can change"
            title = f"{declaration.model} is declared at {revision}, which moves"
            what = "digest" if declaration.model.startswith(_OLLAMA) else "commit"
            remedy = f"name the {what} that was looked at under revision:"
            yield _note("LG104", rule, review, declaration, title, why, remedy)


def _tag(model: str) -> str:
    """`latest` where a name at Ollama says so; its other tags name a size, and stay."""
    return "latest" if model.startswith(_OLLAMA) and model.endswith(":latest") else ""


def _note(
    code: str, rule: Rule, review: Review, declaration: Declaration, title: str, why: str, remedy: str
) -> Draft:
    about = About(model=declaration.model, detail=declaration.revision if code == "LG104" else "")
    made = finding(
        code,
        rule,
        review,
        about,
        "note",
        title,
        Explanation(why, "violated"),
        declaration.place,
        (),
        owner="developer",
    )
    # The rule's own fix is about models that are not declared.
    return Draft(made._replace(remedy=(remedy,)))
