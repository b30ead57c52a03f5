"""Every model that the repository uses is declared."""

from __future__ import annotations

from fnmatch import fnmatchcase

from license_gate.domain.manifest import Declaration, Manifest, Product
from license_gate.domain.place import Place
from license_gate.domain.policy import Rule
from license_gate.domain.reference import Reference
from license_gate.domain.verdict import Explanation, Finding
from license_gate.evaluate.review import Draft, Review, finding_id, in_force


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for each model and product with a use that no declaration covers, at its first use."""
    drafts: dict[str, Draft] = {}
    for reference in review.scan.references:
        if not _gated(reference) or _ignored(reference.file, review.manifest):
            continue
        for product in _products(reference.file, review.manifest):
            if not any(_covers(entry, reference, product) for entry in review.manifest.models):
                draft = _draft(rule, review, reference, product)
                drafts.setdefault(draft.finding.id, draft)
    return list(drafts.values())


def _gated(reference: Reference) -> bool:
    return reference.certainty == "exact" and reference.kind in ("load", "config", "deploy")


def _ignored(file: str, manifest: Manifest) -> bool:
    return any(within(file, glob) for ignore in manifest.ignore for glob in ignore.paths)


def _products(file: str, manifest: Manifest) -> list[str]:
    """The products whose paths hold the file; '' (any) where none of them claims it."""
    owners = [
        product.name for product in manifest.products if any(within(file, glob) for glob in product.paths)
    ]
    return owners or [""]


def _covers(declaration: Declaration, reference: Reference, product: str) -> bool:
    if declaration.model.lower() != reference.model.lower():
        return False
    return not product or not declaration.products or product in declaration.products


def within(file: str, glob: str) -> bool:
    """Whether a path matches a glob in which `**` also stands for no folder at all."""
    return (
        fnmatchcase(file, glob)
        or fnmatchcase(file, glob.replace("**/", ""))
        or (glob.endswith("/**") and file.startswith(glob[:-2]))
    )


def _draft(rule: Rule, review: Review, reference: Reference, product: str) -> Draft:
    wanted: Product | None = next((each for each in review.manifest.products if each.name == product), None)
    where = f" for {product}" if wanted and product else ""
    return Draft(
        Finding(
            id=finding_id("LG101", rule.name, product, reference.model),
            code="LG101",
            rule=rule.name,
            product=product,
            model=reference.model,
            answer="violated",
            level=in_force(rule, rule.level, review.today),
            title=f"{reference.model} is used but not declared{where}",
            owner=rule.contact or "developer",
            clause=None,
            path=(),
            question=None,
            explanation=Explanation(
                f"{reference.file} names {reference.as_written}, found by {reference.detector}; {review.manifest.file} does not declare it",
                "violated",
            ),
            locations=(Place(reference.file, reference.line, reference.column), rule.place),
            remedy=(
                *((rule.fix,) if rule.fix else ()),
                f"declare it under models: in {review.manifest.file}",
                "or list the path under ignore: with a reason",
            ),
        )
    )
