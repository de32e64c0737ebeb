"""A number read with a unit that stands elsewhere: in a head, a label, a caption, a column.

Written there alone, an English unit may hold how many of it each number is of (10,000 tons), and
a currency may stand before that (RMB 100 million).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from duixian.language.english_numerals import FACTORS
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.numbers import find_chinese_mentions
from duixian.reading.quantities.english.numbers import find_english_mentions
from duixian.reading.quantities.english.words import english_words
from duixian.reading.quantities.mentions import RATES, Mention
from duixian.reading.records import Language
from duixian.reading.tabular.words import TableWords, table_words

_MOST_UNITS = 500  # kept at hand
FINDERS = {Language.ZH: find_chinese_mentions, Language.EN: find_english_mentions}
_DIGITS = r"(?P<digits>\d{1,3}(?:[, ]?\d{3})*)"
_FACTOR = rf"(?P<factor>(?:{word_tree(FACTORS)})\b)"
_SO_MANY = re.compile(rf"{_DIGITS}(?:\s{_FACTOR})?\s?(?P<unit>[^\W\d].*|$)")
_ROUND = re.compile("1[0, ]+")
_FEWEST = 1000  # of a unit that a number counts in so many
_OF_CURRENCY = re.compile(rf"(?P<mark>[^\d\s]+)\s?(?:{_DIGITS}\s?)?{_FACTOR}?")


class _Stated(NamedTuple):
    """A unit as it is stated: how many of what, and the currency in front."""

    unit: str
    mark: str = ""
    many: Decimal = Decimal(1)


def read_number(
    language: Language, front: str, number: str, unit: str, behind: str
) -> Mention | None:
    """Return what a number says with a unit behind it and words of comparison around it."""
    stated = _stated(unit)
    if stated is None:
        return None
    gap = "" if language is Language.ZH else " "
    written = f"{front}{stated.mark}{number}{gap}{stated.unit}{behind}"
    mentions = FINDERS[language](written, 0, len(written))
    if len(mentions) != 1:
        return None
    one = mentions[0]
    high = None if one.high is None else one.high * stated.many
    one = replace(one, value=one.value * stated.many, high=high)
    is_unit = table_words(language).counting.fullmatch(stated.unit)
    return replace(one, why=f"unit {stated.unit}") if is_unit and one.why == "count" else one


def _stated(unit: str) -> _Stated | None:
    """Return a unit as it is stated; None for none, and for a size: 环城路（12公里）."""
    if found := _SO_MANY.fullmatch(unit):
        many = _many(found)
        is_round = many >= _FEWEST and _ROUND.fullmatch(found["digits"])
        return _Stated(found["unit"], "", many) if is_round else None
    if unit.startswith("1/"):  # 1/10万, of deaths
        return _Stated(unit[1:])
    found = _OF_CURRENCY.fullmatch(unit)
    if found is None or found["mark"] not in english_words().currencies:
        return _Stated(unit) if unit else None
    return _Stated("", f"{found['mark']} ", _many(found))


def _many(found: re.Match[str]) -> Decimal:
    digits = re.sub("[, ]", "", found["digits"] or "1")
    return Decimal(digits) * FACTORS.get(found["factor"], 1)


@lru_cache(_MOST_UNITS)
def is_rate(unit: str, language: Language) -> bool | None:
    """Tell whether a unit is one of shares; None where it is no unit at all."""
    mention = read_number(language, "", "1", unit, "")
    return None if mention is None or mention.why == "count" else mention.unit in RATES


@lru_cache(_MOST_UNITS)
def units_of(caption: str, words: TableWords) -> Sequence[str]:
    """Return the units a caption names: one (元/人), or several (亿元、%)."""
    whole = is_rate(caption, words.language)
    parts = [part.strip() for part in words.unit_marks.split(caption)]
    known = [part for part in parts if is_rate(part, words.language) is not None]
    if whole is not None and len(known) < len(parts):
        return [caption]
    return known
