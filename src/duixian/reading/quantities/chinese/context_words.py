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
    said_again: list[str]
    going_further: frozenset[str]
    moving_words: str


@cache
def context_words() -> ContextWords:
    """Return the words."""
    return load_toml("zh/context.toml", ContextWords)
