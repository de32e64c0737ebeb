"""What the words around a Chinese number say of it, as the language data lists them."""

from __future__ import annotations

from functools import cache

import msgspec

from duixian.language.data import load_toml


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the data file, each list explained there."""

    change: list[str]
    change_fillers: list[str]
    growing: list[str]
    changing_what: list[str]
    more_or_less: str
    level_verbs: list[str]
    moved_after_all: str
    becoming: str
    growth_reached: str
    from_words: list[str]
    acting: list[str]
    acting_on_counts: list[str]
    shared: str
    steps: str
    years_told: list[str]
    making: list[str]
    foreseen: list[str]
    forecasts: list[str]
    reached: str
    intended: str
    aimed_at: str
    intended_signs: str
    built_on: str
    own_parts: str
    named_again: str
    all_of_it: str
    sorts_of_indicators: str
    indicators: str
    laying_down: str
    indicators_told: str
    together: str
    together_whom: str
    classed_between: str
    limits_kept: str
    limits: str
    troubles: str
    told_below: str
    told_below_what: str
    grown_to: str
    classed: str
    classed_from: str
    classed_counted: str
    classed_counted_what: str
    nations: str
    nations_before: str
    moving_words: str
    moving_on: str
    earlier_year: str
    later_level: str
    planned_level: str
    actual_level: str
    compared_level: str
    contrasted: str
    counted_down: str
    listed_year: str


@cache
def context_words() -> ContextWords:
    """Return the words."""
    return load_toml("zh/context.toml", ContextWords)
