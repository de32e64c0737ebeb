"""When the task of a row is due, as the cell of its deadline says: 10月底, 三季度, 2025-10-31.

Such a cell leaves out the words by which a sentence tells a deadline, and mostly the year: it is
read as if they stood there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from duixian.reading.claims.months import with_day
from duixian.reading.claims.report_years import ReportYears
from duixian.reading.claims.time_words import month_of, time_words_in
from duixian.reading.claims.times_said import due_said
from duixian.reading.structure.year_words import years_in
from duixian.reading.tabular.words import TableWords

_DATE = re.compile(r"(20\d\d)([-./])(\d{1,2})(?:\2(\d{1,2}))?")


def due_of_cell(
    said: str, year: str | None, *, words: TableWords, years: ReportYears
) -> str | None:
    """Return when what a cell says is due; ``year`` is the one that its head tells.

    Of a stretch or of several times the last counts (3月—10月), and a beginning is no deadline.
    """
    date = _DATE.fullmatch(said)
    named = [str(each) for each in years_in(said)] or ([year] if year else [])
    if named and int(max(named)) < (years.planned or 0):
        return None
    if date:
        month = month_of(date[3])
        return f"{date[1]}-{with_day(month, date[4])}" if month else None
    parts = [part for part in words.deadline_parts.split(said) if part]
    told = (_due(part, named, words, years) for part in reversed(parts))
    return next((due for due in told if due), None)


def _due(part: str, named: list[str], words: TableWords, years: ReportYears) -> str | None:
    if words.deadline_begins.search(part):
        return None
    if named and not years_in(part):
        part = words.in_year.format(year=named[-1], said=part)
    for written in _written(part, words):
        patterns = time_words_in(words.language, written)
        if patterns and (due := due_said(patterns, written, years)):
            return due
    return None


def _written(part: str, words: TableWords) -> Iterator[str]:
    """Give a time as a sentence may tell it: 10月底前; by October, by the end of October."""
    for form, each in product(words.due_by, (part, part[:1].lower() + part[1:])):
        yield form.format(each)


def due_within(time: str | None, due: str | None) -> str | None:
    """Return when a task is due, unless the head of its column tells another time than its row."""
    if time is None or (due is not None and due.startswith(time)):
        return due
    return time
