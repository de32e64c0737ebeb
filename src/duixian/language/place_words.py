"""The words of ``places.toml``, loaded and checked once."""

from __future__ import annotations

from functools import cache

import msgspec

from duixian.language.data import load_toml


class ChinesePlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What Chinese names of places and projects end in, and where they end."""

    regions: list[str]
    rivers: list[str]
    parts_of_rivers: list[str]
    province_parts: list[str]
    not_a_province_part: list[str]
    peoples: list[str]
    ambiguous_governments: list[str]
    read_as_and: list[str]
    ambiguous_prefectures: list[str]
    ambiguous_counties: list[str]
    spoken_places: list[str]
    not_a_prefecture: list[str]
    county_behind: str
    place_suffixes: list[str]
    place_not_before: list[str]
    place_behind: list[str]
    project_suffixes: list[str]
    project_common_suffixes: list[str]
    project_not_before: list[str]
    project_tails: list[str]
    project_verbs: list[str]
    event_suffixes: list[str]
    not_in_an_event: list[str]
    holding: list[str]
    held_suffixes: list[str]
    formally_held_suffixes: list[str]
    of_the_world: list[str]
    class_of_event: list[str]
    no_held_event: list[str]
    founding: list[str]
    founded_suffixes: list[str]
    not_founded: list[str]
    quoted_not: list[str]
    quoted_suffixes: list[str]
    quoted_in_front: list[str]
    class_behind_a_quotation: list[str]
    no_programme_alone: list[str]
    no_programme: list[str]
    making: list[str]
    made_too: list[str]
    plan_suffixes: list[str]
    no_plan: list[str]
    came_of_a_project: list[str]
    no_single_project: list[str]
    suffixes_of_two_sides: list[str]
    works_by_name: list[str]
    suffixes_behind_a_place: list[str]
    inside_behind_a_place: list[str]
    no_work_of_a_place: list[str]
    class_behind_a_place: list[str]
    listed_projects: list[str]
    part_of_work: str
    before_a_version: list[str]
    sides: str
    censuses: list[str]
    before_a_campaign: list[str]
    kinds_of_campaign: list[str]
    opening_a_campaign: list[str]
    came_of_a_campaign: str
    benefiting: str
    only_built: str
    took_place: str
    listed_any_project: list[str]
    listed_places: list[str]
    boundaries: list[str]
    boundary_patterns: list[str]
    everyday: list[str]


class EnglishPlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What English names of places and projects end in, and what does not begin them."""

    place_suffixes: list[str]
    project_suffixes: list[str]
    project_tails: list[str]
    project_nouns: list[str]
    noun_kinds: list[str]
    nouns_go_on: list[str]
    quoted_suffixes: list[str]
    listed_nouns: list[str]
    listed_places: list[str]
    not_first: list[str]
    everyday: list[str]
    not_a_name: list[str]
    joined_by_and: list[str]
    in_place: list[str]
    beside: list[str]
    no_works: list[str]
    no_places: list[str]
    spelled_alike: list[str]
    plain_places: list[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    zh: ChinesePlaceWords
    en: EnglishPlaceWords


@cache
def place_words() -> _File:
    """Return the words of both languages."""
    return load_toml("places.toml", _File)
