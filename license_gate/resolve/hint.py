"""The family of models that a name betrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from license_gate.domain.text import LicenseText


def hinted(model: str, families: Mapping[str, str]) -> str:
    """The family that a model's name betrays: `acme/my-llama3-chat` -> llama3; the longest one wins."""
    words = "".join(mark if mark.isalnum() else " " for mark in model.rpartition("/")[2].lower())
    joined = words.replace(" ", "")
    named = [
        family
        for family in families
        if any(word.startswith(_plain(family)) for word in words.split()) or joined.startswith(_plain(family))
    ]
    return max(named, key=len, default="")


def _plain(family: str) -> str:
    return "".join(mark for mark in family.lower() if mark.isalnum())


def told(family: str, texts: Sequence[LicenseText]) -> bool:
    """Whether the license of a family lies beside the weights, so that its name raises no question."""
    return any(_plain(family) in _plain(text.license) for text in texts if text.license)
