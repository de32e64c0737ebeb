"""Pieces of an English statement beside its numbers and deeds: clauses with a verb of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from duixian.documents.document import Span
from duixian.reading.claims.clauses import trimmed
from duixian.reading.claims.english_clauses import without_purpose
from duixian.reading.claims.english_coordinates import Deed, deeds_side_by_side
from duixian.reading.claims.english_words import OWN_VERB, SHORTEST_CLAUSE, clause_words
from duixian.reading.claims.piece import Piece
from duixian.reading.claims.telling import is_only_time, leads_to_list
from duixian.reading.records import Kind, Language, Specificity, Statement
from duixian.reading.statements.specificity import is_slogan

_LONGEST_TIME = 60


def pieces_side_by_side(
    normal: str, statement: Statement, marks: list[Span], taken: list[Span]
) -> Iterator[Piece]:
    """Give the clauses with a verb of their own that no piece holds yet.

    A promise that says nothing to check is cut only where each clause has its own subject.
    """
    specificity = Specificity.GENERAL if statement.kind is Kind.COMMITMENT else None
    for deed in _deeds(normal, statement, marks, taken):
        span = _free(normal, deed, taken)
        if span is None:
            continue
        words = without_purpose(normal[slice(*trimmed(normal, *deed.clause))])
        if taken and (len(words) < SHORTEST_CLAUSE or is_slogan(words)):
            continue
        if leads_to_list(words, Language.EN):
            continue
        span = trimmed(normal, *_without_last_time(normal, span, marks))
        yield Piece(span, None, specificity, words, OWN_VERB)


def _without_last_time(normal: str, span: Span, marks: list[Span]) -> Span:
    """The fund grew: by the end of June, it had 90 towns: that time is of the towns."""
    behind = bisect_left(marks, (span[1], 0)) - 1
    if behind < 0 or not span[0] < marks[behind][0] or span[1] - marks[behind][1] > _LONGEST_TIME:
        return span
    last = marks[behind]
    if not is_only_time(normal[last[1] : span[1]].strip(" ,"), Language.EN):
        return span
    return span[0], last[0]


def _deeds(normal: str, statement: Statement, marks: list[Span], taken: list[Span]) -> list[Deed]:
    is_general = statement.specificity is Specificity.GENERAL
    if is_general and normal.find(", and ", statement.start, statement.end) < 0:
        return []
    if taken and _fill(statement, sorted(taken)):
        return []
    deeds = deeds_side_by_side(normal, statement, marks)
    if len(deeds) == 1 and not taken:
        return []
    return [] if is_general and not all(one.has_subject for one in deeds) else deeds


def _free(normal: str, deed: Deed, taken: list[Span]) -> Span | None:
    """Return as much of a deed as no piece holds: all, or its clause where words go on about it."""
    if not taken or not _meets(deed.stretch, taken):
        return deed.stretch
    behind = normal[deed.clause[1] : deed.stretch[1]].split(maxsplit=2)  # a comma first
    goes_on = not clause_words().going_on.isdisjoint(behind[1:2])
    return deed.clause if goes_on and not _meets(deed.clause, taken) else None


def _meets(span: Span, taken: list[Span]) -> bool:
    return any(low < span[1] and span[0] < high for low, high in taken)


def _fill(statement: Statement, taken: list[Span]) -> bool:
    """Return whether the pieces taken, in order, leave no clause that could say something."""
    reach = statement.start
    for low, high in taken:
        if low - reach >= SHORTEST_CLAUSE:
            return False
        reach = max(reach, high)
    return statement.end - reach < SHORTEST_CLAUSE
