"""The pieces of a statement that its numbers are: each with its own words and its measure."""

from __future__ import annotations

from collections.abc import Sequence

from duixian.documents.document import Span
from duixian.reading.claims.chinese_counts import is_sort, without_subjects
from duixian.reading.claims.chinese_joint import measures_of_each
from duixian.reading.claims.chinese_spans import chinese_spans
from duixian.reading.claims.clauses import clause_around, marks_outside
from duixian.reading.claims.english_parts import (
    is_attribute,
    is_conversion,
    is_mere_attribute,
)
from duixian.reading.claims.english_spans import english_spans
from duixian.reading.claims.piece import Piece
from duixian.reading.records import Language, Quantity, Specificity, Statement, Status

_OF = ") of "  # behind a conversion


def pieces_of_numbers(
    normal: str, statement: Statement, quantities: Sequence[Quantity], marks: list[Span]
) -> list[Piece]:
    """Return a piece for each number that claims something; ``marks`` end the clauses."""
    own = [quantity for quantity in quantities if quantity.status is not Status.OTHER]
    if not own:
        return []
    named: dict[int, str] = {}
    if statement.language is Language.EN:
        own, named = _without_attributes(normal, own)
    outside = marks_outside(marks, _spans(quantities))
    if len(own) > 1 and statement.language is not Language.EN:
        own = _without_sorts(normal, statement, own, outside)
        own = without_subjects(normal, statement, own, outside)
    return _counted(normal, statement, own, outside, named)


def _counted(
    normal: str,
    statement: Statement,
    own: Sequence[Quantity],
    marks: list[Span],
    named: dict[int, str],
) -> list[Piece]:
    is_english = statement.language is Language.EN
    if "\t" in statement.text:  # a row of a table: its cells say nothing without it
        spans = [(statement.start, statement.end)] * len(own)
    elif is_english:
        spans = english_spans(normal, statement, own, marks)
    else:
        spans = chinese_spans(normal, statement, own, marks)
    pieces: list[Piece] = []
    for quantity, span in zip(own, spans, strict=True):
        is_target = quantity.status is Status.TARGET
        if is_attribute(normal, quantity) if is_english else is_sort(normal, quantity):
            specificity = Specificity.SPECIFIC if is_target else None
            words = normal[slice(*span)]
            pieces.append(Piece(span, None, specificity, words, "a thing told by its size"))
            continue
        specificity = Specificity.QUANTIFIED if is_target else None
        why = f"number: {quantity.why}"
        of_each = [] if is_english else measures_of_each(normal, span[0], quantity)
        measures = of_each or [named.get(quantity.start, quantity.measure)]
        pieces.extend(Piece(span, quantity, specificity, each, why) for each in measures)
    return pieces


def _without_attributes(
    normal: str, own: Sequence[Quantity]
) -> tuple[list[Quantity], dict[int, str]]:
    """Return the numbers that claim something, and the nouns of those in front of an attribute."""
    named: dict[int, str] = {}
    kept: list[Quantity] = []
    for quantity in own:
        before = kept[-1] if kept else None
        if before and is_conversion(normal, before, quantity):
            if normal.startswith(_OF, quantity.end):  # 70 yuan ($10) of new loans
                named[before.start] = f"{before.measure} {quantity.measure}".strip()
            continue
        if not is_attribute(normal, quantity) or not is_mere_attribute(normal, quantity, before):
            kept.append(quantity)
        elif before and not normal[before.end : quantity.start].strip():
            named[before.start] = quantity.measure
    return kept or list(own), named


def _without_sorts(
    normal: str, statement: Statement, own: Sequence[Quantity], marks: list[Span]
) -> list[Quantity]:
    """新建220千伏变电站2座: a sort beside a number of its clause claims nothing."""
    sorts = [quantity for quantity in own if is_sort(normal, quantity)]
    if not sorts:
        return list(own)
    others = [quantity.start for quantity in own if quantity not in sorts]
    kept = list(own)
    for quantity in sorts:
        low, high = clause_around(statement, marks, quantity)
        if any(low <= start < high for start in others):
            kept.remove(quantity)
    return kept


def _spans(quantities: Sequence[Quantity]) -> list[Span]:
    return sorted((one.start, one.end) for one in quantities)
