"""How open a model really is: the first rule that fits, over its whole lineage."""

from __future__ import annotations

from collections.abc import Iterable

from license_gate.domain.answers import Openness
from license_gate.domain.vocabulary import KnownModel
from license_gate.evaluate.assessment import Part
from license_gate.resolve.lineage import Lineage

_CLOSED_CATEGORIES = frozenset({"non-commercial", "research-only", "source-available", "api-terms"})
_RESTRICTIVE = frozenset(
    {
        "non-commercial", "research-only", "non-production", "user-limit", "revenue-limit", "registration",
        "territory-exclusion", "use-policy", "field-of-use", "output-training", "no-derivatives",
        "competing-use", "restricted-business", "no-hosting", "no-redistribution",
    }
)  # fmt: skip
_INPUT = frozenset({"trained-on-dataset", "train-on-outputs", "distill-weights"})
_TAINTING = frozenset({"non-commercial", "research-only", "output-training", "competing-use"})


def openness(lineage: Lineage, parts: Iterable[Part], known: KnownModel | None) -> Openness:
    """The level of one model; see docs/openness.md for the rules and where they come from."""
    found = tuple(parts)
    if lineage.provider:
        return "api_only"
    if any(part.branch.unknown == ("",) and not _is_input(part) for part in found):
        return "unlicensed"
    if any(_taints(part) for part in found if _is_input(part)):
        return "contaminated_weights"
    if any(_restricts(part) for part in found if not _is_input(part)):
        return "restricted_weights"
    return "open_model" if known is not None and known.open_training else "open_weights"


def _is_input(part: Part) -> bool:
    """Whether the claim came in as training material, not as weights."""
    return any(step.relation in _INPUT for step in part.claim.source.path)


def _taints(part: Part) -> bool:
    return any(
        clause.kind in _TAINTING and clause.effect in ("prohibits", "withholds")
        for edition in part.branch.editions
        for clause in edition.clauses
    )


def _restricts(part: Part) -> bool:
    """A license that nobody can read counts as a restriction: unknown is never open."""
    unreadable = bool(part.branch.unknown or part.branch.candidates)
    closed = any(edition.category in _CLOSED_CATEGORIES for edition in part.branch.editions)
    kinds = {clause.kind for edition in part.branch.editions for clause in edition.clauses}
    return unreadable or closed or bool(kinds & _RESTRICTIVE)
