"""Reads the fingerprints of license texts that come with the program; `identify` makes an index of them."""

from __future__ import annotations

import os

from license_gate.errors import UnavailableError

FOLDER = os.path.join(os.path.dirname(__file__), "fingerprinted")
LISTING, ARRAYS = "texts.json", "runs.bin"


def read_fingerprints(folder: str = FOLDER) -> tuple[str, bytes]:
    """The listing and the arrays, as `load_index` takes them.

    Raises:
        UnavailableError: one of the two files is missing.
    """
    try:
        with open(os.path.join(folder, LISTING), encoding="utf-8") as listing:
            text = listing.read()
        with open(os.path.join(folder, ARRAYS), "rb") as arrays:
            return text, arrays.read()
    except OSError as error:
        raise UnavailableError("the license fingerprints are missing, install the program again") from error
