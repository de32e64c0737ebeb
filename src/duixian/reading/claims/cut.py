"""Cut a statement into claims: each number with its own words, each deed, else the whole.

A list gives as many claims as it has members: 新增中心4家、床位300张、托位2300个 is three.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from duixian.documents.document import Span
from duixian.language.functions import find_functions
from duixian.language.indicators import find_indicator
from duixian.language.places import find_place, find_projects
from duixian.reading.claims.clauses import (
    clause_ends,
    clauses,
    list_mark,
    marks_outside,
    telling_clause,
    trimmed,
)
from duixian.reading.claims.times import StatementTimes
from duixian.reading.records import (
    Claim,
    Kind,
    Language,
    Quantity,
    Specificity,
    Statement,
    Status,
)
from duixian.reading.statements.specificity import deed_of

_BARE = re.compile(r"[^\w]*")


class _Piece(msgspec.Struct, frozen=True):
    """A stretch of a statement that says one checkable thing."""

    span: Span
    quantity: Quantity | None
    specificity: Specificity | None
    measure: str
    why: str


def cut_claims(
    normal: str, statement: Statement, quantities: Sequence[Quantity], times: StatementTimes
) -> Iterator[Claim]:
    """Give the claims of a statement in order; context makes none."""
    if statement.kind is Kind.CONTEXT:
        return
    of_all: tuple[str, ...] | None = None  # the functions that the whole statement speaks of
    for piece in _pieces(normal, statement, quantities):
        words = normal[slice(*piece.span)]
        functions = find_functions(words, language=statement.language)
        if not functions and of_all is None:
            whole = normal[statement.start : statement.end]
            of_all = find_functions(whole, language=statement.language)
        yield _claim(statement, piece, words, times, functions or of_all or ())


def _pieces(normal: str, statement: Statement, quantities: Sequence[Quantity]) -> list[_Piece]:
    marks = clause_ends(normal, statement)
    pieces = _counted(normal, statement, quantities, marks)
    if statement.specificity is not Specificity.GENERAL:  # else no clause names a deed
        taken = sorted(piece.span for piece in pieces)
        pieces.extend(_deeds(normal, statement, marks, taken))
    if not pieces:
        span = trimmed(normal, statement.start, statement.end)
        measure = telling_clause(normal, statement, marks)
        return [_Piece(span, None, statement.specificity, measure, "the whole statement")]
    return sorted(pieces, key=lambda piece: piece.span)


def _deeds(
    normal: str, statement: Statement, marks: list[Span], taken: list[Span]
) -> Iterator[_Piece]:
    specificity = Specificity.SPECIFIC if statement.kind is Kind.COMMITMENT else None
    for start, end in clauses(normal, statement, marks):
        behind = bisect_left(taken, (end, 0))
        if behind and taken[behind - 1][1] > start:
            continue
        words = normal[start:end]
        if deed := deed_of(words, statement.language):
            yield _Piece((start, end), None, specificity, words, deed)


def _counted(
    normal: str, statement: Statement, quantities: Sequence[Quantity], marks: list[Span]
) -> list[_Piece]:
    own = [quantity for quantity in quantities if quantity.status is not Status.OTHER]
    if not own:
        return []
    marks = marks_outside(marks, sorted((one.start, one.end) for one in quantities))
    is_row = "\t" in statement.text  # of a table: its cells say nothing without the row
    pieces: list[_Piece] = []
    for position, quantity in enumerate(own):
        before = own[position - 1] if position else None
        after = own[position + 1] if position + 1 < len(own) else None
        clause = _clause_around(statement, marks, quantity)
        span = _own_words(normal, clause, before, quantity, after, statement.language)
        piece = _Piece(
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


def _claim(
    statement: Statement,
    piece: _Piece,
    words: str,
    times: StatementTimes,
    functions: tuple[str, ...],
) -> Claim:
    start, end = piece.span
    language = statement.language
    text = statement.text[start - statement.start : end - statement.start]
    is_checkable = piece.specificity is not Specificity.GENERAL
    place = find_place(words, language=language) if is_checkable else None
    projects = find_projects(words, language=language) if is_checkable else ()
    is_promise = piece.specificity is not None
    return Claim(
        start=start,
        end=end,
        text=text,
        kind=Kind.COMMITMENT if is_promise else Kind.RESULT,
        specificity=piece.specificity,
        measure=piece.measure,
        quantity=piece.quantity,
        place=text[slice(*place)] if place else None,
        project="; ".join([text[slice(*project)] for project in projects]) or None,
        due=times.due(words) if is_promise else None,
        period=None if is_promise else times.period(words),
        indicator=_indicator(piece, language),
        functions=functions,
        statement=(statement.start, statement.end),
        why=f"{statement.why}; {piece.why}",
    )


def _indicator(piece: _Piece, language: str) -> str | None:
    if piece.quantity is None:
        return None
    unit, basis = piece.quantity.unit, piece.quantity.basis
    found = find_indicator(piece.measure, unit=unit, basis=basis, language=language)
    return found.id if found else None
