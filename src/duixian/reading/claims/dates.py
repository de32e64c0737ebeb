"""When a promise falls due, and which time a result speaks of.

Years are stated as ISO 8601: ``2026``, ``2026-10``, ``2026-03-31``, and ``2021/2025`` for an
interval. What a clause does not say is taken from the report's own years; what neither says
stays ``None``.
"""

from __future__ import annotations

import re

_YEAR = r"((?:19|20)\d\d)"
_DUE = re.compile(
    rf"(?:到|至|截至|力争|争取|在)?{_YEAR}年(?:底|末|年底)?(?:之?前|时|，|将|实现|建成|全面|基本|达到|完成|(\d{{1,2}})月)?"
    rf"|\b[Bb]y (?:the end of )?(?:[A-Z][a-z]+ )?{_YEAR}|\b(?:in|before|until) (?:(?P<month>[A-Z][a-z]+) )?{_YEAR}\b"
)
_MONTH_END = re.compile(r"(\d{1,2})月(?:底|末)?(?:之?前)?")
_QUARTERS = (
    (re.compile(r"(?:第?一季度|\bfirst quarter\b)"), "-03-31"),
    (re.compile(r"(?:上半年|第?二季度|\bfirst half of (?:the|this) year\b|\bsecond quarter\b)"), "-06-30"),
    (re.compile(r"(?:第?三季度|\bthird quarter\b)"), "-09-30"),
    (re.compile(r"(?:第?四季度|年底前|年内|\bfourth quarter\b|\bend of (?:the|this) year\b)"), "-12-31"),
)
_NEXT_FIVE = re.compile(r"今后五年|未来五年|“?十五五”?(?:时期|期间|末)|next five years")
_MONTHS = {
    "January": "01", "February": "02", "March": "03", "April": "04", "May": "05", "June": "06",
    "July": "07", "August": "08", "September": "09", "October": "10", "November": "11",
    "December": "12",
}  # fmt: skip
_FIVE_PAST = re.compile(
    r"这?五年(?:来|间|累计|共|期间|里)|过去五年|这五年|“?十[二三四]五”?(?:时期|期间|以来)|五年累计|over the past five years"
)
_STATED_YEAR = re.compile(rf"{_YEAR}年(?!以来|以上|计划|版|度?预算)|\b(?:[Ii]n|during) {_YEAR}\b")


def due_of(clause: str, statement: str, year_planned: int | None) -> str | None:
    """Return when a promise falls due: what its clause says, else the year it is made for."""
    for words in (clause, statement):
        if stated := _stated_due(words, year_planned):
            return stated
    return str(year_planned) if year_planned else None


def _stated_due(words: str, year_planned: int | None) -> str | None:
    found = _DUE.search(words)
    if found:
        year = next((g for g in (found[1], found[3], found[5]) if g), None)
        if year and (year_planned is None or int(year) >= year_planned):
            month = found[2] or _MONTHS.get(found["month"] or "")
            return f"{year}-{int(month):02d}" if month else year
    if year_planned is None:
        return None
    for pattern, ending in _QUARTERS:
        if pattern.search(words):
            return f"{year_planned}{ending}"
    if month_found := _MONTH_END.search(words):
        month_number = int(month_found[1])
        return f"{year_planned}-{month_number:02d}" if 1 <= month_number <= 12 else None
    return None


def period_of(clause: str, statement: str, year_reviewed: int | None) -> str | None:
    """Return the time a result speaks of: stated years, the past five years, the year reviewed."""
    for words in (clause, statement):
        if _FIVE_PAST.search(words):
            return f"{year_reviewed - 4}/{year_reviewed}" if year_reviewed else None
        if found := _STATED_YEAR.search(words):
            return found[1] or found[2]
    return str(year_reviewed) if year_reviewed else None
