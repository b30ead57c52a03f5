"""``model.multimodal``: more than one modality is multimodal."""

from __future__ import annotations

from license_gate.domain.facts import SetValue, Value
from license_gate.facts.case import Case

FACT = "model.multimodal"
BECAUSE = "model.modalities"
AFTER: tuple[str, ...] = ("model.modalities",)


def derive(case: Case) -> Value | None:
    """More than one modality is multimodal."""
    modalities = case.value("model.modalities")
    if not isinstance(modalities, SetValue):
        return None
    if len(modalities.includes) > 1:
        return True
    return False if modalities.complete and modalities.includes else None
