"""The words that tell a time, made ready once for each language from its data."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from duixian.language.data import compile_pattern, load_toml
from duixian.language.numerals import chinese_number, english_number
from duixian.language.screen import Screen
from duixian.reading.records import Language

_MOST_YEARS = 30
_MONTHS = {
    name: number for names in (month_name, month_abbr) for number, name in enumerate(names) if name
} | {"Sept": 9}


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: str
    ending: str


class _Coming(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: str
    years: int


class _Stretch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: str
    months: tuple[int, int]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    opening: str
    back: list[str]
    ahead: list[str]
    summed_over: str
    plan_in_heading: str
    this_year: str
    before_a_feast: str
    whole_year: str
    last_year: str
    long_past: str
    year_told: str
    goes_on: str
    reached: str
    summed: str
    state: str
    held: str
    year_due: list[str]
    month_due: list[str]
    months_told: list[str]
    plans_next_year: list[str]
    coming: list[_Coming]
    part: list[_Part]
    stretch: list[_Stretch]


Patterns = tuple[re.Pattern[str], ...]


class TimeWords(msgspec.Struct, frozen=True):
    """Patterns of one language; their groups are named at the head of its data file."""

    opening: re.Pattern[str]
    back: Patterns
    ahead: Patterns
    summed_over: Patterns
    plan_in_heading: Patterns
    this_year: Patterns
    before_a_feast: Patterns
    whole_year: Patterns
    last_year: Patterns
    long_past: Patterns
    year_told: Patterns
    year_due: Patterns
    month_due: Patterns
    plans_next_year: Patterns  # all of them
    goes_on: re.Pattern[str]  # a clause that says what the one before it comes to
    reached: re.Pattern[str]  # up to a number
    summed: re.Pattern[str]
    state: re.Pattern[str]  # a measure that is never summed
    held: re.Pattern[str]
    months_told: Patterns
    coming: Patterns
    parts: Patterns
    stretches: Patterns
    endings: dict[re.Pattern[str], str]  # of the parts
    years_on: dict[re.Pattern[str], int]  # of the coming years
    months_of: dict[re.Pattern[str], tuple[int, int]]  # of the stretches, the first and the last


_SCREENED = (
    "back", "ahead", "summed_over", "plan_in_heading", "this_year", "before_a_feast", "whole_year",
    "last_year", "long_past", "year_told", "year_due", "month_due", "months_told", "coming",
    "parts", "stretches",
)  # fmt: skip


@cache
def time_words(language: Language) -> TimeWords:
    """Return the time words of a language."""
    path = f"{language.value}/times.toml"
    data = load_toml(path, _Data)

    def compiled(entry: str, *patterns: str) -> Patterns:
        return tuple(compile_pattern(each, path=path, entry=entry) for each in patterns)

    parts = compiled("part", *(part.pattern for part in data.part))
    coming = compiled("coming", *(each.pattern for each in data.coming))
    stretches = compiled("stretch", *(each.pattern for each in data.stretch))
    return TimeWords(
        opening=compile_pattern(data.opening, path=path, entry="opening"),
        back=compiled("back", *data.back),
        ahead=compiled("ahead", *data.ahead),
        summed_over=compiled("summed_over", data.summed_over),
        plan_in_heading=compiled("plan_in_heading", data.plan_in_heading),
        this_year=compiled("this_year", data.this_year),
        before_a_feast=compiled("before_a_feast", data.before_a_feast),
        whole_year=compiled("whole_year", data.whole_year),
        last_year=compiled("last_year", data.last_year),
        long_past=compiled("long_past", data.long_past),
        year_told=compiled("year_told", data.year_told),
        year_due=compiled("year_due", *data.year_due),
        month_due=compiled("month_due", *data.month_due),
        plans_next_year=compiled("plans_next_year", *data.plans_next_year),
        goes_on=compile_pattern(data.goes_on, path=path, entry="goes_on"),
        reached=compile_pattern(data.reached, path=path, entry="reached"),
        summed=compile_pattern(data.summed, path=path, entry="summed"),
        state=compile_pattern(data.state, path=path, entry="state"),
        held=compile_pattern(data.held, path=path, entry="held"),
        months_told=compiled("months_told", *data.months_told),
        coming=coming,
        parts=parts,
        stretches=stretches,
        endings=dict(zip(parts, (part.ending for part in data.part), strict=True)),
        years_on=dict(zip(coming, (each.years for each in data.coming), strict=True)),
        months_of=dict(zip(stretches, (each.months for each in data.stretch), strict=True)),
    )


def time_words_in(language: Language, text: str) -> TimeWords | None:
    """Return the time words of a language that may match in a text; None where none can."""
    possible = _screen(language).possible(text)
    return _narrowed(language, possible) if possible else None


@lru_cache(maxsize=512)  # of thousands of sentences, few differ in this
def _narrowed(language: Language, possible: int) -> TimeWords:
    words = time_words(language)
    kept: dict[str, Patterns] = {}
    for field in _SCREENED:
        patterns: Patterns = getattr(words, field)
        kept[field] = tuple(each for place, each in enumerate(patterns) if possible >> place & 1)
        possible >>= len(patterns)
    return replace(words, **kept)


@cache
def _screen(language: Language) -> Screen:
    words = time_words(language)
    patterns = [pattern for field in _SCREENED for pattern in getattr(words, field)]
    return Screen(patterns)


def month_of(printed: str | None) -> str | None:
    """Return the two digits of a month printed as a number or an English name."""
    if printed is None:
        return None
    number = int(printed) if printed.isdigit() else _MONTHS.get(printed.rstrip("."), 0)
    return f"{number:02d}" if 1 <= number <= 12 else None


def year_of_part(named: dict[str, str | None]) -> int | None:
    """Return the year that the words of a part of it tell: Q3 2025, 2025Q3."""
    year = named.get("year") or named.get("before") or named.get("of")
    return int(year) if year else None


def count_of_years(printed: str) -> int | None:
    """Return how many years a numeral says, if it is a count a report could mean."""
    value = chinese_number(printed) or english_number(printed)
    return int(value) if value and value <= _MOST_YEARS and value == int(value) else None
