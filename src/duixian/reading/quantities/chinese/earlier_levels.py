"""What a measure was in an earlier year or by a plan, told in front of what it came to.

1985年为270元，去年提高到463元; 计划增长4%，实际增长6%: the first is no result of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from duixian.reading.quantities.chinese.context_words import context_words
from duixian.reading.quantities.chinese.place import LIST_MARK, Place

_LONGEST_YEAR = 16  # characters from a year to its number: 1985年底仅为


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return what stands in front of the first number, and between the two."""
    words = context_words()
    return (
        (re.compile(f"{words.earlier_year}$"), re.compile(words.later_level)),
        (re.compile(f"{words.planned_level}$"), re.compile(words.actual_level)),
    )


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(context_words().listed_year)


@cache
def _moves_on() -> re.Pattern[str]:
    words = context_words()
    return re.compile(f"{words.moving_on}(?:{words.moving_words})")


def is_earlier_level(normal: str, start: int, places: Sequence[Place], position: int) -> bool:
    """Tell whether the number is of a year or a plan, and the next is what it came to."""
    if position + 1 == len(places):
        return False
    mention, following = places[position].mention, places[position + 1].mention
    if mention.unit != following.unit:
        return False
    first = max(start, mention.low_edge - _LONGEST_YEAR)
    for before, between in _pairs():
        if before.search(normal, first, mention.low_edge):
            return between.fullmatch(normal, mention.high_edge, following.low_edge) is not None
    return False


def is_listed_start(normal: str, place: Place, end: int) -> bool:
    """分别从645元/月、4318元/年提高到…: the second of two starting points."""
    if LIST_MARK.match(place.between) is None or _listed().fullmatch(place.before) is None:
        return False
    if not re.search("[从由]", place.clause):
        return False
    return _moves_on().match(normal, place.mention.high_edge, end) is not None
