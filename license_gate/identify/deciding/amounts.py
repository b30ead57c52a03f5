"""Numbers as licenses write them: 700 million, $10,000,000, ten (10) million, 3亿."""

from __future__ import annotations

import re

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_HAN = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_VALUES = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_WORD = "|".join(sorted((*_VALUES, *_SCALES), key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:,\d{3})+(?![\d])|\d+(?:\.\d+)?"
_SPELLED = rf"(?:{_WORD})(?:[\s-]+(?:and\s+)?(?:{_WORD}))*"
NUMBER = rf"(?<![a-z0-9.,])(?:(?:{_DIGITS})(?:\s*\([^()]{{1,30}}\))?(?:\s*(?:hundred|thousand|million|billion)\b)*(?:[百千万亿]+)?|(?:{_SPELLED})\b(?:\s*\(\d[\d,]*\))?(?:\s*(?:hundred|thousand|million|billion)\b)*)"
SPELLED = re.compile(rf"\b{_SPELLED}\b")
COMPARISON = (
    r"(?:not\s+(?:exceed(?:ing)?|more\s+than|greater\s+than)|no\s+more\s+than|greater\s+than|more\s+than"
    r"|exceed(?:s|ed|ing)?|in\s+excess\s+of|over|above|at\s+least|no\s+less\s+than|not\s+less\s+than"
    r"|less\s+than|fewer\s+than|lower\s+than|up\s+to|below|under|equal\s+to|未超过|不超过|不得超过|超过|大于"
    r"|低于|少于|不低于)"
)
_MEANINGS = (
    (r"not\s+(?:exceed|more|greater)|no\s+more|up\s+to|未超过|不超过|不得超过", "at most"),
    (r"at\s+least|not?\s+less|不低于", "at least"),
    (r"less|fewer|lower|below|under|低于|少于", "less than"),
    (r"equal", "exactly"),
    (r".", "more than"),
)


def read_number(text: str) -> str:
    """A written number in digits with commas: `700 million` -> `700,000,000`; the text where it is none.

    A number in brackets that is another one stays: `thirty (31)` -> `30 (31)`.
    """
    within = re.search(r"\(\s*([\d,]+)\s*\)", text)
    number = _read(re.sub(r"\([^()]*\)", " ", text).replace("-", " "))
    if within is None or f"{within[1].replace(',', '')}" in number.replace(",", ""):
        return number
    return f"{number} ({within[1]})"


def _read(text: str) -> str:
    total, current, seen = 0.0, 0.0, False
    for token in re.findall(rf"\d[\d,]*(?:\.\d+)?|[百千万亿]|{_WORD}", text):
        seen = True
        if token[0].isdigit():
            current = float(token.replace(",", ""))
        elif token in _VALUES:
            current += _VALUES[token]
        else:
            scale = _SCALES.get(token) or _HAN[token]
            total, current = (
                (total, max(current, 1) * scale)
                if scale <= 100 or token in _HAN
                else (total + max(current, 1) * scale, 0)
            )
    return _write(total + current) if seen else " ".join(text.split())


def read_comparison(text: str | None) -> str:
    """A comparison in one wording: more than, at least, less than, at most; '' for none."""
    if not text:
        return ""
    return next(meaning for pattern, meaning in _MEANINGS if re.match(pattern, text))


def _write(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else f"{number:,}"
