"""Countries and unions that a license leaves out or is confined to."""

from __future__ import annotations

import re

from license_gate.identify.found import Value
from license_gate.identify.plain import Plain

WHAT = "territory"
_PLACES = {
    "european union": "European Union",
    "eu": "European Union",
    "european economic area": "European Economic Area",
    "eea": "European Economic Area",
    "united kingdom": "United Kingdom",
    "great britain": "United Kingdom",
    "south korea": "South Korea",
    "republic of korea": "South Korea",
    "switzerland": "Switzerland",
    "united states": "United States",
    "china": "China",
    "prc": "China",
    "hong kong": "Hong Kong",
    "north korea": "North Korea",
    "worldwide": "worldwide",
    **{
        name.lower(): name
        for name in (
            "Australia", "Belarus", "Brazil", "Canada", "Crimea", "Cuba", "France", "Germany",
            "India", "Iran", "Israel", "Italy", "Japan", "Russia", "Singapore", "Syria", "Taiwan", "Turkey",
            "Ukraine", "Vietnam",
        )
    },
}  # fmt: skip
_PLACE = re.compile(rf"\b(?:{'|'.join(name.replace(' ', chr(92) + 's+') for name in _PLACES)})\b")
_CONTEXT = re.compile(
    r"exclud|territor|domicil|outside|does\s+not\s+(?:apply|include)|worldwide|not\s+granted|embargo|principal\s+place"
)
_ROOM = 160  # how far around a name the words on its role may stand


def find(plain: Plain) -> list[Value]:
    """Such as `South Korea`, wherever words on the reach of the license stand near."""
    return [
        Value(_PLACES[" ".join(found.group().split())], found.start(), found.end())
        for found in _PLACE.finditer(plain.text)
        if _CONTEXT.search(plain.text, max(0, found.start() - _ROOM), found.end() + _ROOM)
    ]
