"""The governments of GB/T 2260: codes, levels and names, and finding them in a phrase.

``governments.csv`` is made by ``tools/make_governments.py``, which names its sources.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from duixian.errors import LanguageDataError
from duixian.language.place_words import place_words
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

_PATH = "governments.csv"
_COLUMNS = ["code", "name", "level", "english"]
_LEVELS = ("province", "prefecture", "county")
_ENGLISH_SUFFIX = re.compile(
    r" (?:Province|Municipality|Autonomous Region|Special Administrative Region|City|Prefecture"
    r"|League|District|County|Banner)$"
)
_NATION = re.compile(r"国务院|中央人民政府|中华人民共和国|全国人民代表大会|全国人大")
_ENGLISH_NATION = re.compile(
    r"\bState Council\b|\bNational People[’']s Congress\b|\bPeople[’']s Republic of China\b"
)


class Place(msgspec.Struct, frozen=True):
    """One government of GB/T 2260."""

    code: str
    name: str
    level: str  # "province", "prefecture", "county"
    english: str  # "" where the English name is not spelled from the Chinese one

    @property
    def names(self) -> tuple[str, ...]:
        """The name of the table, and the one people say where it leaves out a people."""
        spoken = _patterns().peoples.sub(r"\g<kind>", self.name)
        return (self.name,) if spoken == self.name else (self.name, spoken)

    def is_inside(self, other: Place) -> bool:
        """Whether it is a part of the other, by its code."""
        width = {"province": 2, "prefecture": 4, "county": 6}[other.level]
        return self.code != other.code and self.code[:width] == other.code[:width]


@dataclass(frozen=True, slots=True)
class _Patterns:
    suffix: re.Pattern[str]  # what kind of government a name ends in
    peoples: re.Pattern[str]  # the peoples of an autonomous one; `kind` is what is still said


@dataclass(frozen=True, slots=True)
class _Index:
    names: dict[str, tuple[Place, ...]]
    finder: WordFinder  # of the names
    english: dict[str, tuple[Place, ...]]  # "Chaoyang District"
    english_provinces: dict[str, Place]  # by "Beijing", "Guangxi"


def names_the_nation(text: str) -> bool:
    """Whether a phrase names the national government or its congress."""
    return bool(_NATION.search(text) or _ENGLISH_NATION.search(text))


def places_in(text: str) -> list[tuple[Place, ...]]:
    """Return the governments a Chinese phrase names, in order, each with all that share the name.

    The longest name wins: 云南省 before 云, 吉林市 before 吉林.
    """
    index = _index()
    return [index.names[name] for name in index.finder.longest_in(text)]


def english_places(name: str) -> tuple[Place, ...]:
    """Return the governments with an English name such as "Chaoyang District"."""
    index = _index()
    found = index.english.get(name)
    if found:
        return found
    first, _, kind = name.partition(" ")
    province = index.english_provinces.get(first)
    return (province,) if province and kind.endswith(("Province", "Region", "Municipality")) else ()


def choose(places: Iterable[Place], context: str) -> Place | None:
    """Return which of several governments of one name is meant, by the places around it.

    The one whose province or prefecture the context names most; None where nothing tells.
    """
    candidates = list(places)
    if len(candidates) == 1:
        return candidates[0]
    weights = [_weight(place, context) for place in candidates]
    best = max(weights, default=0)
    if best == 0 or weights.count(best) > 1:
        return None
    return candidates[weights.index(best)]


@cache
def short_name(name: str) -> str:
    """Return a name without what kind of government it is: 北京, 内蒙古, 广西."""
    short = _patterns().suffix.sub("", name)
    return short if len(short) > 1 else name


@cache
def names_of_speaker(name: str, code: str | None) -> frozenset[str]:
    """Return what a report calls its own government, and those that hold it."""
    codes = {code[:2] + "0000", code[:4] + "00", code} if code else set()
    holders = [place for place in governments() if place.code in codes]
    chinese = {each for place in holders for each in place.names}
    english = {name, *(place.english for place in holders if place.english), "China"}
    return frozenset(
        [
            *(each for full in {name, *chinese} for each in (full, short_name(full))),
            *(each for full in english for each in (full, _ENGLISH_SUFFIX.sub("", full))),
        ]
    )


def _weight(place: Place, context: str) -> int:
    return sum(
        context.count(short_name(one.name)) + (context.count(_bare(one)) if one.english else 0)
        for one in _holders(place)
    )


@cache
def _holders(place: Place) -> tuple[Place, ...]:
    return tuple(one for one in governments() if place.is_inside(one))


def _bare(place: Place) -> str:
    return _ENGLISH_SUFFIX.sub("", place.english)


@cache
def _patterns() -> _Patterns:
    peoples = f"(?:{word_tree(place_words().zh.peoples)})"
    return _Patterns(
        suffix=re.compile(
            rf"(?:特别行政区|(?<=..){peoples}*自治[州县区旗]"
            r"|省|市|地区|盟|新区|区|县|旗)$"
        ),
        peoples=re.compile(rf"(?<=..){peoples}+自治(?P<kind>[州县区旗])$"),
    )


@cache
def _index() -> _Index:
    names: dict[str, list[Place]] = defaultdict(list)
    english: dict[str, list[Place]] = defaultdict(list)
    for place in governments():
        names[place.name].append(place)
        if place.level == "province" and short_name(place.name) != place.name:
            names[short_name(place.name)].append(place)
        if place.english:
            english[place.english].append(place)
    provinces = {_bare(place): place for place in governments() if place.level == "province"}
    return _Index(
        names={name: tuple(places) for name, places in names.items()},
        finder=WordFinder(names),
        english={name: tuple(places) for name, places in english.items()},
        english_provinces=provinces,
    )


@cache
def governments() -> tuple[Place, ...]:
    """Return every government of the table. Raises LanguageDataError where a line is wrong."""
    content = files("duixian.language").joinpath(_PATH).read_text(encoding="utf-8")
    rows = csv.reader(content.splitlines())
    if next(rows, None) != _COLUMNS:
        raise LanguageDataError(_PATH, f"the first line is not {','.join(_COLUMNS)}")
    return tuple(_place(row, line) for line, row in enumerate(rows, start=2))


def _place(row: list[str], line: int) -> Place:
    if len(row) != len(_COLUMNS) or not re.fullmatch(r"\d{6}", row[0]) or row[2] not in _LEVELS:
        raise LanguageDataError(_PATH, f"line {line} is not a government: {','.join(row)}")
    return Place(*row)
