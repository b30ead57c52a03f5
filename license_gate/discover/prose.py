"""Links to the Hub in text that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from license_gate.discover.identity import read_hub_url
from license_gate.discover.source import Found, Source
from license_gate.domain.reference import ReferenceKind

URL = re.compile(
    r"(?:https?://)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com)/[^\s\"'`<>()\[\]{}\\|,*$]+"
)


def find_links(
    source: Source, text: str, detector: str, kind: ReferenceKind = "mention", offset: int = 0
) -> Iterator[Found]:
    """Every link to a model or a data set in the part of the file that begins at `offset`."""
    if "hf.co/" not in text and "huggingface.co/" not in text and "hf-mirror.com/" not in text:
        return
    for match in URL.finditer(text):
        found = read_hub_url(match[0])
        if found:
            place = source.place(offset + match.start())
            yield source.refer(found.model, match[0], place, detector, kind)
