"""Chinese numbers neither reached nor to be reached: baselines, thresholds, own parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from duixian.language.word_tree import word_tree
from duixian.reading.quantities.chinese.context_words import context_words
from duixian.reading.quantities.chinese.place import Place, moving, starting
from duixian.reading.quantities.mentions import RATES, STREAK, Mention
from duixian.reading.records import Relation

_SO_MANY = re.compile(r"[\d一二两三四五六七八九十]个$")
_COMPARED = re.compile(r"比[^，。；]{1,20}的$")
_DIFFERS = re.compile("[多少高低]出?了?")
_SENTENCE_PART = re.compile(r"[；。]")
_LONGEST_COMPARED = 16  # characters behind a number up to what it is of: 左右的预期增长目标
_NATION = 100_000_000


@dataclass(frozen=True, slots=True)
class _Patterns:
    forecasts: re.Pattern[str]
    reached: re.Pattern[str]
    intended: re.Pattern[str]
    aimed_at: re.Pattern[str]
    intended_signs: re.Pattern[str]
    built_on: re.Pattern[str]
    own_parts: re.Pattern[str]
    named_again: re.Pattern[str]
    all_of_it: re.Pattern[str]
    sorts_of_indicators: re.Pattern[str]  # behind their number
    sorts_in_front: re.Pattern[str]
    indicators: re.Pattern[str]
    laying_down: re.Pattern[str]
    indicators_told: re.Pattern[str]
    grown_to: re.Pattern[str]
    classed: re.Pattern[str]
    classed_from: re.Pattern[str]
    classed_counted: re.Pattern[str]
    classed_counted_what: re.Pattern[str]
    classed_between: re.Pattern[str]
    together: re.Pattern[str]
    together_whom: re.Pattern[str]
    limits_kept: re.Pattern[str]
    limits: re.Pattern[str]
    troubles: re.Pattern[str]
    told_below: re.Pattern[str]
    told_below_what: re.Pattern[str]
    nations: re.Pattern[str]
    nations_before: re.Pattern[str]
    years_told: re.Pattern[str]
    made: re.Pattern[str]  # in front of big things that are counted
    compared_level: re.Pattern[str]
    contrasted: re.Pattern[str]
    counted_down: re.Pattern[str]
    foreseen: tuple[str, ...]


@cache
def _patterns() -> _Patterns:
    data = context_words()
    told = data.indicators_told
    return _Patterns(
        forecasts=re.compile(word_tree(data.forecasts)),
        reached=re.compile(data.reached),
        intended=re.compile(data.intended),
        aimed_at=re.compile(data.aimed_at),
        intended_signs=re.compile(data.intended_signs),
        built_on=re.compile(data.built_on),
        own_parts=re.compile(data.own_parts),
        named_again=re.compile(data.named_again),
        all_of_it=re.compile(data.all_of_it),
        sorts_of_indicators=re.compile(f"[个项]{data.sorts_of_indicators}(?!{told})"),
        sorts_in_front=re.compile(f"{data.sorts_of_indicators}(?:有|为|共)?$"),
        indicators=re.compile(f"[个项]{data.indicators}(?!{told})"),
        laying_down=re.compile(f"{data.laying_down}$"),
        indicators_told=re.compile(data.indicators_told),
        grown_to=re.compile(f"{data.grown_to}$"),
        classed=re.compile(data.classed),
        classed_from=re.compile(data.classed_from),
        classed_counted=re.compile(data.classed_counted),
        classed_counted_what=re.compile(data.classed_counted_what),
        classed_between=re.compile(data.classed_between),
        together=re.compile(data.together),
        together_whom=re.compile(data.together_whom),
        limits_kept=re.compile(data.limits_kept),
        limits=re.compile(data.limits),
        troubles=re.compile(data.troubles),
        told_below=re.compile(data.told_below),
        told_below_what=re.compile(data.told_below_what),
        nations=re.compile(data.nations),
        nations_before=re.compile(data.nations_before),
        years_told=re.compile(word_tree(data.years_told)),
        made=re.compile(f"等$|(?:{word_tree(data.making)})[^，。；]{{0,6}}$"),
        compared_level=re.compile(data.compared_level),
        contrasted=re.compile(data.contrasted),
        counted_down=re.compile(data.counted_down),
        foreseen=tuple(data.foreseen),
    )


def is_reached(normal: str, place: Place) -> bool:
    """Tell whether the number's own words say it is reached (已达), whatever is promised."""
    return _patterns().reached.search(normal, place.clause_start, place.mention.start) is not None


def may_be_intended(normal: str, start: int, end: int) -> bool:
    """Tell whether a sentence has a word without which no number of it was only meant."""
    return _patterns().intended_signs.search(normal, start, end) is not None


def was_intended(place: Place) -> bool:
    """Tell whether the number is the plan that the clause holds what was done to."""
    return _patterns().intended.search(f"{place.clause}#{place.behind}") is not None


def is_aimed_at(place: Place) -> bool:
    """Tell whether the number is a goal by its own words, whatever its sentence does."""
    return _patterns().aimed_at.search(f"{place.clause}#{place.behind}") is not None


def is_background(normal: str, place: Place, end: int) -> bool:
    """Tell whether the number stands only beside what the report tells or promises."""
    patterns, mention = _patterns(), place.mention
    if mention.is_threshold:
        return patterns.grown_to.search(place.before) is None
    if "基础上" in place.behind and patterns.built_on.match(place.behind):
        return True
    if _is_compared(normal, place) or _is_nation(normal, place, end):
        return True
    if _is_limit(normal, place, end) or _is_trouble(normal, mention, end):
        return True
    if mention.why == "unit 大" and not patterns.made.search(place.before):
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
    is_forecast = place.clause.startswith(patterns.foreseen)
    return is_forecast and patterns.forecasts.search(place.before + place.behind) is not None


def _moves_on(normal: str, mention: Mention, end: int) -> bool:
    behind = normal[mention.high_edge : min(end, mention.high_edge + 24)]
    return moving().search(_SENTENCE_PART.split(behind, maxsplit=1)[0]) is not None


def _is_own_part(normal: str, place: Place, end: int) -> bool:
    """三个方面, 提出7项指标, 约束性指标9项: the report counts what it lays down itself."""
    patterns, last = _patterns(), place.mention.end - 1
    if patterns.own_parts.match(normal, last, end) or _is_named_again(normal, place, end):
        return True
    if patterns.sorts_of_indicators.match(normal, last, end):
        return True
    if patterns.told_below_what.match(normal, last, end) and patterns.told_below.search(
        place.before
    ):
        return True
    if patterns.sorts_in_front.search(place.before):
        return patterns.indicators_told.match(normal, last + 1, end) is None
    laid_down = patterns.indicators.match(normal, last, end)
    return laid_down is not None and patterns.laying_down.search(place.clause) is not None


def _is_named_again(normal: str, place: Place, end: int) -> bool:
    """这两种事业, 上述十条: what was told before is counted, and nothing told of all of it."""
    patterns = _patterns()
    again = patterns.named_again.search(place.before)
    return again is not None and not patterns.all_of_it.match(normal, place.mention.end, end)


def _is_nation(normal: str, place: Place, end: int) -> bool:
    """我国有十亿人口, 与全县78万群众一道: how many there are, beside the report's own doing."""
    patterns, mention = _patterns(), place.mention
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
    patterns = _patterns()
    return (
        patterns.limits.match(normal, mention.high_edge, end) is not None
        and patterns.limits_kept.search(place.clause) is not None
    )


def _is_trouble(normal: str, mention: Mention, end: int) -> bool:
    """履约率不到六成的问题有所扭转: the number is of the trouble that was."""
    if mention.unit not in RATES and mention.relation is not Relation.LESS:
        return False
    return _patterns().troubles.match(normal, mention.high_edge, end) is not None


def _is_compared(normal: str, place: Place) -> bool:
    """比上个五年的577亿元增加…, 高于前五年4%的水平: what the number is compared with."""
    patterns, clause = _patterns(), place.clause
    if clause[:1] == "而" and patterns.contrasted.search(clause):
        return True
    mention = place.mention
    behind = normal[mention.end : mention.end + _LONGEST_COMPARED]
    words = f"{normal[place.clause_start : mention.start]}#{behind}"
    if "的" in behind and patterns.compared_level.search(words):
        return True
    if not _COMPARED.search(place.before):
        return False
    return bool(_DIFFERS.match(place.behind) or moving().match(place.behind))


def _is_class_boundary(normal: str, mention: Mention, place: Place) -> bool:
    """2000万元以上企业, 60岁以上老年人: a rule for belonging, not a measurement."""
    patterns = _patterns()
    if mention.unit in ("CNY", "person") and _is_class_of_counted(normal, mention, place):
        return True
    if mention.high is not None and patterns.classed_between.match(normal, mention.end):
        return True
    if mention.high_edge > mention.end and mention.unit in ("person", "mu"):
        return patterns.classed_from.match(normal, mention.high_edge) is not None
    if mention.high_edge == mention.end or mention.unit not in (
        "CNY",
        "USD",
        "year",
        "m",
        "m2",
        "t",
        "W",
    ):
        return False
    after = normal[mention.high_edge : mention.high_edge + 1]
    return bool(place.behind) and after not in "，。；、！？,. "


def _is_class_of_counted(normal: str, mention: Mention, place: Place) -> bool:
    """12个百亿元项目, 跨过3个万亿元大关, 营收过百亿元企业: the sum says which ones are meant."""
    if mention.unit == "CNY" and _SO_MANY.search(place.clause[-2:]):
        return True
    passed = normal[mention.low_edge : mention.start] in ("过", "超", "超过")
    patterns = _patterns()
    if not passed:
        return False
    if patterns.classed.match(normal, mention.end):
        return True
    counted = patterns.classed_counted_what.match(normal, mention.end)
    return bool(counted) and (
        patterns.classed_counted.search(normal, place.clause_start, mention.start) is not None
    )
