"""Cut a statement into pieces: each number with its own words, each deed, else the whole.

A list gives as many pieces as it has members: 新增中心4家、床位300张、托位2300个 is three.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from duixian.documents.document import Span
from duixian.reading.claims.clauses import (
    clause_ends,
    clauses,
    list_mark,
    marks_outside,
    telling_clause,
    trimmed,
)
from duixian.reading.records import Kind, Language, Quantity, Specificity, Statement, Status
from duixian.reading.statements.specificity import deed_told

_BARE = re.compile(r"[^\w]*")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a statement that says one checkable thing."""

    span: Span
    quantity: Quantity | None
    specificity: Specificity | None
    measure: str
    why: str


def pieces_of(normal: str, statement: Statement, quantities: Sequence[Quantity]) -> list[Piece]:
    """Return the pieces of a statement in order; context has none."""
    if statement.kind is Kind.CONTEXT:
        return []
    marks = clause_ends(normal, statement)
    pieces = _counted(normal, statement, quantities, marks)
    if statement.specificity is not Specificity.GENERAL:  # else no clause names a deed
        taken = sorted(piece.span for piece in pieces)
        pieces.extend(_deeds(normal, statement, marks, taken))
    if not pieces:
        span = trimmed(normal, statement.start, statement.end)
        measure = telling_clause(normal, statement, marks)
        return [Piece(span, None, statement.specificity, measure, "the whole statement")]
    return sorted(pieces, key=lambda piece: piece.span)


def _deeds(
    normal: str, statement: Statement, marks: list[Span], taken: list[Span]
) -> Iterator[Piece]:
    specificity = Specificity.SPECIFIC if statement.kind is Kind.COMMITMENT else None
    for start, end in clauses(normal, statement, marks):
        behind = bisect_left(taken, (end, 0))
        if behind and taken[behind - 1][1] > start:
            continue
        words = normal[start:end]
        if deed := deed_told(words, statement.language):
            yield Piece((start, end), None, specificity, words, deed)


def _counted(
    normal: str, statement: Statement, quantities: Sequence[Quantity], marks: list[Span]
) -> list[Piece]:
    own = [quantity for quantity in quantities if quantity.status is not Status.OTHER]
    if not own:
        return []
    marks = marks_outside(marks, sorted((one.start, one.end) for one in quantities))
    is_row = "\t" in statement.text  # of a table: its cells say nothing without the row
    pieces: list[Piece] = []
    for position, quantity in enumerate(own):
        before = own[position - 1] if position else None
        after = own[position + 1] if position + 1 < len(own) else None
        clause = _clause_around(statement, marks, quantity)
        span = _own_words(normal, clause, before, quantity, after, statement.language)
        piece = Piece(
            (statement.start, statement.end) if is_row else trimmed(normal, *span),
            quantity,
            Specificity.QUANTIFIED if quantity.status is Status.TARGET else None,
            quantity.measure,
            f"number: {quantity.why}",
        )
        pieces.append(piece)
    return pieces


def _clause_around(statement: Statement, marks: list[Span], quantity: Quantity) -> Span:
    before = bisect_left(marks, (quantity.start, 0))
    behind = bisect_left(marks, (quantity.end, 0), lo=before)
    low = marks[before - 1][1] if before else statement.start
    high = marks[behind][0] if behind < len(marks) else statement.end
    return min(low, quantity.start), max(high, quantity.end)


def _own_words(
    normal: str,
    clause: Span,
    before: Quantity | None,
    quantity: Quantity,
    after: Quantity | None,
    language: Language,
) -> Span:
    """Return a number's part of its clause; all of it where its part would be the bare number."""
    low, high = clause
    if before and before.end > low:
        low = list_mark(normal, before.end, quantity.start, language)
    if after and after.start < high:
        high = list_mark(normal, quantity.end, after.start, language)
    low, high = min(low, quantity.start), max(high, quantity.end)
    around = normal[low : quantity.start] + normal[quantity.end : high]
    return clause if _BARE.fullmatch(around) else (low, high)
