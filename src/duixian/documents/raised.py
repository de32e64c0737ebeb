"""Raised figures: powers behind the sign of a length (m², 10⁸), and the signs of notes elsewhere.

On one line with the text a raised 1 behind 1,200 would make 12,001 of it. What was raised already
(立方米) takes no power: a figure behind it is the sign of a note.
"""

from __future__ import annotations

import re

# For use inside the brackets of a pattern.
RAISED = "⁰¹²³⁴-⁹"
CIRCLED = "①-⑳"

_NOTE_SIGN = re.compile(rf"\s*[\[(（〔]?注?(?:[\d,，、–-]{{1,5}}|[{CIRCLED}*†‡])[\])）〕]?\s*")
_FIGURE = re.compile(r"\d{1,2}")
_LENGTH = re.compile(
    r"(?:[米尺]|[公华英]里|(?<![A-Za-z])(?:[kcdm]?m|(?:kilo|centi)?met(?:re|er)s?))\s?$"
)
_SQUARED = re.compile(r"(?:[平立]方?.?[米里尺]|\b(?:square|cubic) [a-z]+)\s?$", re.IGNORECASE)
_POWERS_OF_LENGTHS = ("2", "3")
_TEN = re.compile(r"(?<![\d.,])10\s?$")
_TIMES_TEN = re.compile(r"[×xX*·]\s?10\s?$")
_POWERS_OF_TEN = ("2", "3", "4", "6", "8", "9")  # 百千万, a million, 亿; behind × any
_FAR = 24  # characters in which the name of a unit stands
_PLAIN = "0123456789"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_RAISED = str.maketrans(_PLAIN, _RAISED)
_TO_PLAIN = str.maketrans(_RAISED, _PLAIN)


def raised(text: str, before: str) -> str:
    """Return raised text as it goes on the line behind ``before``: a note's sign is left out."""
    if not _NOTE_SIGN.fullmatch(text):
        return text
    return text.translate(_TO_RAISED) if is_power(text, before) else ""


def is_power(text: str, before: str) -> bool:
    """Tell whether a raised figure, plain or as it is printed, is a power of what stands before."""
    figure = text.translate(_TO_PLAIN).strip()
    before = before[-_FAR:]
    if not _FIGURE.fullmatch(figure):
        return False
    if figure in _POWERS_OF_LENGTHS and _LENGTH.search(before):
        return _SQUARED.search(before) is None
    if _TIMES_TEN.search(before):
        return True
    return figure in _POWERS_OF_TEN and _TEN.search(before) is not None
