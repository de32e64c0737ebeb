"""The values of cells as people write them: dates, numbers, relations."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from duixian.reading.records import Relation

_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:\s*年|[-/.])?"
    r"(?:\s*(?P<month>\d{1,2})(?:\s*月|[-/.])?(?:\s*(?P<day>\d{1,2})\s*日?|底前?|末|份)?)?(?:前|底)?"
)
_YEAR_END = re.compile(r"((?:19|20)\d\d)年(?:年底|底|末|12月底)前?")
_RELATIONS = {
    "≥": Relation.AT_LEAST,
    "≤": Relation.AT_MOST,
    "＞": Relation.MORE,
    "＜": Relation.LESS,
    "＝": Relation.EQUAL,
    "≈": Relation.ABOUT,
    "以上": Relation.AT_LEAST,
    "不少于": Relation.AT_LEAST,
    "不低于": Relation.AT_LEAST,
    "以内": Relation.AT_MOST,
    "以下": Relation.AT_MOST,
    "不超过": Relation.AT_MOST,
    "超过": Relation.MORE,
    "左右": Relation.ABOUT,
    "约": Relation.ABOUT,
    "at least": Relation.AT_LEAST,
    "at most": Relation.AT_MOST,
    "about": Relation.ABOUT,
}
_LONGEST_NUMBER = 40
_MOST_DIGITS = 30  # before or behind the point


def due_of(value: object) -> str | None:
    """Read a date as ISO 8601 (2025, 2025-10 or 2025-10-31); None where it is none."""
    text = str(value).strip()
    if year_end := _YEAR_END.fullmatch(text):
        return f"{year_end[1]}-12-31"
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])


def number_of(value: object) -> Decimal | None:
    """Read a number, with commas or without; None where it is none."""
    text = str(value).strip().replace(",", "").replace("，", "")
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        return None
    return number


def relation_of(value: object) -> Relation | None:
    """Read a relation, as a sign or a word; None where it is none."""
    text = str(value).strip().lower()
    if text in _RELATIONS:
        return _RELATIONS[text]
    try:
        return Relation(text)
    except ValueError:
        return None
