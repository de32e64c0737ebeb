"""Chinese numerals in their text: where one ends, ranges, and units shared in a list."""

from __future__ import annotations

import re

from msgspec.structs import replace

from duixian.language.numerals import chinese_number, neighbouring_digits
from duixian.reading.quantities.chinese.scope import Number, Scope
from duixian.reading.quantities.chinese.words import ChineseWords

# 二、三百亿: two neighbours that share a multiplier; a list would have a unit or a bigger step.
NEIGHBOUR = re.compile(r"(?<=[\u4e00-\u9fff][二三四五六七八])、(?=[三四五六七八九][十百千万亿])")
_CONNECTOR = re.compile(r"(?:至|到|—{1,2}|–|-|－|~|～|∼)(?=[\d百千一二两三四五六七八九十廿卅])")
_BELONGS_TO_UNIT = {"千": re.compile(r"[瓦克伏米](?![兰])"), "兆": re.compile(r"[瓦赫帕伏比字欧]")}
_SHARED_MULTIPLIER = re.compile(r"[十百千万亿]+$")


def number_of(scope: Scope, numeral: re.Match[str]) -> Number | None:
    """Return the number that a numeral begins, with its unit and the end of its range."""
    stop = _numeral_end(scope, numeral)
    text = scope.normal[numeral.start() : stop]
    value, high = chinese_number(text), None
    if neighbours := neighbouring_digits(text):
        value, high = neighbours
    if value is None:
        return None
    unit = scope.words.unit.match(scope.normal, stop, scope.end)
    number = Number(numeral.start(), stop, value, high, unit)
    return _range(scope, number) or number


def _numeral_end(scope: Scope, numeral: re.Match[str]) -> int:
    """Give 千 back to 千瓦, 千克, 千伏 and 千米, and 兆 to 兆瓦."""
    stop = numeral.end()
    prefixed = _BELONGS_TO_UNIT.get(scope.normal[stop - 1])
    gives_back = (
        prefixed is not None and stop - numeral.start() > 1 and prefixed.match(scope.normal, stop)
    )
    return stop - 1 if gives_back else stop


def with_shared_unit(scope: Scope, number: Number) -> Number:
    """分别提高15、22个百分点: in a list the last unit serves all numbers."""
    following = scope.words.listed.match(scope.normal, number.end, scope.end)
    if following is None or "分别" not in scope.before(number.start, length=24):
        return number
    unit = scope.words.unit.match(scope.normal, following.end(), scope.end)
    return replace(number, unit=unit)


def _range(scope: Scope, low: Number) -> Number | None:
    """Read ``2%至3%`` and ``300至500万人`` as one number with both ends."""
    words, normal = scope.words, scope.normal
    neighbour = None if low.unit else NEIGHBOUR.match(normal, low.end, scope.end)
    connector = neighbour or _CONNECTOR.match(
        normal, low.unit.end() if low.unit else low.end, scope.end
    )
    numeral = connector and words.numeral.match(normal, connector.end(), scope.end)
    if numeral is None or re.search(r"[从由]$", scope.before(low.start, length=1)):
        return None
    stop = _numeral_end(scope, numeral)
    high = chinese_number(normal[numeral.start() : stop])
    unit = words.unit.match(normal, stop, scope.end)
    if high is None or unit is None or not _of_one_unit(words, low.unit, unit):
        return None
    value = low.value
    shared = _SHARED_MULTIPLIER.search(normal[numeral.start() : stop])
    if shared and normal[low.end - 1] not in "十百千万亿":
        value *= chinese_number(shared[0]) or 1
    if neighbour and high != value / low.value * (low.value + 1):
        return None
    return Number(low.start, stop, value, high, unit) if high > value else None


def _of_one_unit(words: ChineseWords, low: re.Match[str] | None, high: re.Match[str]) -> bool:
    return low is None or words.units[words.name_of(low)] == words.units[words.name_of(high)]
