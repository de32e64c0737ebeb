"""The day a report was given: ——2026年2月3日在…会议上, or "delivered on March 5, 2024".

And the day that a page about it was published.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from duixian.language.headings import heading_patterns
from duixian.reading.structure.heading_numbers import below_hundred
from duixian.reading.structure.paragraphs import Paragraph

_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY = re.compile(
    r"(?<!\d)(?P<year>20\d\d)(?:年|[-/.])(?P<month>\d{1,2})(?:月|[-/.])(?P<day>\d{1,2})(?!\d)"
)
_LONGEST = 160  # characters of a line that says when and where


def find_delivery(paragraphs: Sequence[Paragraph]) -> date | None:
    """Return the day the report was given, as the lines before its body say it."""
    lines = [(one.line, one.language) for one in paragraphs if len(one.text) <= _LONGEST]
    for line, language in lines:
        for pattern in heading_patterns(language).delivered:
            if (match := pattern.search(line)) and (day := _date(match)):
                return day
    dated = (heading_patterns(language).dated.match(line) for line, language in lines)
    return next((day for match in dated if match and (day := _date(match))), None)


def delivery_line(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the line that says when and where the report was given."""
    for paragraph in paragraphs:
        patterns = heading_patterns(paragraph.language).delivered
        if len(paragraph.text) > _LONGEST:
            continue
        line = paragraph.line
        if any(pattern.search(line) for pattern in patterns):
            return line
    return None


def _date(match: re.Match[str]) -> date | None:
    year = int(match["year"].translate(_DIGITS))
    month = _month(match["month"])
    day = int(match["day"]) if match["day"].isdecimal() else below_hundred(match["day"])
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def _month(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    if text.lower() in _MONTHS:
        return _MONTHS.index(text.lower()) + 1
    return below_hundred(text)


def find_publication(head: str) -> date | None:
    """Return the first day that the head of a page names in figures: 2025年1月10日, 2025-01-10."""
    return next((day for match in _DAY.finditer(head) if (day := _date(match))), None)
