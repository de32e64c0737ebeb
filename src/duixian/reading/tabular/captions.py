"""The year a table is of, where its heads are silent: its caption tells it, or its section does.

表1 2024年主要指标完成情况 is of 2024, and so is what its column of targets aimed at; a table in
the review, without a caption, is of the year under review.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

import msgspec

from duixian.reading.claims.report_years import ReportYears
from duixian.reading.structure.year_words import years_in
from duixian.reading.tabular.words import TableWords

_FAR = 160  # characters above a table in which its caption is looked for
_LONGEST = 80  # characters of a caption
_MOST_LINES = 2  # a line of units may stand under the caption
_CELLS = "\t"  # of another table

InReview = Callable[[int], bool]  # whether a place of the text is in the review


class YearOfTable(msgspec.Struct, frozen=True):
    """The one year that a table is of, and whether its caption says so or only its section."""

    year: int | None = None
    is_captioned: bool = False


def year_of_table(
    normal: str, start: int, *, words: TableWords, years: ReportYears, in_review: InReview
) -> YearOfTable:
    """Return the year of the table that begins at ``start``; none where its caption has several."""
    if caption := _caption(normal[max(0, start - _FAR) : start], words):
        told = set(years_in(caption))
        if told:
            return YearOfTable(told.pop(), is_captioned=True) if len(told) == 1 else YearOfTable()
    return YearOfTable(years.reviewed if in_review(start) else None)


def _caption(above: str, words: TableWords) -> str:
    """Return the line above a table that names it: no sentence, and no row of another table."""
    lines = (line.strip() for line in reversed(above.split("\n")))
    for line in islice(filter(None, lines), _MOST_LINES):
        if len(line) > _LONGEST or _CELLS in line or words.sentence_end.search(line):
            return ""
        if words.unit_caption.search(line) is None or years_in(line):
            return line
    return ""
