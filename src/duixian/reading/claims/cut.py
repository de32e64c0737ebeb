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
from duixian.reading.claims.english_clauses import without_heading, without_purpose
from duixian.reading.claims.english_coordinates import deeds_side_by_side, with_joint_deeds
from duixian.reading.claims.english_parts import (
    followers,
    is_attribute,
    is_mere_attribute,
    own_part,
)
from duixian.reading.records import Kind, Language, Quantity, Specificity, Statement, Status
from duixian.reading.statements.specificity import deed_told, is_slogan

_BARE = re.compile(r"(?:[^\w]|和|与|以?及)*")  # nothing but a joint

_FOR_YEARS = "For "
_WHICH = ", which "
_SHORTEST_ENGLISH = 24  # characters; shorter says nothing beside another deed


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
    if statement.language is Language.EN:
        statement = without_heading(normal, statement)
    marks = clause_ends(normal, statement)
    if statement.language is Language.EN and statement.specificity is not Specificity.GENERAL:
        marks = with_joint_deeds(normal, statement, marks)
    own = [quantity for quantity in quantities if quantity.status is not Status.OTHER]
    named: dict[int, str] = {}
    if own and statement.language is Language.EN:
        own, named = _without_attributes(normal, own)
    outside = marks_outside(marks, _spans(quantities)) if own else marks
    pieces = _counted(normal, statement, own, outside, named)
    if statement.specificity is not Specificity.GENERAL:  # else no clause names a deed
        taken = sorted(piece.span for piece in pieces)
        pieces.extend(_deeds(normal, statement, marks, taken))
    if statement.language is Language.EN:
        pieces.extend(_side_by_side(normal, statement, marks, [piece.span for piece in pieces]))
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
            yield Piece((start, end), None, specificity, _done(words, statement.language), deed)


def _side_by_side(
    normal: str, statement: Statement, marks: list[Span], taken: list[Span]
) -> Iterator[Piece]:
    """Give the English clauses with a verb of their own that no piece holds yet.

    A promise that says nothing to check is cut only where each clause has its own subject.
    """
    is_general = statement.specificity is Specificity.GENERAL
    if is_general and normal.find(", and ", statement.start, statement.end) < 0:
        return
    if taken and _fill(statement, sorted(taken)):
        return
    deeds = deeds_side_by_side(normal, statement, marks)
    if len(deeds) == 1 and not taken:
        return
    if is_general and not all(one.has_subject for one in deeds):
        return
    is_promise = statement.kind is Kind.COMMITMENT
    for deed in deeds:
        span = deed.stretch
        if any(low < span[1] and span[0] < high for low, high in taken):
            span = deed.clause
            if any(low < span[1] and span[0] < high for low, high in taken):
                continue
            if not normal.startswith(_WHICH, span[1]):
                continue
        low, high = trimmed(normal, *span)
        clause = trimmed(normal, *deed.clause)
        words = without_purpose(normal[slice(*clause)])
        if taken and (len(words) < _SHORTEST_ENGLISH or is_slogan(words)):
            continue
        yield Piece(
            (low, high),
            None,
            Specificity.GENERAL if is_promise else None,
            words,
            "a clause with a verb of its own",
        )


def _fill(statement: Statement, taken: list[Span]) -> bool:
    """Return whether the pieces taken, in order, leave no clause that could say something."""
    reach, starts = statement.start, [*(low for low, _ in taken), statement.end]
    for at, start in enumerate(starts):
        if start - reach >= _SHORTEST_ENGLISH:
            return False
        reach = max(reach, taken[at][1]) if at < len(taken) else reach
    return True


def _done(words: str, language: Language) -> str:
    return without_purpose(words) if language is Language.EN else words


def _spans(quantities: Sequence[Quantity]) -> list[Span]:
    return sorted((one.start, one.end) for one in quantities)


def _counted(
    normal: str,
    statement: Statement,
    own: Sequence[Quantity],
    marks: list[Span],
    named: dict[int, str],
) -> list[Piece]:
    if not own:
        return []
    is_row = "\t" in statement.text  # of a table: its cells say nothing without the row
    if is_row:
        spans = [(statement.start, statement.end)] * len(own)
    elif statement.language is Language.EN:
        spans = _english_parts(normal, statement, own, marks)
    else:
        spans = _chinese_parts(normal, statement, own, marks)
    pieces: list[Piece] = []
    for quantity, span in zip(own, spans, strict=True):
        is_target = quantity.status is Status.TARGET
        if statement.language is Language.EN and is_attribute(normal, quantity):
            specificity = Specificity.SPECIFIC if is_target else None
            words = normal[slice(*span)]
            pieces.append(Piece(span, None, specificity, words, "a thing told by its size"))
            continue
        specificity = Specificity.QUANTIFIED if is_target else None
        why = f"number: {quantity.why}"
        pieces.append(
            Piece(span, quantity, specificity, named.get(quantity.start, quantity.measure), why)
        )
    return pieces


def _without_attributes(
    normal: str, own: Sequence[Quantity]
) -> tuple[list[Quantity], dict[int, str]]:
    """Return the numbers that claim something, and the nouns of those in front of an attribute."""
    named: dict[int, str] = {}
    kept: list[Quantity] = []
    for quantity in own:
        before = kept[-1] if kept else None
        if not is_attribute(normal, quantity) or not is_mere_attribute(normal, quantity, before):
            kept.append(quantity)
        elif before and not normal[before.end : quantity.start].strip():
            named[before.start] = quantity.measure
    return kept or list(own), named


def _chinese_parts(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Span]:
    spans: list[Span] = []
    for position, quantity in enumerate(own):
        before = own[position - 1] if position else None
        after = own[position + 1] if position + 1 < len(own) else None
        clause = _clause_around(statement, marks, quantity)
        span = _own_words(normal, clause, before, quantity, after)
        spans.append(_holding(normal, span, quantity))
    return spans


def _english_parts(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Span]:
    behind = followers(normal, statement, own)
    leading = [quantity for position, quantity in enumerate(own) if position not in behind]
    spans: list[Span] = []
    before: tuple[Quantity, int] | None = None
    position = 0  # of the next among those that lead
    for at, quantity in enumerate(own):
        clause = _clause_around(statement, marks, quantity)
        if quantity.unit == "year" and normal.startswith(_FOR_YEARS, clause[0]):
            clause = clause[0], _end_of_next(statement, marks, clause)
        if at in behind:
            if not spans or spans[-1][1] <= clause[0]:
                spans.append(_holding(normal, clause, quantity))
            else:
                spans.append((spans[-1][0], max(spans[-1][1], quantity.end)))
            continue
        position += 1
        after = leading[position] if position < len(leading) else None
        span = own_part(normal, clause, before, quantity, after)
        before = quantity, span[0]
        spans.append(_holding(normal, span, quantity))
    return spans


def _end_of_next(statement: Statement, marks: list[Span], clause: Span) -> int:
    """For five years running, harvests have grown: the clause behind says what."""
    behind = bisect_left(marks, (clause[1], 0)) + 1
    return marks[behind][0] if behind < len(marks) else statement.end


def _holding(normal: str, span: Span, quantity: Quantity) -> Span:
    """Return a span without the marks at its ends, but for the minus sign of its number."""
    low, high = trimmed(normal, *span)
    return min(low, quantity.start), max(high, quantity.end)


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
) -> Span:
    """Return a number's part of its clause; all of it where its part would be the bare number."""
    low, high = clause
    if before and before.end > low:
        low = list_mark(normal, before.end, quantity.start)
    if after and after.start < high:
        high = list_mark(normal, quantity.end, after.start)
    low, high = min(low, quantity.start), max(high, quantity.end)
    around = normal[low : quantity.start] + normal[quantity.end : high]
    return clause if _BARE.fullmatch(around) else (low, high)
