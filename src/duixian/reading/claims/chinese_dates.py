"""Chinese deeds of one clause that each have a date of their own: 北线上半年开工、南线年底通车."""

from __future__ import annotations

import re
from bisect import insort
from functools import cache
from itertools import pairwise

import msgspec

from duixian.documents.document import Span
from duixian.language.data import load_patterns
from duixian.reading.records import Statement


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dated: re.Pattern[str]
    parted: re.Pattern[str]  # one group, the mark


@cache
def _patterns() -> _Patterns:
    return load_patterns("zh/dated.toml", _Patterns)


def with_dates(normal: str, statement: Statement, marks: list[Span]) -> list[Span]:
    """Return the marks that end clauses with the list marks that part deeds with dates."""
    if "、" not in statement.text:
        return marks
    patterns = _patterns()
    dated = patterns.dated.finditer(normal, statement.start, statement.end)
    marked = list(marks)
    for one, other in pairwise(dated):
        between = patterns.parted.fullmatch(normal, one.end(), other.start())
        if between:
            insort(marked, between.span(between.lastgroup or 0))
    return marked
