"""The words a Chinese measure is read from: its own, and those in front of its clause."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

import msgspec

from duixian.documents.document import Span
from duixian.reading.quantities.chinese.background import is_passed_by_class
from duixian.reading.quantities.chinese.measure_patterns import EDGE, measure_patterns
from duixian.reading.quantities.chinese.measure_words import (
    LIST_MARK,
    is_said,
    undated,
)
from duixian.reading.quantities.mentions import Mention

CLASS_REST = re.compile(r"(?:级(?!别)|及)?(?:以上|以下|以内)?(?:的|内)?")
_LONGEST_WORDS = 120
_LONGEST_OPENING = 60
_IN_A_ROW = "连"  # 十九连丰: the streak is told with its number
_CLASS_UNITS = ("CNY", "year", "m", "m2", "t", "W")


_OPENING = re.compile(r"[（(](?=[^（()）]*$)")


class MeasurePlace(msgspec.Struct, frozen=True):
    mention: Mention
    before: str
    behind: str
    opening: str  # the words of the clause in front of its first number
    is_first: bool  # in its clause
    is_last: bool  # of the sentence
    earlier: str  # the clause in front, where it holds no number
    is_class: bool
    touches: bool  # the next number follows at once: 5宗43公顷
    reaches_next: bool  # its words go up to the next number: 200个断面水质达标率90%
    is_of_next: bool  # and says what both are of: 6个千亿级产业集群


def measure_places(
    normal: str, start: int, end: int, mentions: list[Mention], marks: list[Span]
) -> list[MeasurePlace]:
    """Return the place of each mention of the sentence; ``marks`` end its clauses."""
    ends = [mark[0] for mark in marks]
    starts = [mention.start for mention in mentions]
    places: list[MeasurePlace] = []
    low: int | None = None  # where the words of a number begin that is not the first of its clause
    for position, mention in enumerate(mentions):
        index = bisect_left(ends, mention.start)
        clause = ends[index - 1] + 1 if index else start
        behind = bisect_right(ends, mention.end - 1, lo=index)
        high = ends[behind] if behind < len(ends) else end
        is_first, is_class = low is None, _is_class(normal, mention)
        first = clause if low is None else low
        before = normal[max(first, mention.low_edge - _LONGEST_WORDS) : mention.low_edge]
        if not is_first and "、" in before:
            before = measure_patterns().rank_between.sub("", before.lstrip("、"), count=1)
        if not is_first and places[-1].is_class:
            before = _class_in_front(normal, places[-1], first, mention) + before
        opening = normal[clause : min(mention.low_edge, clause + _LONGEST_OPENING)]
        low = None
        told = mention.high_edge - (normal[mention.high_edge - 1] == _IN_A_ROW)
        is_last = position + 1 == len(mentions)
        is_of_next = touches = not is_last and mentions[position + 1].low_edge == mention.high_edge
        if touches and not is_first:
            is_of_next = _is_class(normal, mentions[position + 1])
        reaches_next = not is_last and mentions[position + 1].start < high
        if reaches_next:
            following = mentions[position + 1].low_edge
            high, low = _parted(normal, mention.high_edge, following, is_class=is_class)
            reaches_next = high == low == following > mention.high_edge
        places.append(
            MeasurePlace(
                mention=mention,
                before=before,
                behind=normal[told : min(high, mention.high_edge + _LONGEST_WORDS)],
                opening=opening if is_first else places[-1].opening,
                is_first=is_first,
                is_last=is_last,
                earlier=_earlier(normal, ends, index, start, starts) if is_first else "",
                is_class=is_class,
                touches=touches,
                reaches_next=reaches_next,
                is_of_next=is_of_next,
            )
        )
    return places


def _earlier(normal: str, ends: list[int], index: int, start: int, numbers: list[int]) -> str:
    """The words of the clause in front, where no number stands in it.

    Where they only say in what circumstances, those of the clause before: 产值，扣除物价因素，增长.
    """
    if not index:
        return ""
    low = ends[index - 2] + 1 if index > 1 else start
    if bisect_left(numbers, low) != bisect_left(numbers, ends[index - 1]):
        return ""
    words = normal[max(low, ends[index - 1] - _LONGEST_OPENING) : ends[index - 1]]
    clause, data = words.strip(EDGE), measure_patterns()
    if index > 1 and data.circumstance.match(clause) and not data.shared_rate.search(clause):
        return _earlier(normal, ends, index - 1, start, numbers) or words
    return words


def _parted(normal: str, low: int, high: int, *, is_class: bool) -> Span:
    """Where the words behind a number end, and those in front of the next one begin."""
    high = max(low, high)
    if bracket := _OPENING.search(normal, low, high):  # 泊位5000个（其中充电泊位1500个）
        return bracket.span()
    if found := LIST_MARK.search(normal, low, high):
        return found.span()
    edge = low if is_said(undated(normal[low:high].strip(EDGE))) else high
    if is_class and (rest := CLASS_REST.match(normal, low, high)):
        return edge, rest.end()
    return edge, edge


def _is_class(normal: str, mention: Mention) -> bool:
    """百亿级园区, 2000万元以上企业: a rule for belonging, whose words go with the next number."""
    if mention.is_threshold:
        return True
    after = normal[mention.high_edge : mention.high_edge + 1]
    if mention.unit == "CNY" and is_passed_by_class(normal, mention):
        return True
    is_bounded = mention.high_edge > mention.end or normal.startswith("内", mention.end)
    return is_bounded and mention.unit in _CLASS_UNITS and after not in "，。；、！？,. "


def _class_in_front(normal: str, place: MeasurePlace, begins: int, counted: Mention) -> str:
    """Return what a class adds in front of the words of what is counted, that begin there."""
    of_class, is_sum = place.mention, place.mention.unit == "CNY"
    if is_sum and is_passed_by_class(normal, of_class):  # 产值超10亿元的企业100家
        return place.before + normal[of_class.low_edge : begins]
    rest = normal[begins : counted.low_edge]
    words = ""
    if is_sum and rest.strip() and not LIST_MARK.search(rest):
        # 新签约亿元以上项目63个, 年交易额亿元以上的基地8个; no 3个万亿级、7个千亿级集群
        words = place.before + normal[of_class.start : begins]
    elif _is_rank(normal, of_class):  # 港口万吨级泊位4个: the words in front are of both
        words = place.before + words
    return words


def _is_rank(normal: str, mention: Mention) -> bool:
    return mention.is_threshold or normal.startswith("内", mention.end)
