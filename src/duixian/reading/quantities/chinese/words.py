"""The Chinese number words as patterns, made once from the language data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree

# Thousands may be parted by either comma, digits by spaces (typeset so in some old texts), and
# the decimal point may be a middle dot or stand between spaces (84 . 4亿元), which in front of it
# tell it from the number of a list; behind it only a word before the figure does (收入84. 4亿元).
_SPACED = r"(?<!\d)\d(?: \d(?!\d))"
_ARABIC = (
    r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:,\d ?\d ?\d)+(?! ?\d)"
    r"|(?<![\d.])\d{1,3}(?: \d{3})+(?! ?\d)(?:\.\d+)?"
    r"|(?<![\d.])\d{2,6} \. ?\d{1,4}(?![\d.])|(?<=[\u4e00-\u9fff])\d{2,6}\. \d{1,4}(?= ?[万亿%])"
    r"|(?<![\d.])\d(?: \d)* \. ?\d(?: \d(?!\d))*(?!\d)"
    rf"|{_SPACED}*(?: ?\. ?\d(?: \d(?!\d))*)?(?= [万亿%]) |{_SPACED}+"
    r"|\d+·\d+(?=%|[百千]?[万亿]|[元吨亩倍]|个百分点)|\d+(?:\.\d+)?"
)
_HAN = "零〇○一二两三四五六七八九十廿卅百千万亿兆"
_SPOKEN = f"[{_HAN}]+(?:点[零〇○一二三四五六七八九]+[十百千万亿]*)?"
# 25万6千 and 1亿2千万 go on after a multiplier; 3000多万 and 三十万多亿 hold a vague word.
NUMERAL = (
    rf"(?:(?:{_ARABIC})(?:[十百千万亿兆]+\d+(?:\.\d+)?(?=[十百千万亿兆]))*|{_SPOKEN})"
    r"(?:(?:(?<=\d) )?[十百千万]*[多余几来]?[十百千万亿兆]+)?"
)
VAGUE = "多余几来"


class _Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    names: list[str]
    factor: str = "1"
    before: list[str] = []


class _Classifiers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    strong: list[str]
    weak: list[str]


class _Units(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit: list[_Unit]
    classifiers: _Classifiers
    per: dict[str, str]


class _Ambiguities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    after_one: str
    one_counted: str
    counted_with_one: str
    starting: list[str]
    ending: list[str]
    ending_letters: list[str]
    years_after: list[str]
    years_before: list[str]
    years_reached: str
    not_unit: list[str]
    not_before: list[str]
    not_after: list[str]
    completed_behind: list[str]
    ranks: str
    places_moved: str
    places_moved_alone: str
    persons: list[str]
    households: list[str]
    person_subjects: list[str]
    money_subjects: list[str]
    businesses: list[str]
    totals: list[str]
    class_of_money: str
    money_classes: str
    marks_passed: str
    scores: list[str]
    scores_moved: list[str]
    ratios: list[str]


class MoneyWords(msgspec.Struct, frozen=True):
    """What tells that a number is a sum, and in which currency."""

    codes: dict[str, str]  # by what a currency is called in front of its sum
    called: re.Pattern[str]  # ends in front of it: 港币120亿元
    subjects: re.Pattern[str]
    class_of_money: re.Pattern[str]
    classes: re.Pattern[str]
    marks_passed: re.Pattern[str]  # behind a round number: 突破百亿大关


@dataclass(frozen=True, slots=True)
class ChineseWords:
    """Compiled patterns and look-ups for one pass over Chinese text."""

    sign: re.Pattern[str]  # without which a text has no quantity
    numeral: re.Pattern[str]
    listed: re.Pattern[str]
    listed_points: re.Pattern[str]  # behind the first of 12.7个、12个百分点
    unit: re.Pattern[str]
    units: dict[str, tuple[str, Decimal]]
    per: re.Pattern[str]
    per_before: re.Pattern[str]  # ends in front of a number: 每月310元
    before_per: frozenset[str]  # the last characters of such words
    of_so_many: re.Pattern[str]  # 8.6/10万, with no word for whom
    per_codes: dict[str, str]
    unit_characters: frozenset[str]  # that may follow a numeral which is a quantity
    after_one: frozenset[str]  # that may follow 一 where it is a number and no article
    one_counted: re.Pattern[str]  # ends with the unit of 一 where it counts, 提前一年
    counted_with_one: frozenset[str]  # that may follow it there
    strong: frozenset[str]
    not_starting: re.Pattern[str]
    not_ending: re.Pattern[str]
    not_ending_letters: re.Pattern[str]  # in front of a number without a Chinese character
    years_after: re.Pattern[str]
    years_before: re.Pattern[str]
    not_unit: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]
    completed_behind: frozenset[str]
    rank: re.Pattern[str]  # ends in front of a place among others
    places_moved: re.Pattern[str]
    places_moved_alone: re.Pattern[str]  # 前进23位, with no word of a rank
    persons: re.Pattern[str]
    households: re.Pattern[str]
    person_subjects: re.Pattern[str]
    money: MoneyWords
    businesses: re.Pattern[str]
    totals: tuple[str, ...]
    moving_score: re.Pattern[str]  # in front of a score that moves
    ratio_told: re.Pattern[str]

    def name_of(self, unit: re.Match[str]) -> str:
        """Return the name of a unit without the vague word in front of it."""
        name = unit[0].lstrip()
        return name if name in self.units else name.lstrip(VAGUE)


@cache
def chinese_words() -> ChineseWords:
    """Load and compile the Chinese number words."""
    data = load_toml("zh/units.toml", _Units)
    units = {name: (u.code, Decimal(u.factor)) for u in data.unit for name in u.names}
    strong = frozenset(data.classifiers.strong)
    for name in (*data.classifiers.strong, *data.classifiers.weak):
        units.setdefault(name, ("count", Decimal(1)))
    ambiguities = load_toml("zh/ambiguities.toml", _Ambiguities)
    following = frozenset(name[0] for name in units) | frozenset(" 分至到—–-~～余多几来")
    return ChineseWords(
        sign=_sign(following, ambiguities.after_one + ambiguities.counted_with_one),
        numeral=re.compile(NUMERAL),
        listed=re.compile(rf"(?:(?:、|和){NUMERAL})+"),
        listed_points=re.compile(rf"(?:(?:、|和){NUMERAL}个)+百分点"),
        unit=re.compile(f" ?[多余几来]?(?:{word_tree(units)})"),
        units=units,
        per=re.compile(rf"/(?P<many>\d*[十百千万亿]*)(?P<unit>{word_tree(data.per)})(?![兆瓦])"),
        per_before=re.compile(
            rf"每(?P<unit>{word_tree(data.per)})(?:每(?:{word_tree(data.per)}))?$"
        ),
        before_per=frozenset(name[-1] for name in data.per),
        of_so_many=re.compile(
            r"/(1?0*[十百千]*万)(?:人口|人|活产)?(?=[，。；、！）)]|以[上下内]|左右|$)"
        ),
        per_codes=data.per,
        unit_characters=following,
        after_one=frozenset(ambiguities.after_one),
        one_counted=re.compile(f"(?:{ambiguities.one_counted})$"),
        counted_with_one=frozenset(ambiguities.counted_with_one),
        strong=strong,
        not_starting=_any(ambiguities.starting),
        not_ending=re.compile("(?:" + "|".join(ambiguities.ending) + ")$"),
        not_ending_letters=re.compile("(?:" + "|".join(ambiguities.ending_letters) + ")$"),
        years_after=re.compile(
            f"(?:(?:{word_tree(ambiguities.years_after)})[^，。；、]{{0,2}}"
            f"|{ambiguities.years_reached})$"
        ),
        years_before=re.compile(word_tree(ambiguities.years_before)),
        not_unit=_any(ambiguities.not_unit),
        not_before=re.compile("(?:" + "|".join(ambiguities.not_before) + ")$"),
        not_after=_any(ambiguities.not_after),
        completed_behind=frozenset(ambiguities.completed_behind),
        rank=re.compile(f"{ambiguities.ranks}$"),
        places_moved=re.compile(f"{ambiguities.places_moved}$"),
        places_moved_alone=re.compile(f"{ambiguities.places_moved_alone}$"),
        persons=re.compile(f"[^，。；、0-9]{{0,6}}?(?:{'|'.join(ambiguities.persons)})"),
        households=re.compile(f"[^，。；、0-9]{{0,4}}?(?:{'|'.join(ambiguities.households)})"),
        person_subjects=re.compile(word_tree(ambiguities.person_subjects)),
        money=_money_words(data.unit, ambiguities),
        businesses=re.compile(word_tree(ambiguities.businesses)),
        totals=tuple(ambiguities.totals),
        moving_score=re.compile(
            rf"(?:从|(?<!自)由|{word_tree(ambiguities.scores)})[^，。；、]{{0,4}}$"
            rf"|(?:{word_tree(ambiguities.scores_moved)})[至到]$"
        ),
        ratio_told=re.compile(word_tree(ambiguities.ratios)),
    )


def _money_words(units: list[_Unit], ambiguities: _Ambiguities) -> MoneyWords:
    codes = {name: unit.code for unit in units for name in unit.before}
    return MoneyWords(
        codes=codes,
        called=re.compile(rf"(?:{word_tree(codes)}) ?$"),
        subjects=re.compile(word_tree(ambiguities.money_subjects)),
        class_of_money=re.compile(ambiguities.class_of_money),
        classes=re.compile(ambiguities.money_classes),
        marks_passed=re.compile(ambiguities.marks_passed),
    )


def _sign(following: Iterable[str], after_one: str) -> re.Pattern[str]:
    """Return what ends a numeral that is no plain word, or stands in a number that is a word."""
    following = re.escape("".join(following))
    return re.compile(
        rf"[\d番半倍∶连{_HAN}](?:(?<=[\d番半倍∶连百千万亿])|(?<!一)(?=[、{following}])"
        rf"|(?<=[{_HAN}点]一)(?=[{following}])|(?=[{after_one}]))"
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
