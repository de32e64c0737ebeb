"""The words of ``zh/measures.toml``, loaded and checked once."""

from __future__ import annotations

from functools import cache

import msgspec

from duixian.language.data import load_toml


class MeasureData(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    dropped: list[str]
    openings: list[str]
    not_openings: list[str]
    whole_words: list[str]
    inheriting: list[str]
    aspects: list[str]
    aspect_kinds: list[str]
    said_of: list[str]
    milestones: list[str]
    tails: list[str]
    yields: list[str]
    yield_units: list[str]
    no_goods: str
    shared_starts: list[str]
    shared_rates: list[str]
    leading: list[str]
    going_on: list[str]
    stages: list[str]
    mere_numbers: list[str]
    purposes: list[str]
    ranks: str
    ranks_between: str
    circumstances: list[str]
    said_ends: list[str]
    reaching_to: list[str]
    joining_ends: list[str]
    whole_ends: list[str]
    needs_object: list[str]
    deed_starts: list[str]
    manner: list[str]
    hosting: list[str]
    bringing: list[str]
    of_them: str
    no_such: str
    levels: list[str]
    both: dict[str, list[str]]
    links: list[str]
    listed_kinds: list[str]
    listed_manner: list[str]
    complete: str
    reckoned: list[str]
    reckoned_ends: list[str]
    own_deeds: list[str]
    shared_heads: list[str]
    compared: list[str]
    compared_numbers: list[str]
    within: list[str]
    parts: list[str]
    totals: list[str]
    shared_by_all: list[str]
    others: list[str]
    spent_on: list[str]


@cache
def measure_data() -> MeasureData:
    """Return the words that Chinese measures are told by."""
    return load_toml("zh/measures.toml", MeasureData)
