"""Numbers of the items of a list inside an English sentence: (1) build …, (2) plant …; 1) …; 2) ….

In the normal form characters that nobody sees stand in their place: they count nothing, and no
clause opens with them. At the start of a line they number sections or items, and stay.
"""

from __future__ import annotations

import re

_UNSEEN = "\u2060"

# Each pattern starts with a sign that is rare, which a search finds fast.
_IN_BRACKETS = re.compile(
    r"\((?:(?<=[:;,] \()|(?<= and \()|(?<= or \()|(?<= to \()|(?<= will \()|(?<= are \())"
    r"(?:\d{1,2}|[a-k]|[ivx]{1,4})\) (?=[A-Za-z\d])"
)
_BEFORE_BRACKET = re.compile(r"\)(?:(?<=[:;,] \d\))|(?<= and \d\))) (?=[A-Za-z\d])")
_LONGEST_BRACKET = 120
_FIRST = frozenset({"1", "a", "i"})


def without_item_numbers(text: str) -> str:
    """Return the text, of the same length, without the numbers of items inside its sentences."""
    if ") " not in text:
        return text
    spans = [found.span() for found in _IN_BRACKETS.finditer(text)]
    spans += [
        (found.start() - 1, found.end())
        for found in _BEFORE_BRACKET.finditer(text)
        if not _is_inside(text, found.start())
    ]
    if not any(text[start:end].strip("() ") in _FIRST for start, end in spans):
        return text
    parts: list[str] = []
    position = 0
    for start, end in sorted(spans):
        parts += [text[position:start], _UNSEEN * (end - start)]
        position = end
    return "".join([*parts, text[position:]])


def _is_inside(text: str, closing: int) -> bool:
    """Tell whether a bracket is open that this one closes: (between 2 and 3)."""
    front = text[max(0, closing - _LONGEST_BRACKET) : closing]
    return front.rfind("(") > front.rfind(")")
