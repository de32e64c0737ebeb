"""Classes of words that a sentence of a report that argues shows: adversity, others, the past.

The weights of single words know only those of the annotated reports; a class holds for all of
its words. The words are in ``zh/kind_signs.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from duixian.language.data import load_patterns
from duixian.reading.structure.year_words import years_in

_MOST_ADVERSE = 3
_YEARS_LONG_PAST = 8  # before the year planned
_YEARS_PAST = 3


class _Patterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    adverse: re.Pattern[str]
    still: re.Pattern[str]
    remedy: re.Pattern[str]
    abroad: re.Pattern[str]
    own: re.Pattern[str]
    past: re.Pattern[str]
    judging: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return load_patterns("zh/kind_signs.toml", _Patterns)


def classes_shown(text: str, year_planned: int | None) -> Iterator[str]:
    """Give the names of the classes of words that a Chinese sentence shows."""
    patterns = _patterns()
    yield from _adverse(patterns, text)
    if patterns.abroad.search(text):
        yield "abroad" if patterns.own.search(text) else "abroad, not of us"
    if patterns.past.search(text):
        yield "past"
    if patterns.judging.search(text):
        yield "judging"
    if year_planned is not None and (years := years_in(text)):
        yield _age(year_planned - max(years))


def tells_adversity(text: str) -> bool:
    """Return whether a Chinese sentence tells what goes badly, and nothing done about it."""
    patterns = _patterns()
    return patterns.adverse.search(text) is not None and patterns.remedy.search(text) is None


def _adverse(patterns: _Patterns, text: str) -> Iterator[str]:
    count = len(patterns.adverse.findall(text))
    if not count:
        return
    for number in range(1, min(count, _MOST_ADVERSE) + 1):
        yield f"adverse: {number}"
    if patterns.still.search(text):
        yield "adverse still"
    if tells_adversity(text):
        yield "adverse without remedy"


def _age(years: int) -> str:
    """Return how long before the year planned the latest year is that a sentence names."""
    if years >= _YEARS_LONG_PAST:
        return "year long past"
    if years >= _YEARS_PAST:
        return "year past"
    return "year of now" if years > 0 else "year to come"
