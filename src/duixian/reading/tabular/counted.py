"""Rows that tell no unit because they count: 新建学校数 | 3; New urban jobs | 8,000.

A row is counted where its name says so, or names an indicator that is nothing but counted. A
number that may leave out so many times ten thousand (旅游人次 | 120) is none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec
from msgspec.structs import replace

from duixian.documents.document import Cell
from duixian.language.data import load_patterns
from duixian.language.indicators import Indicator, find_indicator
from duixian.reading.quantities.mentions import COUNTED, Mention
from duixian.reading.records import Basis, Language
from duixian.reading.tabular.figures import with_unit
from duixian.reading.tabular.words import TableWords

_MOST_NAMES = 500  # kept at hand


class _Label(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pattern: re.Pattern[str]
    unit: str


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    not_counted: re.Pattern[str]
    units: dict[str, str]
    label: tuple[_Label, ...]


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    in_ten_thousands: frozenset[str]
    fewest_persons: int
    zh: _Words
    en: _Words


@cache
def _data() -> _Data:
    return load_patterns("counted_rows.toml", _Data)


def counted(normal: str, cell: Cell, name: str, words: TableWords) -> Mention | None:
    """Return the bare number of a cell as a count of what its row names; None for anything else."""
    unit = _unit_of(name, words.language)
    one = with_unit(normal, cell, unit, words, may_count=True) if unit else None
    if one is None or (one.unit == "person" and abs(one.value) < _data().fewest_persons):
        return None
    return replace(one, why="its row counts")


@lru_cache(_MOST_NAMES)
def _unit_of(name: str, language: Language) -> str:
    """Return what to read behind the numbers of a row: 人; schools of Number of schools."""
    words = _data().zh if language is Language.ZH else _data().en
    indicator = _indicator(name, language)
    if indicator and indicator.id in _data().in_ten_thousands:
        return ""
    if words.not_counted.search(name):
        return ""
    for label in words.label:
        if found := label.pattern.search(name):
            return label.unit.format(**found.groupdict())
    return words.units[indicator.unit] if indicator else ""


def _indicator(name: str, language: Language) -> Indicator | None:
    """Return the indicator that a name tells, where all its numbers are counts."""
    for unit in COUNTED:
        found = find_indicator(name, unit=unit, basis=Basis.LEVEL, language=language)
        if found and {found.unit, *found.units} <= set(COUNTED):
            return found
    return None
