"""MLflow's `MLmodel`: which model a saved flavor was made from. Source: mlflow's transformers flavor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.identity import read_name
from license_gate.discover.naming import Trust
from license_gate.discover.source import Found, Source

SUFFIXES = ()
PATH = "MLmodel"
NAMES = ("mlmodel",)
LITERALS = (b"_name:",)
LIMIT = 256 * 1024
WHOLE = True
_FIELD = re.compile(
    r"^[ \t]+(?:source_model|peft_base_model|tokenizer|processor|feature_extractor|image_processor)_name[ \t]*:[ \t]*[\"']?([^\s\"'#]+)",
    re.MULTILINE,
)


def detect(source: Source) -> Iterator[Found]:
    """Every model of the Hub that a flavor names."""
    for match in _FIELD.finditer(source.text if source.name == "MLmodel" else ""):
        found = read_name(match[1], Trust.LOADER)
        if found:
            yield source.refer(found.model, match[1], source.place(match.start(1)), "mlflow", "config")
