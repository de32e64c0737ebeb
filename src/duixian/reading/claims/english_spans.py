"""The words of an English claim that are its number's: its part of its clause, and what goes on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from duixian.documents.document import Span
from duixian.reading.claims.clauses import clause_around, end_of_clause, holding, trimmed
from duixian.reading.claims.english_parts import followers, own_part
from duixian.reading.claims.english_words import clause_words
from duixian.reading.records import Quantity, Statement

_COMMA = len(", ")
_LONGEST_LIST = 160
_FOR_YEARS = "For "
_STREAK = "streak"  # why a number is one: For the third time in a row
_JOINTS = (" and ", ", and ", ", ", " and by ")  # between the numbers of two subjects
_LONGEST_JOINT = max(map(len, _JOINTS))
_NEAR = len(", respectively ")
_INCLUDING = ", including "
_NAME_INCLUDED = re.compile(r", including (?:the |a |an )?[“A-Z]")


def english_spans(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Span]:
    """Return the words of each number of a statement; ``marks`` end its clauses."""
    behind = followers(normal, statement, own)
    leading = [quantity for position, quantity in enumerate(own) if position not in behind]
    spans: list[Span] = []
    before: tuple[Quantity, int] | None = None
    position = 0  # of the next among those that lead
    for at, quantity in enumerate(own):
        clause = clause_around(statement, marks, quantity)
        if (quantity.unit == "year" or _STREAK in quantity.why) and normal.startswith(
            _FOR_YEARS, clause[0]
        ):
            clause = clause[0], _end_of_next(statement, marks, clause)
        if at in behind:
            if not spans or spans[-1][1] <= clause[0]:
                spans.append(holding(normal, clause, quantity))
            else:
                spans.append((spans[-1][0], max(spans[-1][1], quantity.end)))
            continue
        position += 1
        span = own_part(normal, clause, before, quantity, leading[position : position + 2])
        before = quantity, span[0]
        span = holding(normal, span, quantity)
        if at + 1 < len(own) and own[at + 1].start - clause[1] == _COMMA:
            end = _shared_end(normal, span, quantity, own[at + 1])
            if end > span[1]:
                span = span[0], min(statement.end, end_of_clause(statement, marks, end))
        is_last = at + 1 == len(own) or own[at + 1].start >= clause[1]
        spans.append(_with_names(normal, statement, marks, span, own) if is_last else span)
    return _told_off(normal, own, spans) if len(own) > 1 else spans


def _told_off(normal: str, own: Sequence[Quantity], spans: list[Span]) -> list[Span]:
    """Loans and savings grew by 3 and 4 percent: of two subjects neither number goes alone."""
    is_told_off = False  # with respectively behind the last
    for at in range(len(own) - 1, 0, -1):
        low, high, behind = own[at - 1].end, own[at].start, own[at].end
        if high - low > _LONGEST_JOINT or normal[low:high] not in _JOINTS:
            is_told_off = False
            continue
        first, last = spans[at - 1], spans[at]
        is_told_off = is_told_off or normal.find("respectively", behind, behind + _NEAR) >= 0
        if is_told_off or (first[0] == last[0] and last[1] == behind):
            spans[at - 1] = min(first[0], last[0]), max(first[1], last[1])
            _widen(spans, at, spans[at - 1])
    return spans


def _widen(spans: list[Span], at: int, first: Span) -> None:
    """Give the numbers of a row, from ``at`` on, the words of the first."""
    last = spans[at]
    while at < len(spans) and spans[at] == last:
        spans[at] = first
        at += 1


def _shared_end(normal: str, span: Span, quantity: Quantity, following: Quantity) -> int:
    """Eight halls, 12 parks and one school were opened: where what is said of all is said."""
    last = quantity.measure.rpartition(" ")[2]
    if quantity.unit != "count" or not last or normal.find(last, *span) >= 0:
        return span[1]
    return max(span[1], normal.find(last, following.end, following.end + _LONGEST_LIST))


def _with_names(
    normal: str, statement: Statement, marks: list[Span], span: Span, own: Sequence[Quantity]
) -> Span:
    """Begin work on four projects, including the Qinghe Library: which they are goes with them.

    So does what rank they have: a line of 80 km, the longest in the country.
    """
    low, high = span
    if ranked := clause_words().ranked.match(normal, high, statement.end):
        return low, ranked.end()
    if not normal.startswith(_INCLUDING, high) or not _NAME_INCLUDED.match(normal, high):
        return span
    end = _end_of_next(statement, marks, span)
    if any(high < quantity.start < end for quantity in own):
        return span
    return low, max(high, trimmed(normal, low, end)[1])


def _end_of_next(statement: Statement, marks: list[Span], clause: Span) -> int:
    """For five years running, harvests have grown: the clause behind says what."""
    behind = bisect_left(marks, (clause[1], 0)) + 1
    return marks[behind][0] if behind < len(marks) else statement.end
