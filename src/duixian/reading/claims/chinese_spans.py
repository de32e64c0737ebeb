"""The words of a Chinese claim that are its number's: its part of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duixian.documents.document import Span
from duixian.reading.claims.clauses import clause_around, holding, list_mark
from duixian.reading.quantities.chinese.relations import comparison_in_front
from duixian.reading.records import Quantity, Statement

_CLOSED = re.compile("[）)]")
_BARE = re.compile(r"(?:[^\w]|和|与|以?及)*")  # nothing but a joint
# Or else how the number is meant: 、35%以上.
_MEANT = re.compile(r"(?:[^\w]|和|与|达到?|约|近|超过?|以[上下内]|左右)*")
_RATIO_MARKS = (":", "∶")


def chinese_spans(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Span]:
    """Return the words of each number of a statement; ``marks`` end its clauses."""
    spans: list[Span] = []
    for position, quantity in enumerate(own):
        before = own[position - 1] if position else None
        after = own[position + 1] if position + 1 < len(own) else None
        clause = clause_around(statement, marks, quantity)
        span = _own_words(normal, clause, before, quantity, after)
        spans.append(holding(normal, span, quantity))
        if before and before.end == quantity.start:  # 5宗43公顷土地 is told of both
            spans[-2:] = [(spans[-2][0], spans[-1][1])] * 2
    return _with_whole_ratios(normal, own, spans)


def _with_whole_ratios(normal: str, own: Sequence[Quantity], spans: Sequence[Span]) -> list[Span]:
    """Return the words of each number, all members of a ratio told in the same: 为8∶45∶47."""
    whole = list(spans)
    for position in range(len(own) - 2, -1, -1):
        if normal[own[position].end : own[position + 1].start] in _RATIO_MARKS:
            start = min(whole[position][0], whole[position + 1][0])
            whole[position : position + 2] = [(start, whole[position + 1][1])] * 2
    return whole


def _own_words(
    normal: str,
    clause: Span,
    before: Quantity | None,
    quantity: Quantity,
    after: Quantity | None,
) -> Span:
    """Return a number's part of its clause; all of it where its part would be the bare number."""
    low, high = clause
    if before and before.end > low:
        low = _parted(normal, before, quantity)
    if after and after.start < high:
        high = _parted(normal, quantity, after)
    low, high = min(low, quantity.start), max(high, quantity.end)
    low, high = _inside_bracket(normal, low, high, quantity)
    behind = normal[quantity.end : high]
    if _BARE.fullmatch(normal[low : quantity.start] + behind):
        return clause
    around = normal[low : comparison_in_front(normal, low, quantity.start)] + behind
    return (clause[0], high) if _MEANT.fullmatch(around) else (low, high)


def _parted(normal: str, before: Quantity, after: Quantity) -> int:
    """Return where the words of two numbers part: at a bracket that opens behind the first, too.

    80个乡镇近3万户: how the next number is meant is no word of the one before.
    """
    bracket = normal.find("（", before.end, after.start)
    if bracket < 0:
        bracket = normal.find("(", before.end, after.start)
    if bracket >= 0 and not _CLOSED.search(normal, bracket, after.start):
        return bracket
    mark = list_mark(normal, before.end, after.start)
    return comparison_in_front(normal, before.end, mark) if mark == after.start else mark


def _inside_bracket(normal: str, low: int, high: int, quantity: Quantity) -> Span:
    """5000个（其中充电泊位1500个）: the words inside, without one bracket of the two."""
    if (
        low < quantity.start
        and normal[low] in "（("
        and not _CLOSED.search(normal, low, quantity.start)
    ):
        low += 1
    words = normal[low:high]
    if words.endswith(("）", ")")) and "（" not in words and "(" not in words:
        high = max(high - 1, quantity.end)
    return low, high
