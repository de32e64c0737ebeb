"""Ranges whose ends are reversed, and dates and times that no calendar or clock has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from duixian.bilingual.messages import said
from duixian.bilingual.one_text.passages import Passage, Passages
from duixian.bilingual.one_text.wording import finding, in_words
from duixian.bilingual.one_text.words import Words, words_of
from duixian.bilingual.records import Finding, Severity

_LEAP_YEAR = 2024
_HOURS, _MINUTES = 24, 60


def check_ranges(passages: Passages) -> Iterator[Finding]:
    """Find reversed ranges of numbers and years."""
    for passage in passages:
        words = words_of(passage.language)
        yield from _figures(passage, words)
        for years in words.year_range.finditer(passage.normal):
            if int(years["first"]) > int(years["last"]):
                yield finding(
                    Severity.WARNING,
                    "range",
                    said("years-backwards", first=years["first"], last=years["last"]),
                    passage,
                    _span(passage, years),
                )


def _figures(passage: Passage, words: Words) -> Iterator[Finding]:
    for left, between, right in passage.pairs():
        falls = words.range_falls.search(passage.before(left))
        if left.unit != right.unit or falls or not words.range_mark.match(between):
            continue
        if left.value > right.value and left.quantity.high is right.quantity.high is None:
            yield finding(
                Severity.WARNING,
                "range",
                said(
                    "range-backwards", first=in_words(left.quantity), last=in_words(right.quantity)
                ),
                passage,
                (left.quantity.start, right.quantity.end),
            )
    for figure in passage.figures:
        high = figure.quantity.high
        if high is not None and high < figure.value:
            yield finding(
                Severity.WARNING,
                "range",
                said("range-backwards-one", range=in_words(figure.quantity)),
                passage,
                figure,
            )


def check_dates(passages: Passages) -> Iterator[Finding]:
    """Find dates that do not exist and times of day past midnight."""
    for passage in passages:
        words = words_of(passage.language)
        for date in words.date.finditer(passage.normal):
            if not _exists(date, words):
                yield finding(
                    Severity.ERROR,
                    "date",
                    said("no-day", date=date[0]),
                    passage,
                    _span(passage, date),
                )
        for clock in words.clock.finditer(passage.normal):
            if int(clock["hour"]) > _HOURS or int(clock["minute"]) >= _MINUTES:
                yield finding(
                    Severity.ERROR,
                    "date",
                    said("no-time", clock=clock[0]),
                    passage,
                    _span(passage, clock),
                )


def _exists(date: re.Match[str], words: Words) -> bool:
    named = date.groupdict()
    name = named.get("name")
    month = words.month_names.index(name) + 1 if name else int(date["month"])
    if not 1 <= month <= 12:
        return False
    year = int(date["year"]) if date["year"] else _LEAP_YEAR
    return 1 <= int(date["day"]) <= monthrange(year, month)[1]


def _span(passage: Passage, match: re.Match[str]) -> tuple[int, int]:
    return passage.statement.start + match.start(), passage.statement.start + match.end()
