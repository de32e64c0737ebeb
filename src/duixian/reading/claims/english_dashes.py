"""English dashes that end a clause: those that tell off a list, and those in front of a change.

We aim at: – 90 new halls – 40 new roads. Trade reached 9 billion yuan – up 10 percent – and grew.
"""

from __future__ import annotations

import re

from duixian.documents.document import Span

_SIGN = re.compile("[–—-] ")
_DASH = re.compile(r"(?::\s+|(?<=\s)|(?<!.))(?:--?|[–—])\s")
_FEWEST = 2  # members of a list
_OWN_LINE = re.compile(r"(?<=\n)")
_FIGURE = re.compile(r"\d")
_BEFORE_CHANGE = re.compile(
    r"(?<=\s)(?:--?|[–—])\s(?=(?:up|down"
    r"|an? (?:[a-z-]+ ){0,2}(?:increase|rise|growth|drop|fall|decline))\b)"
)
# That closes what was put in.
_BEFORE_NEXT = re.compile(r"(?<=\s)(?:--|[–—])\s(?=(?:and|but|while) )")


def dash_marks(normal: str, start: int, end: int) -> list[Span]:
    """Return the dashes that end clauses of the sentence ``normal[start:end]``."""
    if _SIGN.search(normal, start, end) is None:
        return []
    if listed := _listed(normal, start, end):
        return listed
    found = _BEFORE_CHANGE.search(normal, start, end)
    if found is None or not _FIGURE.search(normal, start, found.start()):
        return []  # exports – a rise of 5 percent – were strong
    closing = _BEFORE_NEXT.search(normal, found.end(), end)
    return [each.span() for each in (found, closing) if each]


def _listed(normal: str, start: int, end: int) -> list[Span]:
    """Return the dashes of a list of two members or more: behind a colon, or each on a line."""
    marks = [found.span() for found in _DASH.finditer(normal, start, end)]
    if len(marks) < _FEWEST:
        return []
    if normal[marks[0][0]] == ":":
        return marks
    if not normal[start : marks[0][0]].strip() and _all_count(normal, end, marks):
        return marks
    on_lines = [mark for mark in marks if _OWN_LINE.match(normal, mark[0])]
    return on_lines if len(on_lines) >= _FEWEST else []


def _all_count(normal: str, end: int, marks: list[Span]) -> bool:
    """Tell whether each member has a figure: – 90 halls – the best – in the hills is no list."""
    starts = [high for _, high in marks]
    stops = [*(low for low, _ in marks[1:]), end]
    return all(_FIGURE.search(normal, low, high) for low, high in zip(starts, stops, strict=True))
