"""The closest known word to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean X?)` for the known word that is nearest, else ''."""
    import difflib

    words = list(known)
    close = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    if not close:
        folded = {other.casefold().replace("_", "-"): other for other in words}
        close = [folded[key] for key in [word.casefold().replace("_", "-")] if key in folded]
    return f" (did you mean {close[0]}?)" if close else ""
