"""Ranks told behind their number with a list mark alone: 总里程达909公里、居全国首位."""

from __future__ import annotations

import re
from bisect import insort

from duixian.documents.document import Span
from duixian.reading.claims.telling import beside_what
from duixian.reading.records import Statement

# A number with its unit, the list mark, and what stands up to the end of the clause.
_BEHIND_A_NUMBER = re.compile(
    r"[\d百千万亿%][^，。；、：\d]{0,6}(、)([^，。；、]{3,20})(?=[，。；]|$)"
)


def with_ranks(normal: str, statement: Statement, marks: list[Span]) -> list[Span]:
    """Return the marks that end clauses with each list mark behind which a number is compared."""
    if "、" not in statement.text:
        return marks
    marked = list(marks)
    for found in _BEHIND_A_NUMBER.finditer(normal, statement.start, statement.end):
        if beside_what(found[2]):
            insort(marked, found.span(1))
    return marked
