"""The words around each Chinese number that are its own, inside its clause."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.documents.document import Span
from duixian.language.conjunctions import AND
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.context_words import context_words
from duixian.reading.quantities.clause_ends import clause_of
from duixian.reading.quantities.mentions import Mention

LIST_MARK = re.compile(f"、|{AND}|及|以及|与")
EDGE = ' 　、，,“”"（）()·—-：:'

_LONGEST_CLAUSE = 240


@cache
def moving() -> re.Pattern[str]:
    """Return the words by which a measure moves to its number: 提高到, 降."""
    return re.compile(context_words().moving_words)


@cache
def starting() -> re.Pattern[str]:
    """Return the words in front of a number at which a movement starts: 从, 现行.

    从2021年到2024年 starts no movement: it says when.
    """
    words = word_tree(context_words().from_words)
    from_year_to_year = "[^，。；]{2,8}[到至][^，。；]{2,6}年(?!的)"
    return re.compile(f"(?:{words})(?!{from_year_to_year})[^，。；]{{0,14}}$")


class Place(msgspec.Struct, frozen=True):
    """A mention with the words around it inside its clause."""

    mention: Mention
    before: str
    between: str  # what parts it from the number in front of it in the clause
    behind: str
    clause: str
    clause_start: int


def places_of(
    normal: str, start: int, end: int, mentions: list[Mention], ends: list[Span]
) -> list[Place]:
    """Give each mention the words of its clause that are its own."""
    places: list[Place] = []
    for position, mention in enumerate(mentions):
        low, high = clause_of(ends, mention, start, end)
        clause_start, between = max(low, mention.low_edge - _LONGEST_CLAUSE), ""
        if position and mentions[position - 1].end > low:
            previous = mentions[position - 1]
            between = normal[previous.high_edge : mention.low_edge]
            low = _cut(normal, previous.high_edge, mention.low_edge)
            if previous.is_threshold:  # 百亿级园区2个: the words between are of both
                low = previous.high_edge
        if position + 1 < len(mentions) and mentions[position + 1].start < high:
            high = _cut(normal, mention.high_edge, mentions[position + 1].low_edge)
            high = mentions[position + 1].low_edge if high == mention.high_edge else high
        places.append(
            Place(
                mention,
                normal[low : mention.low_edge],
                between,
                normal[mention.high_edge : high],
                normal[clause_start : mention.low_edge],
                clause_start,
            )
        )
    return places


def _cut(normal: str, low: int, high: int) -> int:
    """Where the words of one number end and those of the next begin."""
    high = max(low, high)
    if found := LIST_MARK.search(normal, low, high):
        return found.end()
    return low if moving().match(normal, low, high) else high
