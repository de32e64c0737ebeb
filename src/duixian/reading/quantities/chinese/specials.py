"""Chinese numbers that are words of their own: doublings, halves, ratios, streaks, fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import msgspec
from msgspec.structs import replace

from duixian.language.data import load_toml
from duixian.language.numerals import chinese_number, percentage
from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.relations import with_relation
from duixian.reading.quantities.chinese.scope import Scope
from duixian.reading.quantities.chinese.units import told_per
from duixian.reading.quantities.chinese.words import NUMERAL
from duixian.reading.quantities.mentions import STREAK, Mention
from duixian.reading.quantities.ratios import members_of_ratio
from duixian.reading.records import EQUAL

_RATIO_MARK = re.compile("[∶:：]")
_FRACTION = re.compile(rf"([\d一二三四五六七八九十百千万两]+)分之({NUMERAL})")
_UPPER = re.compile(
    rf"(?:至|到|—+|-)(?:(?P<below>[\d一二三四五六七八九十百千万两]+)分之)?(?P<above>{NUMERAL})"
)
_HALF = Decimal("0.5")
_DIGITS = "一二两三四五六七八九"
_WHOLE = f"(?:[{_DIGITS}]?十[{_DIGITS}]?|[{_DIGITS}]|\\d{{1,3}}(?=个))"
_DENOMINATORS = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}
# 百分之二、三: a digit and the next one, with nothing of its own behind it.
_NEXT_UP = re.compile(
    r"(?<=之[二三四五六七八])、([三四五六七八九])(?![\d十百千万亿点分个项年月日])"
)


class _Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    halves: list[str]
    halved: list[str]
    halved_times: dict[str, str]
    no_doubling: list[str]
    compared_to_one: list[str]
    in_a_row: list[str]


class SpecialWords(msgspec.Struct, frozen=True):
    """What a special number is, and what beside it decides."""

    mark: re.Pattern[str]  # without which none can be
    special: re.Pattern[str]
    compares: re.Pattern[str]
    halved_times: dict[str, str]  # and the unit each is told in


@cache
def special_words() -> SpecialWords:
    """Load and compile the words."""
    data = load_toml("zh/specials.toml", _Data)
    in_a_row = f"[{''.join(data.in_a_row)}]"
    return SpecialWords(
        mark=re.compile(rf"[番半倍∶连\d](?:(?<![\d连])|(?<=连){in_a_row}|[:：/]\d)"),
        special=re.compile(
            r"翻了?(?P<times>[一两二三四])?番|翻倍"
            # 实现倍增, 较2020年倍增
            r"|(?:(?<=实现)|(?<=实现了)|(?<=[年末底]))倍增"
            rf"(?!{word_tree(data.no_doubling)})"
            rf"|(?P<part>{word_tree(data.halves)})"
            r"|(?P<ratio>\d+(?:\.\d+)?(?:[∶:：]\d+(?:\.\d+)?){2,})"
            r"|(?P<above>(?<![\d/.])[1-9])/(?P<below>[2-9]|10)(?![\d/A-Za-z月日级号期])"
            rf"|(?P<streak>\d+|[一二三四五六七八九十]+)连(?={in_a_row})"
            rf"|(?<![{_DIGITS}十百千万亿点\d])(?P<whole>{_WHOLE})(?:(?P<halved>{word_tree(data.halved)})半(?!来|以来|间|之|前|后|内)|个半(?P<time>{word_tree(data.halved_times)}))"
            r"|(?P<toone>\d+(?:\.\d+)?[∶:：]1(?![\d:：]))"
        ),
        compares=re.compile(word_tree(data.compared_to_one)),
        halved_times=data.halved_times,
    )


def find_specials(scope: Scope) -> dict[int, re.Match[str]]:
    """Return where special numbers stand, by their start."""
    words = special_words()
    if words.mark.search(scope.normal, scope.start, scope.end) is None:
        return {}
    found = words.special.finditer(scope.normal, scope.start, scope.end)
    return {special.start(): special for special in found}


def special_mentions(scope: Scope, found: re.Match[str]) -> Iterator[Mention]:
    """Return the numbers of one special; none where its words mean something else here."""
    if found["ratio"]:
        yield from members_of_ratio(found)
    elif found["toone"]:
        if special_words().compares.search(scope.before(found.start(), length=12)):
            value = Decimal(_RATIO_MARK.split(found[0])[0])
            yield with_relation(scope, _plain(found, value, "x", why="to one"))
    elif found["whole"]:
        yield with_relation(scope, _and_a_half(scope, found))
    elif found["streak"]:
        if years := chinese_number(found["streak"]):
            yield _plain(found, years, "year", why=STREAK)
    elif found["above"]:
        above, below = Decimal(found["above"]), Decimal(found["below"])
        if above < below:
            yield with_relation(scope, _plain(found, percentage(above, below), "%", why="fraction"))
    elif found["part"]:
        yield with_relation(scope, _plain(found, Decimal(50), "%", why="number word"))
    else:
        times = int(chinese_number(found["times"] or "一") or 1)
        doubling = _plain(found, Decimal(2) ** times, "x", why="number word")
        yield with_relation(scope, replace(doubling, is_change=True))


def _and_a_half(scope: Scope, found: re.Match[str]) -> Mention:
    """一亩半, 三个半月."""
    name = found["halved"] or special_words().halved_times[found["time"]]
    code, factor = scope.words.units[name]
    value = (Decimal(chinese_number(found["whole"]) or 0) + _HALF) * factor
    code, start = told_per(scope, found.start(), code)
    return replace(_plain(found, value, code, why=f"unit {name}"), start=start, low_edge=start)


def _plain(found: re.Match[str], value: Decimal, unit: str, *, why: str) -> Mention:
    start, end = found.start() + found[0].startswith("过"), found.end()
    return Mention(start, end, value, None, unit, EQUAL, start, end, why=why)


def fraction_at(scope: Scope, first: int) -> Mention | None:
    """Return the fraction that begins here: 三分之一, 百分之二至三."""
    found = _FRACTION.match(scope.normal, first, scope.end)
    if found is None:
        return None
    below = _DENOMINATORS.get(found[1]) or chinese_number(found[1])
    above = chinese_number(found[2])
    if not below or above is None:
        return None
    high, stop = _upper_end(scope, found, above)
    share = percentage(above, below)
    highest = None if high is None else percentage(high, below)
    fraction = Mention(first, stop, share, highest, "%", EQUAL, first, stop, why="fraction")
    return with_relation(scope, fraction)


def _upper_end(scope: Scope, found: re.Match[str], above: Decimal) -> tuple[Decimal | None, int]:
    """The upper numerator of a range, where there is one, and where the fraction ends."""
    upper = _UPPER.match(scope.normal, found.end(), scope.end)
    if upper and upper["below"] in (None, found[1]):
        high = chinese_number(upper["above"])
        if high and high > above:
            return high, upper.end()
    next_up = _NEXT_UP.match(scope.normal, found.end(), scope.end)
    if next_up and chinese_number(next_up[1]) == above + 1:
        return above + 1, next_up.end()
    return None, found.end()
