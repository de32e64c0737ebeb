"""Where the clauses of a sentence end, in whichever language: never inside a number."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from duixian.documents.document import Span
from duixian.reading.quantities.mentions import Mention

CHINESE_CLAUSE_END = re.compile(r"[，；：。！？;:!?,](?:(?<!,)|(?!\d{3})|(?<!\d,))")


def clause_ends(
    pattern: re.Pattern[str], normal: str, start: int, end: int, mentions: list[Mention]
) -> list[Span]:
    """Return the spans of the marks that end clauses, in order."""
    ends: list[Span] = []
    position = 0
    for found in pattern.finditer(normal, start, end):
        while position < len(mentions) and mentions[position].end <= found.start():
            position += 1
        if position == len(mentions) or found.start() < mentions[position].start:
            ends.append(found.span())
    return ends


def clause_of(ends: list[Span], mention: Mention, start: int, end: int) -> Span:
    """Return the clause a number stands in."""
    before = bisect_right(ends, mention.start, key=lambda span: span[1])
    behind = bisect_left(ends, mention.end, key=lambda span: span[0])
    low = ends[before - 1][1] if before else start
    return low, ends[behind][0] if behind < len(ends) else end
