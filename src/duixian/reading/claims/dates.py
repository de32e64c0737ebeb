"""When a promise falls due, and which time a result speaks of.

Times are stated as ISO 8601: ``2026``, ``2026-10``, ``2026-03-31``, and ``2021/2025`` for an
interval. What a clause does not say is taken from its sentence, then from the report's own
years; what none of them says stays ``None``.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.reading.records import Language

_YEARS_OF_A_TERM = 5


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: str
    ending: str


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    any_time: str
    year_due: str
    month_due: str
    year_told: str
    five_years_past: str
    five_years_ahead: str
    part: list[_Part]


@dataclass(frozen=True, slots=True)
class _Patterns:
    any_time: re.Pattern[str]  # without which no other pattern can match
    year_due: re.Pattern[str]
    month_due: re.Pattern[str]
    year_told: re.Pattern[str]
    five_years_past: re.Pattern[str]
    five_years_ahead: re.Pattern[str]
    parts: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _patterns(language: Language) -> _Patterns:
    data = load_toml(f"{language.value}/dates.toml", _Data)
    return _Patterns(
        re.compile(data.any_time),
        re.compile(data.year_due),
        re.compile(data.month_due),
        re.compile(data.year_told),
        re.compile(data.five_years_past),
        re.compile(data.five_years_ahead),
        tuple((re.compile(part.pattern), part.ending) for part in data.part),
    )


def due_of(
    clause: str, statement: str, *, language: Language, year_planned: int | None
) -> str | None:
    """Return when a promise falls due: what its words say, else the year it is made for."""
    patterns = _patterns(language)
    stated = (clause, statement) if patterns.any_time.search(statement) else ()
    for words in stated:
        if due := _year_due(patterns, words, year_planned):
            return due
        if year_planned and patterns.five_years_ahead.search(words):
            return str(year_planned + _YEARS_OF_A_TERM - 1)
        if year_planned and (due := _part_of_year_due(patterns, words)):
            return f"{year_planned}-{due}"
    return str(year_planned) if year_planned else None


def _year_due(patterns: _Patterns, words: str, year_planned: int | None) -> str | None:
    for found in patterns.year_due.finditer(words):
        if year_planned is None or int(found["year"]) >= year_planned:
            month = _month(found["month"])
            return f"{found['year']}-{month}" if month else str(found["year"])
    return None


def _part_of_year_due(patterns: _Patterns, words: str) -> str | None:
    if found := patterns.month_due.search(words):
        return _month(found["month"])
    return next((ending for pattern, ending in patterns.parts if pattern.search(words)), None)


def _month(word: str | None) -> str | None:
    if word and word.isdigit():
        return f"{int(word):02d}" if 1 <= int(word) <= 12 else None
    return f"{list(month_name).index(word):02d}" if word in list(month_name)[1:] else None


def period_of(
    clause: str, statement: str, *, language: Language, year_reviewed: int | None
) -> str | None:
    """Return the time a result speaks of: years told, the past five, or the year reviewed."""
    patterns = _patterns(language)
    stated = (clause, statement) if patterns.any_time.search(statement) else ()
    for words in stated:
        if patterns.five_years_past.search(words) and year_reviewed:
            return f"{year_reviewed - _YEARS_OF_A_TERM + 1}/{year_reviewed}"
        if found := patterns.year_told.search(words):
            return str(found["year"])
    return str(year_reviewed) if year_reviewed else None
