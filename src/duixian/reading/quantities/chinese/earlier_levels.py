"""What a measure was in an earlier year or by a plan, told in front of what it came to.

1985年为270元，去年提高到463元; 计划增长4%，实际增长6%: the first is no result of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from duixian.reading.quantities.chinese.background_patterns import background_patterns
from duixian.reading.quantities.chinese.place import LIST_MARK, Place, moving

_LONGEST_YEAR = 16  # characters from a year to its number: 1985年底仅为


def is_earlier_level(normal: str, start: int, places: Sequence[Place], position: int) -> bool:
    """Tell whether the number is of a year or a plan, and the next is what it came to."""
    if position + 1 == len(places):
        return False
    mention, following = places[position].mention, places[position + 1].mention
    if mention.unit != following.unit:
        return False
    first = max(start, mention.low_edge - _LONGEST_YEAR)
    patterns = background_patterns()
    is_of_a_year = patterns.earlier_year.search(normal, first, mention.low_edge) is not None
    if is_of_a_year and _goes_on(normal, mention.high_edge, following.low_edge):
        return is_earlier_level(normal, start, places, position + 1)
    for before, between in (
        (patterns.earlier_year, patterns.later_level),
        (patterns.planned_level, patterns.actual_level),
    ):
        if before.search(normal, first, mention.low_edge):
            return between.fullmatch(normal, mention.high_edge, following.low_edge) is not None
    return False


def _goes_on(normal: str, start: int, end: int) -> bool:
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
