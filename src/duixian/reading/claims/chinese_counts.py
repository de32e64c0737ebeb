"""Chinese numbers that only say of what or for how long another is told, and claim nothing.

8个断面水质优良比例达100% tells the share, and 安全感连续七年保持98% too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from duixian.documents.document import Span
from duixian.reading.records import Quantity, Relation, Statement

_STREAK = ("连续", "已连续")
_PARTED = re.compile(r"[、，；：。,;:]|和|以及")
_OF_SUBJECT = re.compile(r"(?:率|比例|比重|占比|产值|增加值|浓度|时限|成本)[^，。；]{0,14}$")


def without_subjects(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: Sequence[Span]
) -> list[Quantity]:
    """Return the numbers of a statement without those that are words of the one behind them."""
    ends = [mark[0] for mark in marks]
    after, said = own[-1], set[int]()
    for quantity in reversed(own[:-1]):
        clause = bisect_left(ends, quantity.start)
        low = marks[clause - 1][1] if clause else statement.start
        is_same_clause = clause == len(ends) or after.start < ends[clause]
        if is_same_clause and _is_of_next(normal, low, quantity, after):
            said.add(quantity.start)
        else:
            after = quantity
    kept: list[Quantity] = []
    for quantity in own:
        # Behind a number that keeps its words to itself it would be in the words of none.
        runs_on = kept and not _PARTED.search(normal, kept[-1].end, quantity.start)
        if quantity.start not in said or runs_on:
            kept.append(quantity)
    return kept


def _is_of_next(normal: str, low: int, quantity: Quantity, after: Quantity) -> bool:
    between = normal[quantity.end : after.start]
    if not between or _PARTED.search(between):
        return False
    if quantity.unit == "year":
        return normal.endswith(_STREAK, low, quantity.start)
    if quantity.unit != "count" or quantity.relation is not Relation.EQUAL or after.unit != "%":
        return False
    return not normal[low : quantity.start].strip() and bool(_OF_SUBJECT.search(between))
