"""What the words around an English number say of it, as the language data lists them."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from duixian.language.data import load_toml
from duixian.language.word_tree import word_tree


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of the data file, each list explained there."""

    change_verbs: list[str]
    shares_up: list[str]
    degrees: list[str]
    rates: list[str]
    prices: list[str]
    rising: list[str]
    growth_itself: list[str]
    change_nouns: list[str]
    moved_by: list[str]
    change_behind: list[str]
    before_up: list[str]
    directions: list[str]
    copulas: list[str]
    only: list[str]
    as_much: list[str]
    change_heads: list[str]
    change_links: list[str]
    comparatives: list[str]
    limits: list[str]
    beyond: list[str]
    reached_before: list[str]
    of_population: list[str]
    set_against: list[str]
    earlier: list[str]
    outdone: list[str]
    shares_of_growth: str
    background_behind: list[str]
    intended: str
    intended_signs: list[str]
    fulfilled: str
    gathering: list[str]
    lasting: list[str]
    lasting_links: list[str]
    days_told: list[str]
    ahead: list[str]
    in_only: list[str]
    priced: list[str]
    market_prices: list[str]
    ruled: list[str]
    thresholds: list[str]
    apiece: list[str]
    shortened: list[str]
    done_within: list[str]
    open_for: list[str]
    merged: list[str]
    ways: list[str]
    inside: list[str]
    relating: list[str]
    territories: list[str]
    climbing: list[str]
    ranks: list[str]
    aged: list[str]
    entitled: list[str]
    taking_time: list[str]
    classes: list[str]
    sizes: list[str]
    giving: list[str]
    each: list[str]
    sorted_by_sums: list[str]
    compared: list[str]
    compared_from: list[str]
    current: list[str]
    promising: list[str]
    goals: list[str]
    peaks: list[str]
    then: list[str]
    out_of: list[str]
    peopled: str
    finishing_school: str
    reached: str
    naming: str
    founding: list[str]


@cache
def context_words() -> ContextWords:
    """Return the words."""
    return load_toml("en/context.toml", ContextWords)


@cache
def change_behind() -> re.Pattern[str]:
    """Return the words behind a number that make it a change: 5 percent more, 3-percent growth."""
    return re.compile(
        r"^[ -](?:(?:year-on-year|annual|average annual) )?"
        rf"(?:{word_tree(context_words().change_behind)})\b(?! than)"
    )


@cache
def change_words() -> re.Pattern[str]:
    """Return the verbs and nouns of change."""
    data = context_words()
    return re.compile(rf"\b(?:{word_tree([*data.change_verbs, *data.change_nouns])})\b", re.I)


@cache
def set_against() -> re.Pattern[str]:
    """Return the words in front of a number that is told beside the one before it."""
    return re.compile(rf"\W*(?:{word_tree(context_words().set_against)}) $")
