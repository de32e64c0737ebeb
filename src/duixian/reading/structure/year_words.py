"""Years as texts print them: 2024, 一九八四年, 1 9 8 4年; and what Chinese reports say of them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.numerals import chinese_number
from duixian.language.word_tree import word_tree

# A pattern that starts with a set of characters skips all others at once.
_YEAR = re.compile(
    r"[12一二](?:(?<![\d.].)(?:(?<=1)9|(?<=2)0)\d\d(?!\d)"
    r"|(?<=[一二])[九〇○零][〇○零一二三四五六七八九]{2}(?=年)"
    r"|(?<!\d.)(?:(?<=1)\s9|(?<=2)\s0)\s\d\s\d(?=\s*年))"
)
_LIKE_A_YEAR = re.compile(r"[12一二][90九〇○零][\d〇○零一二三四五六七八九]{2}")
_PRINTED = r"\d{4}|[一二][〇○零一二三四五六七八九]{3}"
_CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_EARLIEST, LATEST = 1949, 2100
_MOST_PLANS = 30


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    year: str
    reviewed_before: list[str]
    reviewed_behind: str
    planned_behind: list[str]
    named_by_plan: list[str]
    of_one_year: list[str]
    last_year: list[str]
    founded: list[str]
    not_told_before: list[str]
    not_told_behind: list[str]


class YearPatterns(msgspec.Struct, frozen=True):
    """What Chinese reports say of the year they review, and of the one they plan."""

    reviewed: re.Pattern[str]  # group ``year``, or ``last`` where accounts are given
    planned: re.Pattern[str]
    named_by_plan: re.Pattern[str]
    of_one_year: re.Pattern[str]
    last_year: re.Pattern[str]
    anniversary: re.Pattern[str]
    told: re.Pattern[str]  # and not aimed at, measured from or told of as next


@cache
def year_patterns() -> YearPatterns:
    """Load and compile the words."""
    data = load_toml("zh/years.toml", _Data)
    return YearPatterns(
        reviewed=re.compile(
            rf"(?:{word_tree(data.reviewed_before)})\s*(?P<year>{_PRINTED})年"
            rf"|(?P<last>{_PRINTED})年{data.reviewed_behind}"
        ),
        planned=re.compile(
            rf"(?P<year>{_PRINTED})年(?:度)?(?:的)?(?:{'|'.join(data.planned_behind)})"
        ),
        named_by_plan=re.compile(rf"(?P<year>{data.year})年(?:{'|'.join(data.named_by_plan)})"),
        of_one_year=re.compile(rf"{word_tree(data.of_one_year)}|\b(?i:last|past) year\b"),
        last_year=re.compile("|".join(data.last_year)),
        anniversary=re.compile(
            rf"今年[^。，；去明不]{{0,16}}(?:{word_tree(data.founded)})(?:成立)?"
            r"(?P<years>[一二三四五六七八九十百]{1,4}|\d{1,3})周年"
        ),
        told=re.compile(
            rf"(?<![{''.join(data.not_told_before)}])(?<!\d)(?P<year>{data.year})年"
            rf"(?!{'|'.join(data.not_told_behind)})"
        ),
    )


def years_in(text: str) -> list[int]:
    """Return the years a text names, in order: 2024年, 一九八四年, 2024."""
    printed = (match[0] for match in _YEAR.finditer(text))
    found = (int("".join(one.split()).translate(_CHINESE_DIGITS)) for one in printed)
    return [year for year in found if _EARLIEST <= year <= LATEST]


def may_name_year(text: str) -> bool:
    """Tell whether four digits of a text may be a year, which is far cheaper to ask."""
    return _LIKE_A_YEAR.search(text) is not None


def year_of(printed: str) -> int | None:
    """Return a year printed in Arabic or Chinese digits."""
    return next(iter(years_in(f"{printed}年")), None)


def years_of_plan(printed: str) -> tuple[int, int] | None:
    """Return the first and last year of a five-year plan: the 14th is 2021 to 2025.

    The second ended in 1962 and the third began in 1966; since then one follows another.
    """
    number = chinese_number(printed)
    if number is None or not 1 <= number <= _MOST_PLANS:
        return None
    plan = int(number)
    start = 1948 + 5 * plan if plan <= 2 else 1951 + 5 * plan
    return start, start + 4
