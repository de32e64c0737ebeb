"""English numbers that leave their unit to the number before them.

900 people came, 300 of them by train; 5 million yuan, of which 2 million went to schools; 40 km of
roads, and another 15; from 64 years to 58.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from duixian.reading.quantities.mentions import Mention

_PEOPLE = ("person", "household")
_NEVER_PARTED = ("count", "x", "pp", "%")  # of which a part has another unit, or none
_OF_THEM = re.compile(r" of (?:them|whom|these|those)\b")
# No noun follows: what is counted was said before.
_ENDS = re.compile(
    r"\s*(?:$|[.,;:)]| (?:and|or|was|were|is|are|went|goes|go|came|will|has|have|had|in|to|for"
    r"|by|from|at|on|under|through|during|with|more|respectively|[a-z]+ed)\b)"
)
_OF_WHICH = re.compile(r"\bof (?:which|whom|them|these|those|that|it),?\s*$")
_ANOTHER = re.compile(r"\b(?:another|a further|an additional)\s*$")
_OF_THE = re.compile(r"\b[Oo]f (?:the|this|these|those|that|all|its|their|our)(?: total)?\s*$")
_FROM = re.compile(r"\bfrom\s*$")
_PARTS = re.compile(r"[,;]")
_NEAR = 24


def with_borrowed_units(normal: str, start: int, mentions: list[Mention]) -> Iterator[Mention]:
    """Give each bare number the unit of the number before it where the words say it has it."""
    previous: Mention | None = None
    is_told_of = False  # 5 roads of 40 km: those counted are what is gone on about
    for mention in mentions:
        given = mention
        if previous is not None and mention.unit == "count" and mention.why == "count":
            if not is_told_of or _is_sum(normal, mention):
                given = _borrowed(normal, start, previous, mention)
            is_told_of = False
        elif previous is not None:
            is_told_of = previous.unit == "count" and not _PARTS.search(
                normal, previous.high_edge, mention.low_edge
            )
        yield given
        previous = given


def _is_sum(normal: str, mention: Mention) -> bool:
    return "." in (words := normal[mention.start : mention.end]) or words[-1].isalpha()


def _borrowed(normal: str, start: int, previous: Mention, mention: Mention) -> Mention:
    unit = previous.unit
    if unit in _PEOPLE and _OF_THEM.match(normal, mention.end):
        return replace(mention, unit=unit)
    if unit == "count" or not _ENDS.match(normal, mention.high_edge):
        return mention
    between = normal[previous.high_edge : mention.low_edge]
    if between.strip() == "to":
        return replace(mention, unit=unit) if _opens(_FROM, normal, start, previous) else mention
    if unit in _NEVER_PARTED:
        return mention
    is_part = _OF_WHICH.search(between) or _ANOTHER.search(between)
    if is_part or (between.strip() == "," and _opens(_OF_THE, normal, start, previous)):
        return replace(mention, unit=unit)
    return mention


def _opens(words: re.Pattern[str], normal: str, start: int, mention: Mention) -> bool:
    front = normal[max(start, mention.low_edge - _NEAR) : mention.low_edge]
    return words.search(front) is not None
