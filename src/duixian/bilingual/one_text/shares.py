"""Shares beyond the whole, falls below nothing, and ratios of sectors that do not make 100."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from duixian.bilingual.messages import joined, said
from duixian.bilingual.one_text.passages import Figure, Passage, Passages
from duixian.bilingual.one_text.wording import digits, finding, in_words
from duixian.bilingual.one_text.words import words_of
from duixian.bilingual.records import Finding, Severity
from duixian.reading.records import Basis

_WHOLE = Decimal(100)
_SECTORS = 3
_RATIO_MARKS = (":", "∶", "：")


def check_shares(passages: Passages) -> Iterator[Finding]:
    """Find shares over 100 %, falls by more than all there was, and sectors that miss 100."""
    for passage in passages:
        for figure in passage.figures:
            if figure.unit == "%" and figure.value - figure.margin > _WHOLE:
                yield from _beyond_the_whole(passage, figure)
        yield from _sectors(passage)


def _beyond_the_whole(passage: Passage, figure: Figure) -> Iterator[Finding]:
    words = words_of(passage.language)
    before = passage.before(figure)
    if figure.quantity.basis is Basis.CHANGE:
        if words.falls.search(before) and not words.may_fall_below_nothing.search(passage.normal):
            yield finding(
                Severity.ERROR,
                "share",
                said("fall-beyond", figure=in_words(figure.quantity)),
                passage,
                figure,
            )
        return
    clause = f"{before} {figure.quantity.measure}"
    if words.share.search(clause) and not words.may_pass_whole.search(passage.normal):
        yield finding(
            Severity.ERROR,
            "share",
            said("share-beyond", figure=in_words(figure.quantity)),
            passage,
            figure,
        )


def _sectors(passage: Passage) -> Iterator[Finding]:
    for start in range(len(passage.figures) - _SECTORS + 1):
        parts = passage.figures[start : start + _SECTORS]
        if not _is_ratio(passage, parts):
            continue
        total = sum((part.value for part in parts), Decimal(0))
        margin = sum((part.margin for part in parts), Decimal(0))
        if abs(total - _WHOLE) > margin:
            yield finding(
                Severity.ERROR,
                "sum",
                said("ratio", parts=joined([digits(p.value) for p in parts]), total=digits(total)),
                passage,
                (parts[0].quantity.start, parts[-1].quantity.end),
            )


def _is_ratio(passage: Passage, parts: tuple[Figure, ...]) -> bool:
    if any(part.unit != "%" for part in parts):
        return False
    marks = [
        passage.words(left.quantity.end, right.quantity.start).strip()
        for left, right in pairwise(parts)
    ]
    if not all(mark in _RATIO_MARKS for mark in marks):
        return False
    lead = passage.words(passage.statement.start, parts[0].quantity.start)
    return words_of(passage.language).sectors.search(lead) is not None
