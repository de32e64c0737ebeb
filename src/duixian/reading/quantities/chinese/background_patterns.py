"""The patterns around a Chinese number that make it background, as the language data holds them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_patterns


class BackgroundPatterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The patterns of the data file, each explained there."""

    moving_on: re.Pattern[str]
    earlier_year: re.Pattern[str]
    later_level: re.Pattern[str]
    aimed_at: re.Pattern[str]
    nation_beside: re.Pattern[str]
    nation_in_front: re.Pattern[str]
    own_behind: re.Pattern[str]
    reasons: re.Pattern[str]
    planned_level: re.Pattern[str]
    actual_level: re.Pattern[str]
    planned_first: re.Pattern[str]
    came_of_it: re.Pattern[str]
    compared_level: re.Pattern[str]
    reached_before: re.Pattern[str]
    aimed_now: re.Pattern[str]
    few_now: re.Pattern[str]
    differs: re.Pattern[str]
    contrasted: re.Pattern[str]
    counted_down: re.Pattern[str]
    listed_year: re.Pattern[str]
    years_told: re.Pattern[str]
    making: re.Pattern[str]
    foreseen: re.Pattern[str]
    forecasts: re.Pattern[str]
    reached: re.Pattern[str]
    intended: re.Pattern[str]
    intended_signs: re.Pattern[str]
    built_on: re.Pattern[str]
    amid: re.Pattern[str]
    nations: re.Pattern[str]
    nations_before: re.Pattern[str]
    grown_to: re.Pattern[str]
    size_reached: re.Pattern[str]
    passing: re.Pattern[str]
    classed: re.Pattern[str]
    classed_counted: re.Pattern[str]
    classed_counted_what: re.Pattern[str]
    classed_members: re.Pattern[str]
    round_sum: re.Pattern[str]
    awarded: re.Pattern[str]
    classed_from: re.Pattern[str]
    classed_so_many: re.Pattern[str]
    together: re.Pattern[str]
    together_whom: re.Pattern[str]
    classed_between: re.Pattern[str]
    limits_kept: re.Pattern[str]
    limits: re.Pattern[str]
    troubles: re.Pattern[str]
    told_below: re.Pattern[str]
    told_below_what: re.Pattern[str]
    own_parts: re.Pattern[str]
    named_again: re.Pattern[str]
    all_of_it: re.Pattern[str]
    sorts_of_indicators: re.Pattern[str]
    sorts_in_front: re.Pattern[str]
    indicators: re.Pattern[str]
    laying_down: re.Pattern[str]
    indicators_told: re.Pattern[str]


@cache
def background_patterns() -> BackgroundPatterns:
    """Return the patterns.

    Raises LanguageDataError naming the file and the entry that is not valid.
    """
    return load_patterns("zh/background.toml", BackgroundPatterns)
