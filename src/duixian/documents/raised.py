"""Raised figures: powers behind the sign of a unit (m², 10⁸), and the signs of notes elsewhere.

On one line with the text a raised 1 behind 1,200 would make 12,001 of it.
"""

from __future__ import annotations

import re

_NOTE_SIGN = re.compile(r"\s*[\[(（〔]?[\d,，、*†‡]{1,5}[\])）〕]?\s*")
_TAKES_POWER = re.compile(r"(?:[A-Za-z米]|(?<!\d)10)\s*$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str, before: str) -> str:
    """Return raised text as it goes on the line behind ``before``: a note's sign is left out."""
    if not _NOTE_SIGN.fullmatch(text):
        return text
    return text.translate(_RAISED) if _TAKES_POWER.search(before) else ""
