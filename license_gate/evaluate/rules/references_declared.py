"""Every model that the repository uses is declared."""

from __future__ import annotations

from fnmatch import fnmatchcase

from license_gate.domain.manifest import Declaration, Manifest
from license_gate.domain.place import Place
from license_gate.domain.policy import Rule
from license_gate.domain.reference import Reference
from license_gate.domain.verdict import Explanation
from license_gate.evaluate.declared import loose_ends
from license_gate.evaluate.review import About, Draft, Review, finding


def check(rule: Rule, review: Review) -> list[Draft]:
    """One finding for each model and product with a use that no declaration covers, at its first use.

    Notes say what else is odd about the declarations.
    """
    drafts: dict[str, Draft] = {}
    uses = [
        reference
        for reference in review.found().references
        if reference.gated and not is_ignored(reference.file, review.manifest)
    ]
    for reference in uses:
        for product in _products(reference.file, review.manifest):
            if not any(_covers(entry, reference, product) for entry in review.manifest.models):
                draft = _draft(rule, review, reference, product)
                drafts.setdefault(draft.finding.id, draft)
    return [*drafts.values(), *loose_ends(rule, review, uses)]


def is_ignored(file: str, manifest: Manifest) -> bool:
    """Whether the manifest says that a file is not looked at."""
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
    manifest = review.manifest.file
    where = f" for {product}" if product else ""
    why = (
        f"{reference.file} names {reference.as_written}, found by {reference.detector}; "
        f"{manifest} does not declare it"
    )
    return Draft(
        finding(
            "LG101",
            rule,
            review,
            About(product, reference.model),
            rule.level,
            f"{reference.model} is used but not declared{where}",
            Explanation(why, "violated"),
            Place(reference.file, reference.line, reference.column),
            (
                f"license-gate add {reference.model}",
                f"or list the path under ignore: in {manifest}, with a reason",
            ),
            owner="developer",
        )
    )
