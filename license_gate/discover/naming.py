"""What is said of a string that may name a model: where it stands, and what it names."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from license_gate.domain.reference import Certainty


class Trust(IntEnum):
    """What the place of a string says of it."""

    ANY = 0  # a string somewhere
    NAMED = 1  # a key, a variable or a parameter that speaks of models
    MODEL = 2  # one that takes nothing but the name of a model
    LOADER = 3  # what a loader takes


class Identity(NamedTuple):
    """A normalized id and how certain it is that a model is meant."""

    model: str
    certainty: Certainty
