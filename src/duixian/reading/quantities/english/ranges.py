"""English ranges, and the magnitude and unit that the numbers of one share.

2 to 3 million; US$2 billion to US$3 billion; by 7 and 8 percent, respectively; but no range where
a number moved by one and to the other.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from duixian.language.english_numerals import MAGNITUDE
from duixian.language.numerals import english_number
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.english.context_words import context_words
from duixian.reading.quantities.english.scope import Scope
from duixian.reading.quantities.english.words import comparisons
from duixian.reading.quantities.mentions import RATES

_CONNECTOR = re.compile(r"\s?(?:-|–|—|to|~)\s?(?=[\d¥$€£]|[a-z]|(?:US|HK|CNY|RMB)\S? ?\d)")
_AND = re.compile(r" and (?=[\d¥$€£]|[a-z]|(?:US|HK|CNY|RMB)\S? ?\d)")
_OR = re.compile(r" or (?=[\da-z])")  # 8 or 9 percent
_BETWEEN = re.compile(r"\bbetween $", re.I)
_BY = re.compile(r"\bby (?:[a-z]+ ){0,2}$")
_FROM = re.compile(r"\bfrom [^.,;\d]{0,14}$")
_RESPECTIVELY = re.compile(r",? respectively\b")
_MAGNITUDE = re.compile(rf"(?i)({MAGNITUDE})$")
_NEXT = (1, 5, 10, 100)  # 20 or 30 kilometers
_FAR_APART = 5  # by 20 to 300: no range


@cache
def _moved_by() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\bbe )\b(?:{word_tree(context_words().moved_by)}) by (?:[a-z]+ ){{0,2}}$"
    )


def range_of(
    scope: Scope,
    first: re.Match[str],
    unit: re.Match[str] | None,
    value: Decimal,
    currency: re.Match[str] | None,
) -> tuple[Decimal, Decimal, int, re.Match[str] | None] | None:
    """Read ``2 to 3 percent``, ``12.8–13.0``, between 2 and 3: both values, the end, the unit."""
    stop = first.end()
    opening = first.start() - len(currency[0]) if currency else first.start()
    behind = unit.end() if unit else stop
    connector = _CONNECTOR.match(scope.normal, behind, scope.end)
    if connector is None and _BETWEEN.search(scope.before(opening, length=8)):
        connector = _AND.match(scope.normal, behind, scope.end)
    is_choice = connector is None and unit is None
    if is_choice:
        connector = _OR.match(scope.normal, behind, scope.end)
    if connector is None:
        return None
    start = connector.end()
    if currency and scope.normal.startswith(currency[0], start):
        start += len(currency[0])  # US$2 billion to US$3 billion
    numeral = scope.words.numeral.match(scope.normal, start, scope.end)
    high = english_number(numeral[0]) if numeral else None
    if numeral is None or high is None:
        return None
    upper_unit = scope.words.unit.match(scope.normal, numeral.end(), scope.end)
    if unit is not None and (
        upper_unit is None or unit[0].strip(" -") != upper_unit[0].strip(" -")
    ):
        return None
    shared = value * _magnitude_shared(scope, stop, numeral)
    low = shared if shared < high else value  # 2 to 3 million; but 800,000 to 1 million
    if high <= low or (is_choice and (upper_unit is None or high - value not in _NEXT)):
        return None
    if connector[0].strip() == "to":
        is_sum = unit is not None or start > connector.end()
        if _is_movement(scope, opening, upper_unit, is_far=low * _FAR_APART <= high, is_sum=is_sum):
            return None
    return low, high, numeral.end(), upper_unit


def _is_movement(
    scope: Scope, opening: int, unit: re.Match[str] | None, *, is_far: bool, is_sum: bool
) -> bool:
    """from 2 to 3; raised by 60 yuan to 1,150 yuan: where it came from, or by how much."""
    before = scope.before(opening, length=32)
    if _FROM.search(before):
        return True
    if _BY.search(before) is None:
        return False
    is_rate = unit is not None and scope.words.code_of(unit) in RATES
    return is_far or (not is_rate and (is_sum or _moved_by().search(before) is not None))


def _passes_marks(scope: Scope, numeral: re.Match[str]) -> bool:
    """crossed the thresholds of 150 billion and 200 billion yuan: marks are of one unit."""
    return comparisons().marks_of.search(scope.before(numeral.start(), length=24)) is not None


def _magnitude_shared(scope: Scope, stop: int, following: re.Match[str]) -> Decimal:
    """2 to 3 million: the magnitude of the second is the first one's too, where it has none."""
    magnitude = _MAGNITUDE.search(following[0])
    if magnitude is None or scope.normal[stop - 1].isalpha():
        return Decimal(1)
    return english_number(magnitude[0]) or Decimal(1)


def shared_unit(
    scope: Scope, numeral: re.Match[str], value: Decimal
) -> tuple[Decimal, re.Match[str]] | None:
    """from 10 to 9 percent; by 7 and 8 percent, respectively: the unit of the last is of all."""
    listed = scope.words.listed.match(scope.normal, numeral.end(), scope.end)
    if listed is None:
        return None
    last = scope.words.numeral.match(scope.normal, listed.start("last"), scope.end)
    unit = scope.words.unit.match(scope.normal, listed.end(), scope.end)
    if last is None or unit is None:
        return None
    if listed["to"]:
        if not _FROM.search(scope.before(numeral.start(), length=24)):
            return None
    elif not (
        _RESPECTIVELY.match(scope.normal, unit.end(), scope.end) or _passes_marks(scope, numeral)
    ):
        return None
    return value * _magnitude_shared(scope, numeral.end(), last), unit
