"""The months, days and parts of the year that a result tells of.

Stated as ISO 8601: ``2024-06``, ``2024-06-30``, and ``2024-01/2024-11`` for what lies within a
year. None tells its year but by its own words; its sentence or its report do.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from re import Match

import msgspec

from duixian.reading.claims.time_words import TimeWords, month_of, year_of_part

_LAST_CLAUSE = re.compile(r"[^，。；：;]*$")
_OF_YEAR = re.compile(r"[\d〇○零一二三四五六七八九]年$")  # the year tells whether it is told of
_FAR = 24  # characters in front of a time in which such a clause begins
_ALONE = 8  # characters before a time at most, in a clause that is nothing else: 去年, In
_COMMAS = ("，", ",")
_LEAP_YEAR = 2024


class Months(msgspec.Struct, frozen=True):
    """A part of a year, with where it is told."""

    start: int
    end: int
    first: str  # a month, or a month and day
    last: str | None = None  # the month that a stretch ends with
    year: int | None = None  # that its own words tell

    def of(self, year: int) -> str:
        """Return the time in ISO 8601."""
        first = f"{year}-{self.first}"
        return f"{first}/{year}-{self.last}" if self.last else first


def months_told(words: TimeWords, said: str) -> Months | None:
    """Return the part of a year told first in the words."""
    return min(_apart(words, said), key=lambda each: each.start, default=None)


def months_behind(words: TimeWords, said: str, year_end: int) -> Months | None:
    """Return the part of a year told right behind the year: 2024年11月."""
    told = (each for each in _all_told(words, said) if 0 <= each.start - year_end <= 1)
    return next(told, None)


def months_leading(words: TimeWords, before: str) -> Months | None:
    """Return the part of a year that stands alone last in front of what it holds for."""
    leading = None
    for each in _apart(words, before):
        in_front = _LAST_CLAUSE.search(before, max(0, each.start - _FAR), each.start)
        is_alone = in_front is not None and len(in_front[0].strip()) <= _ALONE
        if is_alone and before.startswith(_COMMAS, each.end):
            leading = each
    return leading


def _apart(words: TimeWords, said: str) -> Iterator[Months]:
    """Give the parts of a year that no year in figures stands in front of."""
    for each in _all_told(words, said):
        if not _OF_YEAR.search(said, max(0, each.start - len("4年")), each.start):
            yield each


def _all_told(words: TimeWords, said: str) -> Iterator[Months]:
    for pattern in words.months_told:
        for found in pattern.finditer(said):
            if told := _months(found):
                yield told
    for pattern in words.stretches:
        if stretch := pattern.search(said):
            first, last = words.months_of[pattern]
            year = year_of_part(stretch.groupdict())
            yield Months(*stretch.span(), f"{first:02d}", f"{last:02d}", year=year)


def _months(found: Match[str]) -> Months | None:
    named = found.groupdict()
    start, end = found.span()
    if named.get("last"):
        first, last = month_of(named["first"]), month_of(named["last"])
        in_order = first and last and first < last
        return Months(start, end, first or "", last) if in_order else None
    month = month_of(named.get("month"))
    if month is None:
        return None
    return Months(start, end, with_day(month, named.get("day")), year=year_of_part(named))


def with_day(month: str, day: str | None) -> str:
    """Return a month with the day of it, where one is printed that it can have."""
    longest = monthrange(_LEAP_YEAR, int(month))[1]
    return f"{month}-{int(day):02d}" if day and 1 <= int(day) <= longest else month
