"""The words that tell a time, made ready once for each language from its data."""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import compile_pattern, load_toml
from duixian.language.numerals import chinese_number, english_number
from duixian.reading.records import Language
from duixian.reading.structure.years import years_in

_MOST_YEARS = 30
_MONTHS = {name: number for number, name in enumerate(month_name) if name}


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: str
    ending: str


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    any_time: str
    opening: str
    back: list[str]
    ahead: list[str]
    plan_in_heading: str
    this_year: str
    long_past: str
    year_told: str
    year_due: str
    month_due: str
    part: list[_Part]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Patterns of one language; their groups are named at the head of its data file."""

    any_time: re.Pattern[str]  # without which no other pattern can match
    opening: re.Pattern[str]
    back: tuple[re.Pattern[str], ...]
    ahead: tuple[re.Pattern[str], ...]
    plan_in_heading: re.Pattern[str]
    this_year: re.Pattern[str]
    long_past: re.Pattern[str]
    year_told: re.Pattern[str]
    year_due: re.Pattern[str]
    month_due: re.Pattern[str]
    parts: tuple[tuple[re.Pattern[str], str], ...]


@cache
def time_words(language: Language) -> TimeWords:
    """Return the time words of a language."""
    path = f"{language.value}/times.toml"
    data = load_toml(path, _Data)

    def compiled(entry: str, pattern: str) -> re.Pattern[str]:
        return compile_pattern(pattern, path=path, entry=entry)

    return TimeWords(
        any_time=compiled("any_time", data.any_time),
        opening=compiled("opening", data.opening),
        back=tuple(compiled("back", pattern) for pattern in data.back),
        ahead=tuple(compiled("ahead", pattern) for pattern in data.ahead),
        plan_in_heading=compiled("plan_in_heading", data.plan_in_heading),
        this_year=compiled("this_year", data.this_year),
        long_past=compiled("long_past", data.long_past),
        year_told=compiled("year_told", data.year_told),
        year_due=compiled("year_due", data.year_due),
        month_due=compiled("month_due", data.month_due),
        parts=tuple((compiled("part", part.pattern), part.ending) for part in data.part),
    )


def year_of(printed: str) -> int | None:
    """Return a year printed in Arabic or Chinese digits."""
    return next(iter(years_in(f"{printed}年")), None)


def month_of(printed: str | None) -> str | None:
    """Return the two digits of a month printed as a number or an English name."""
    if printed is None:
        return None
    number = int(printed) if printed.isdigit() else _MONTHS.get(printed, 0)
    return f"{number:02d}" if 1 <= number <= 12 else None


def count_of_years(printed: str) -> int | None:
    """Return how many years a numeral says, if it is a count a report could mean."""
    value = chinese_number(printed) or english_number(printed)
    return int(value) if value and value <= _MOST_YEARS and value == int(value) else None


def years_of_plan(printed: str) -> tuple[int, int] | None:
    """Return the first and last year of a five-year plan: the 14th is 2021 to 2025.

    The second ended in 1962 and the third began in 1966; since then one follows another.
    """
    number = chinese_number(printed)
    if number is None or not 1 <= number <= _MOST_YEARS:
        return None
    plan = int(number)
    start = 1948 + 5 * plan if plan <= 2 else 1951 + 5 * plan
    return start, start + 4
