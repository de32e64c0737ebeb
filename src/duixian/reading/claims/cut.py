"""Cut a statement into claims: each number with its own words, each deed, else the whole.

A list gives as many claims as it has members: 新增中心4家、床位300张、托位2300个 is three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duixian.documents.document import Span
from duixian.language.functions import find_functions
from duixian.language.indicators import find_indicator
from duixian.language.places import find_place, find_projects
from duixian.reading.claims.times import Frame, ReportYears, due_of, period_of
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

_CLAUSE_END = {
    Language.ZH: re.compile(r"[，；。！？;!?]|(?<!\d),|,(?!\d)"),
    Language.EN: re.compile(r"[;.!?](?=\s|$)|,(?=\s)"),
}
_LIST_MARK = {
    Language.ZH: re.compile(r"、|以及|和(?!谐|平|美)|及(?!时)"),
    Language.EN: re.compile(r",? and |, "),
}
_LEADING = re.compile(
    r"(?:[、，,；;：:·•\-—–\s]|其中|并且|并|且|以及|和(?!谐|平|美)|及(?!时)"
    r"|and |while |with |but )+"
)
_TRAILING = " \t\n、，,；;。.！!：:"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a statement that says one checkable thing."""

    span: Span
    quantity: Quantity | None
    specificity: Specificity | None
    measure: str
    why: str


def cut_claims(
    normal: str,
    statement: Statement,
    quantities: Sequence[Quantity],
    frame: Frame,
    years: ReportYears,
) -> Iterator[Claim]:
    """Give the claims of a statement in order; context makes none."""
    if statement.kind is Kind.CONTEXT:
        return
    functions = find_functions(
        normal[statement.start : statement.end], language=statement.language.value
    )
    for piece in _pieces(normal, statement, quantities):
        yield _claim(normal, statement, piece, functions, frame, years)


def _pieces(normal: str, statement: Statement, quantities: Sequence[Quantity]) -> list[_Piece]:
    own = [quantity for quantity in quantities if quantity.status is not Status.OTHER]
    pieces = list(_counted(normal, statement, own, quantities)) if own else []
    taken = [piece.span for piece in pieces]
    is_general = statement.specificity is Specificity.GENERAL  # then no clause names a deed
    for span in () if is_general else _clauses(normal, statement):
        if any(a < span[1] and span[0] < b for a, b in taken):
            continue
        deed = deed_of(normal[slice(*span)], statement.language)
        if deed is not None:
            is_promise = statement.kind is Kind.COMMITMENT
            pieces.append(
                _Piece(
                    span, None, Specificity.SPECIFIC if is_promise else None,
                    normal[slice(*span)], deed,
                )
            )  # fmt: skip
    if not pieces:
        span = _trimmed(normal, (statement.start, statement.end))
        pieces.append(
            _Piece(
                span, None, statement.specificity,
                normal[slice(*next(_clauses(normal, statement)))], "the whole statement",
            )
        )  # fmt: skip
    return sorted(pieces, key=lambda piece: piece.span)


def _counted(
    normal: str, statement: Statement, own: list[Quantity], quantities: Sequence[Quantity]
) -> Iterator[_Piece]:
    ends = list(_CLAUSE_END[statement.language].finditer(normal, statement.start, statement.end))
    inside = [(quantity.start, quantity.end) for quantity in quantities]
    edges = [e.start() for e in ends if not any(a <= e.start() < b for a, b in inside)]
    is_row = "\t" in statement.text  # of a table: its cells say nothing without the row
    for position, quantity in enumerate(own):
        low = max((e + 1 for e in edges if e < quantity.start), default=statement.start)
        high = min((e for e in edges if e >= quantity.end), default=statement.end)
        if position and own[position - 1].end > low:
            low = _cut(normal, own[position - 1].end, quantity.start, statement.language)
        if position + 1 < len(own) and own[position + 1].start < high:
            high = _cut(normal, quantity.end, own[position + 1].start, statement.language)
        is_promise = quantity.status is Status.TARGET
        span = (min(low, quantity.start), max(high, quantity.end))
        yield _Piece(
            (statement.start, statement.end) if is_row else _trimmed(normal, span),
            quantity,
            Specificity.QUANTIFIED if is_promise else None,
            quantity.measure,
            f"number: {quantity.why}",
        )


def _cut(normal: str, low: int, high: int, language: Language) -> int:
    """Where one member of a list ends and the next begins."""
    found = _LIST_MARK[language].search(normal, low, max(low, high))
    return found.start() if found else high


def _clauses(normal: str, statement: Statement) -> Iterator[Span]:
    start = statement.start
    for end in _CLAUSE_END[statement.language].finditer(normal, statement.start, statement.end):
        yield _trimmed(normal, (start, end.start()))
        start = end.end()
    if start < statement.end:
        yield _trimmed(normal, (start, statement.end))


def _trimmed(normal: str, span: Span) -> Span:
    start, end = span
    if (leading := _LEADING.match(normal, start, end)) and leading.end() < end:
        start = leading.end()
    while end > start and normal[end - 1] in _TRAILING:
        end -= 1
    return (start, end) if start < end else span


def _claim(
    normal: str,
    statement: Statement,
    piece: _Piece,
    functions: tuple[str, ...],
    frame: Frame,
    years: ReportYears,
) -> Claim:
    start, end = piece.span
    language = statement.language.value
    words = normal[start:end]
    offset = statement.start
    whole = normal[statement.start : statement.end]
    is_checkable = piece.specificity is not Specificity.GENERAL
    place = find_place(words, language=language) if is_checkable else None
    projects = find_projects(words, language=language) if is_checkable else ()
    text = statement.text[start - offset : end - offset]
    quantity = piece.quantity
    indicator = None
    if quantity is not None:
        indicator = find_indicator(
            piece.measure, unit=quantity.unit, basis=quantity.basis.value, language=language
        )
    is_promise = piece.specificity is not None
    return Claim(
        start=start,
        end=end,
        text=text,
        kind=Kind.COMMITMENT if is_promise else Kind.RESULT,
        specificity=piece.specificity,
        measure=piece.measure,
        quantity=quantity,
        place=text[slice(*place)] if place else None,
        project="; ".join(text[slice(*project)] for project in projects) or None,
        due=due_of(words, whole, frame, language=statement.language, years=years)
        if is_promise
        else None,
        period=None
        if is_promise
        else period_of(words, whole, frame, language=statement.language, years=years),
        indicator=indicator.id if indicator else None,
        functions=functions,
        statement=(statement.start, statement.end),
        why=f"{statement.why}; {piece.why}",
    )
