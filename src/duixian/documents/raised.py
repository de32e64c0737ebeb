"""Raised figures: powers behind the sign of a unit (m², 10⁸), and the signs of notes elsewhere.

On one line with the text a raised 1 behind 1,200 would make 12,001 of it.
"""

from __future__ import annotations

import re

_NOTE_SIGN = re.compile(r"\s*[\[(（〔]?注?(?:[\d,，、–-]{1,5}|[①-⑳*†‡])[\])）〕]?\s*")
_POWER = re.compile(r"\s*[234689]\s*")
_TAKES_POWER = re.compile(r"(?:(?<![A-Za-z])[kcdm]?m|米|(?<!\d)10)\s*$")
_FAR = 8  # characters in which the sign of a unit stands
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str, before: str) -> str:
    """Return raised text as it goes on the line behind ``before``: a note's sign is left out."""
    if not _NOTE_SIGN.fullmatch(text):
        return text
    is_power = _POWER.fullmatch(text) and _TAKES_POWER.search(before[-_FAR:])
    return text.translate(_RAISED) if is_power else ""
