"""A well-known model that could stand in for one that may not be used: judged, never guessed."""

from __future__ import annotations

from collections.abc import Callable

from license_gate.domain.manifest import Declaration, Manifest
from license_gate.evaluate.assessment import Assessment

# What is tried, by kind of model. Being on this list promises nothing: a name is printed only after the
# policy let it through for the same use.
_TRIED = {
    "text": ("mistralai/Mistral-7B-v0.1", "Qwen/Qwen2.5-7B-Instruct"),
    "vision": ("Qwen/Qwen2.5-VL-7B-Instruct",),
    "image-generator": ("black-forest-labs/FLUX.1-schnell",),
    "speech": ("openai/whisper-large-v3",),
}
_GENERATORS = frozenset({"flux", "stable-diffusion"})
_ENCODERS = frozenset({"bert", "bge", "clip", "e5", "minilm", "sentence-transformers"})

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
        kind = _kind(assessment)
        key = (product.name, declaration.uses, declaration.facts, kind)
        if key not in self._found:
            tried = (
                name
                for name in _TRIED.get(kind, ())
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


def _kind(assessment: Assessment) -> str:
    """What sort of model it is, by its own entry or that of the model it was made from; '' = not known."""
    for claim in assessment.lineage.claims:
        known = claim.source.known
        if known and known.modalities:
            families = set(known.families)
            if families & _ENCODERS:
                return ""
            if "image" in known.modalities:
                return "image-generator" if families & _GENERATORS else "vision"
            return "speech" if "audio" in known.modalities else "text"
    return ""
