"""Chinese numbers neither reached nor to be reached: baselines, thresholds, own parts."""

from __future__ import annotations

import re

from duixian.reading.quantities.chinese.background_patterns import background_patterns
from duixian.reading.quantities.chinese.place import Place, moving, starting
from duixian.reading.quantities.mentions import RATES, STREAK, Mention
from duixian.reading.records import Relation

_SO_MANY = re.compile(r"[\d一二两三四五六七八九十]个$")
_COMPARED = re.compile(r"比[^，。；]{1,20}的$")
_SENTENCE_PART = re.compile(r"[；。！？\n]")
_LONGEST_COMPARED = 16  # characters behind a number up to what it is of: 左右的预期增长目标
_LONGEST_CONTRAST = 60  # characters from 而 to the number
_CLASSING = ("CNY", "USD", "year", "m", "m2", "t", "W")  # 2000万元以上企业
_NATION = 100_000_000


def is_reached(normal: str, place: Place) -> bool:
    """Tell whether the number's own words say it is reached (已达), whatever is promised."""
    return (
        background_patterns().reached.search(normal, place.clause_start, place.mention.start)
        is not None
    )


def may_be_intended(normal: str, start: int, end: int) -> bool:
    """Tell whether a sentence has a word without which no number of it was only meant."""
    return background_patterns().intended_signs.search(normal, start, end) is not None


def was_intended(place: Place) -> bool:
    """Tell whether the number is the plan that the clause holds what was done to."""
    return background_patterns().intended.search(f"{place.clause}#{place.behind}") is not None


def is_aimed_at(place: Place) -> bool:
    """Tell whether the number is a goal by its own words, whatever its sentence does."""
    return background_patterns().aimed_at.search(f"{place.clause}#{place.behind}") is not None


def is_background(normal: str, place: Place, end: int) -> bool:
    """Tell whether the number stands only beside what the report tells or promises."""
    patterns, mention = background_patterns(), place.mention
    if mention.is_threshold:
        is_size = patterns.size_reached.match(normal, mention.end, end) is not None
        return not is_size and patterns.grown_to.search(place.before) is None
    if "基础上" in place.behind and patterns.built_on.match(place.behind):
        return True
    if "下" in place.behind and patterns.amid.search(f"{place.clause}#{place.behind}"):
        return True
    if patterns.reasons.match(place.clause) or _is_compared(normal, place):
        return True
    if _is_nation(normal, place, end):
        return True
    if _is_limit(normal, place, end) or _is_trouble(normal, mention, end):
        return True
    if mention.why == "unit 大" and not patterns.making.search(place.before):
        return True
    if mention.unit == "count" and normal[mention.start - 1 : mention.start] in ("”", "）"):
        return not normal[mention.start].isdigit()
    if mention.unit == "count" and _is_own_part(normal, place, end):
        return True
    if starting().search(place.before or place.between) and _moves_on(normal, mention, end):
        return True
    if mention.unit in ("year", "month", "day") and patterns.counted_down.search(place.before):
        return True
    if (
        mention.unit == "year"
        and mention.why != STREAK
        and not patterns.years_told.search(place.clause)
    ):
        return True
    if _is_class_boundary(normal, mention, place):
        return True
    is_forecast = patterns.foreseen.match(place.clause) is not None
    return is_forecast and patterns.forecasts.search(place.before + place.behind) is not None


def _moves_on(normal: str, mention: Mention, end: int) -> bool:
    behind = normal[mention.high_edge : min(end, mention.high_edge + 24)]
    return moving().search(_SENTENCE_PART.split(behind, maxsplit=1)[0]) is not None


def _is_own_part(normal: str, place: Place, end: int) -> bool:
    """三个方面, 提出7项指标, 约束性指标9项: the report counts what it lays down itself."""
    patterns, last = background_patterns(), place.mention.end - 1
    if patterns.own_parts.match(normal, last, end) or _is_named_again(normal, place, end):
        return True
    if patterns.told_below_what.match(normal, last, end) and patterns.told_below.search(
        place.before
    ):
        return True
    if patterns.sorts_in_front.search(place.before):
        return patterns.indicators_told.match(normal, last + 1, end) is None
    if _is_tallied(patterns.sorts_of_indicators, normal, last, end):
        return True
    laid_down = _is_tallied(patterns.indicators, normal, last, end)
    return laid_down and patterns.laying_down.search(place.clause) is not None


def _is_tallied(indicators: re.Pattern[str], normal: str, start: int, end: int) -> bool:
    """Tell whether indicators are counted of which no more is said: 25项指标全部完成."""
    found = indicators.match(normal, start, end)
    if found is None:
        return False
    return background_patterns().indicators_told.match(normal, found.end(), end) is None


def _is_named_again(normal: str, place: Place, end: int) -> bool:
    """这两种事业, 上述十条: what was told before is counted, and nothing told of all of it."""
    patterns = background_patterns()
    again = patterns.named_again.search(place.before)
    return again is not None and not patterns.all_of_it.match(normal, place.mention.end, end)


def _is_nation(normal: str, place: Place, end: int) -> bool:
    """我国有十亿人口, 与全县78万群众一道: how many there are, beside the report's own doing."""
    patterns, mention = background_patterns(), place.mention
    if mention.unit != "person":
        return False
    if patterns.together.search(place.before):
        return patterns.together_whom.match(normal, mention.end, end) is not None
    if mention.value < _NATION:
        return False
    if patterns.nations.match(normal, mention.end, end):
        return True
    has = patterns.nations_before.search(place.before)
    return has is not None and "人口" in normal[mention.start : mention.end]


def _is_limit(normal: str, place: Place, end: int) -> bool:
    """严守面积不超过25平方米、自筹不高于1万元两条红线: what is kept to, and no result."""
    mention = place.mention
    if mention.relation not in (Relation.AT_MOST, Relation.LESS):
        return False
    patterns = background_patterns()
    return (
        patterns.limits.match(normal, mention.high_edge, end) is not None
        and patterns.limits_kept.search(place.clause) is not None
    )


def _is_trouble(normal: str, mention: Mention, end: int) -> bool:
    """履约率不到六成的问题有所扭转: the number is of the trouble that was."""
    if mention.unit not in RATES and mention.relation is not Relation.LESS:
        return False
    return background_patterns().troubles.match(normal, mention.high_edge, end) is not None


def _is_compared(normal: str, place: Place) -> bool:
    """比上个五年的577亿元增加…, 高于前五年4%的水平: what the number is compared with."""
    if _is_contrasted(normal, place):
        return True
    patterns, mention = background_patterns(), place.mention
    behind = normal[mention.end : mention.end + _LONGEST_COMPARED]
    words = f"{normal[place.clause_start : mention.start]}#{behind}"
    if "的" in behind and patterns.compared_level.search(words):
        return True
    if not _COMPARED.search(place.before):
        return False
    return bool(patterns.differs.match(place.behind) or moving().match(place.behind))


def _is_contrasted(normal: str, place: Place) -> bool:
    """工资年均增长6%，而前五年平均只增长2%."""
    low = max(0, place.mention.start - _LONGEST_CONTRAST)
    at = normal.rfind("而", low, place.mention.start)
    if at < 0:
        return False
    words = _SENTENCE_PART.split(normal[max(0, at - 1) : place.mention.start])[-1]
    return background_patterns().contrasted.search(words) is not None


def _is_class_boundary(normal: str, mention: Mention, place: Place) -> bool:
    """2000万元以上企业, 60岁以上老年人: a rule for belonging, not a measurement."""
    patterns = background_patterns()
    if mention.unit == "V":
        return True  # of what kind a line or station is, never how much of it there is
    if mention.unit in ("CNY", "person") and _is_class_of_counted(normal, mention, place):
        return True
    if mention.high is not None and patterns.classed_between.match(normal, mention.end):
        return True
    words = normal[place.clause_start : mention.start]
    if "对" in words and patterns.awarded.search(f"{words}#{place.behind}"):
        return True
    if mention.high_edge > mention.end and mention.unit in ("person", "mu"):
        return patterns.classed_from.match(normal, mention.high_edge) is not None
    if mention.high_edge == mention.end or mention.unit not in _CLASSING:
        return False
    if mention.unit == "CNY" and patterns.classed_so_many.match(normal, mention.high_edge):
        return True
    after = normal[mention.high_edge : mention.high_edge + 1]
    return bool(place.behind) and after not in "，。；、！？,. "


def _is_class_of_counted(normal: str, mention: Mention, place: Place) -> bool:
    """12个百亿元项目, 跨过3个万亿元大关, 营收过百亿元企业: the sum says which ones are meant."""
    if mention.unit == "CNY" and _SO_MANY.search(place.clause[-2:]):
        return True
    if _is_round_for_members(normal, mention, place):
        return True
    if not is_passed_by_class(normal, mention):
        return False
    patterns = background_patterns()
    return bool(
        patterns.classed.match(normal, mention.end)
        or patterns.classed_counted.search(normal, place.clause_start, mention.start)
    )


def _is_round_for_members(normal: str, mention: Mention, place: Place) -> bool:
    """20家企业产值超百亿元: what each of those counted has passed."""
    if mention.unit != "CNY" or mention.relation is not Relation.MORE:
        return False
    patterns = background_patterns()
    if not patterns.round_sum.match(normal, mention.start):
        return False
    return patterns.classed_members.search(normal, place.clause_start, mention.start) is not None


def is_passed_by_class(normal: str, mention: Mention) -> bool:
    """Tell whether a sum is passed by those named behind it: 营收过百亿元企业."""
    patterns = background_patterns()
    if not patterns.passing.fullmatch(normal, mention.low_edge, mention.start):
        return False
    return bool(
        patterns.classed.match(normal, mention.end)
        or patterns.classed_counted_what.match(normal, mention.end)
    )
