"""Ranks told behind their number with a list mark alone: 总里程达909公里、居全国首位."""

from __future__ import annotations

import re
from bisect import insort
from functools import cache

import msgspec

from duixian.documents.document import Span
from duixian.language.data import load_patterns
from duixian.reading.claims.telling import beside_what
from duixian.reading.records import Statement

_LONGEST_COUNTED = 28  # characters


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    behind_a_mark: re.Pattern[str]  # groups ``mark`` and ``words``
    number: re.Pattern[str]
    sign: re.Pattern[str]
    rank_alone: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return load_patterns("zh/ranks.toml", _Patterns)


def with_ranks(normal: str, statement: Statement, marks: list[Span]) -> list[Span]:
    """Return the marks that end clauses with each list mark behind which a number is compared.

    Also with the one behind that: 城镇化率68%、居全省第2、提高1个百分点.
    """
    if "、" not in statement.text:
        return marks
    patterns = _patterns()
    if not patterns.sign.search(statement.text):
        return marks
    marked, last = list(marks), -1
    for found in patterns.behind_a_mark.finditer(normal, statement.start, statement.end):
        start, end = found.span()
        if start != last and not _is_behind_number(normal, statement.start, start):
            continue
        if not beside_what(found["words"]):
            continue
        if start != last:
            insort(marked, found.span("mark"))
        if normal.startswith("、", end) and not patterns.rank_alone.match(normal, end):
            insort(marked, (end, end + 1))
            last = end
    return marked


def _is_behind_number(normal: str, low: int, at: int) -> bool:
    return _patterns().number.search(normal[max(low, at - _LONGEST_COUNTED) : at]) is not None
