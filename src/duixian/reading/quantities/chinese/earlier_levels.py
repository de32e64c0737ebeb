"""What a measure was in an earlier year or by a plan, told in front of what it came to.

1985年为270元，去年提高到463元; 计划增长4%，实际增长6%: the first is no result of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from duixian.reading.quantities.chinese.background_patterns import background_patterns
from duixian.reading.quantities.chinese.place import LIST_MARK, Place, moving
from duixian.reading.quantities.mentions import Mention

_LONGEST_YEAR = 16  # characters from a year to its number: 1985年底仅为


def earlier_levels(normal: str, start: int, places: Sequence[Place]) -> list[bool]:
    """Tell of each number whether it is of a year or a plan, and a next one what it came to.

    So are those told beside another: 是上年80万人次的1.5倍; 达到9.5万元，全国平均8.9万元.
    """
    earlier = [False] * len(places)
    for at in range(len(places) - 2, -1, -1):
        here, following = places[at].mention, places[at + 1].mention
        if here.unit == following.unit:
            earlier[at] = _leads_to(normal, start, here, following, is_next_earlier=earlier[at + 1])
            between = normal[here.high_edge : following.low_edge]
            if background_patterns().nation_beside.fullmatch(between):
                earlier[at + 1] = True
        elif following.unit == "x" and normal[here.high_edge : following.low_edge] == "的":
            earlier[at] = True  # 是上年80万人次的1.5倍
    return earlier


def _leads_to(
    normal: str, start: int, here: Mention, following: Mention, *, is_next_earlier: bool
) -> bool:
    patterns = background_patterns()
    first, between = max(start, here.low_edge - _LONGEST_YEAR), (here.high_edge, following.low_edge)
    if patterns.earlier_year.search(normal, first, here.low_edge):
        if is_next_earlier and _opens_with_a_year(normal, *between):
            return True
        return patterns.later_level.fullmatch(normal, *between) is not None
    if patterns.few_now.fullmatch(normal, *between):
        return True
    for told, came in (
        (patterns.planned_level, patterns.actual_level),
        (patterns.planned_first, patterns.came_of_it),
        (patterns.reached_before, patterns.aimed_now),
        (patterns.nation_in_front, patterns.own_behind),
    ):
        if told.search(normal, first, here.low_edge) and came.fullmatch(normal, *between):
            return True
    return False


def _opens_with_a_year(normal: str, start: int, end: int) -> bool:
    """1985年为270元，1986年为310元，去年…: whether the next number is of the year after."""
    told = background_patterns().earlier_year.search(normal, start, end)
    return told is not None and normal[start : told.start()].strip("，、 ") == ""


def is_listed_start(normal: str, place: Place, end: int) -> bool:
    """分别从645元/月、4318元/年提高到…: the second of two starting points."""
    patterns = background_patterns()
    if not LIST_MARK.match(place.between) or not patterns.listed_year.fullmatch(place.before):
        return False
    if "从" not in place.clause and "由" not in place.clause:
        return False
    leads = patterns.moving_on.match(normal, place.mention.high_edge, end)
    return leads is not None and moving().match(normal, leads.end(), end) is not None
