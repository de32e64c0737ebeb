"""English lists told off: incomes and prices rose by 6 percent and 8 percent, respectively."""

from __future__ import annotations

import re

from duixian.reading.quantities.english.phrase import phrase_before
from duixian.reading.quantities.mentions import Mention

_BETWEEN = re.compile(r"\s*(?:,|and|,\s*and|to)\s*(?:(?:by|over|about|nearly|more than)\s+)?")
_RESPECTIVELY = re.compile(r"[^.;]{0,40}?\brespectively\b")
_LIST = re.compile(r",\s*and\s+|,\s+|\s+and\s+")
_AND = re.compile(r"(?P<first>(?:[\w’'-]+, )*[\w’'-]+),? and (?P<last>[\w’'-]+)(?P<rest> .*)")
_OPENS = re.compile(r"(?:^|\b(?:the|of|in|at|for|from|both|local|total)\s|[,;]\s*)$", re.I)
_CLAUSE = re.compile(r"[;:]\s|\.\s")
_LONGEST_CLAUSE = 200
_LONGEST_TAIL = 60


def told_off(normal: str, start: int, mentions: list[Mention]) -> dict[int, str]:
    """Return the measures of numbers told off with 'respectively', by their position."""
    found: dict[int, str] = {}
    position = 0
    while position < len(mentions):
        size = _run(normal, mentions, position)
        last = mentions[position + size - 1]
        if size > 1 and _RESPECTIVELY.match(normal, last.high_edge, last.high_edge + _LONGEST_TAIL):
            low = mentions[position - 1].high_edge if position else start
            low = max(low, mentions[position].low_edge - _LONGEST_CLAUSE)
            front = _CLAUSE.split(normal[low : mentions[position].low_edge])[-1]
            for offset, member in enumerate(_members(front, size)):
                found[position + offset] = " ".join(phrase_before(member))
        position += size
    return found


def _run(normal: str, mentions: list[Mention], position: int) -> int:
    size = 1
    while position + size < len(mentions):
        between = normal[mentions[position + size - 1].end : mentions[position + size].start]
        if not _BETWEEN.fullmatch(between):
            break
        size += 1
    return size


def _members(front: str, size: int) -> list[str]:
    """urban and rural incomes rose: each adjective takes the noun; two subjects are split."""
    pairs = list(_AND.finditer(front))
    if not pairs:
        return []
    found = pairs[-1]
    first = _LIST.split(found["first"])
    opening = front[: found.start()]
    if len(first) + 1 == size and _OPENS.search(opening):
        return [f"{opening}{each}{found['rest']}" for each in (*first, found["last"])]
    parts = _LIST.split(front.strip(" ,"))
    return _with_tail(parts[-size:]) if len(parts) >= size else []


def _with_tail(members: list[str]) -> list[str]:
    """energy use and water use per unit of output: what stands behind the noun is of both."""
    *others, last = members
    noun = others[-1].rsplit(" ", 1)[-1]
    _, shared, tail = last.partition(f" {noun} ")
    return [*(f"{each} {tail}" for each in others), last] if shared else members
