"""A well-known model that could stand in for one that may not be used: judged, never guessed."""

from __future__ import annotations

from collections.abc import Callable

from license_gate.domain.manifest import Declaration, Manifest
from license_gate.evaluate.assessment import Assessment

# What is tried, by what a model takes in and gives out. Being on this list promises nothing: a name is
# printed only after the policy let it through for the same use.
_TRIED: dict[tuple[str, ...], tuple[str, ...]] = {
    ("text",): ("mistralai/Mistral-7B-v0.1", "Qwen/Qwen2.5-7B-Instruct"),
    ("image", "text"): ("Qwen/Qwen2.5-VL-7B-Instruct", "black-forest-labs/FLUX.1-schnell"),
    ("audio", "text"): ("openai/whisper-large-v3",),
}

Passes = Callable[[Manifest], bool]


class Alternatives:
    """Finds stand-ins; remembers them, so that forty findings cost no more than one."""

    __slots__ = ("_found", "_manifest", "_passes")

    def __init__(self, manifest: Manifest, passes: Passes) -> None:
        self._manifest = manifest
        self._passes = passes
        self._found: dict[tuple[object, ...], str] = {}

    def to(self, assessment: Assessment) -> str:
        """A model of the same kind that the policy lets through for the same use, or ''."""
        declaration, product = assessment.declaration, assessment.product
        modalities = _modalities(assessment)
        key = (product.name, declaration.uses, declaration.facts, modalities)
        if key not in self._found:
            tried = (
                name
                for name in _TRIED.get(modalities, ())
                if self._passes(
                    self._manifest._replace(
                        products=(product,),
                        models=(
                            Declaration(
                                name, declaration.place, uses=declaration.uses, facts=declaration.facts
                            ),
                        ),
                    )
                )
            )
            self._found[key] = next(tried, "")
        return self._found[key]


def _modalities(assessment: Assessment) -> tuple[str, ...]:
    """What the model takes in and gives out: its own entry, else that of the model it was made from."""
    for claim in assessment.lineage.claims:
        if claim.source.known and claim.source.known.modalities:
            return tuple(sorted(claim.source.known.modalities))
    return ()
