"""The words that tell whose report a document is: ``zh/`` and ``en/identity.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from duixian.language.data import load_patterns
from duixian.reading.records import Language, Level


class IdentityWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What both languages have; the data files say what each is for."""

    national: re.Pattern[str]
    titled: re.Pattern[str]  # groups ``name`` and ``kind``
    of_whom: re.Pattern[str]  # groups ``name`` and ``kind``
    levels: Mapping[str, Level]


class ChineseWords(IdentityWords, frozen=True, forbid_unknown_fields=True):
    """With what is only told in Chinese."""

    nation: str
    before_a_body: re.Pattern[str]  # group ``place``


class EnglishWords(IdentityWords, frozen=True, forbid_unknown_fields=True):
    """With what is only told in English."""

    place: re.Pattern[str]
    body: re.Pattern[str]  # groups ``name`` and ``kind``
    kinds_of_body: Mapping[str, list[str]]
    other_kinds: Mapping[str, str]


@cache
def chinese_words() -> ChineseWords:
    """Load the Chinese words."""
    return load_patterns("zh/identity.toml", ChineseWords)


@cache
def english_words() -> EnglishWords:
    """Load the English words."""
    return load_patterns("en/identity.toml", EnglishWords)


def words_of(language: Language) -> IdentityWords:
    """Return what both languages have."""
    return chinese_words() if language is Language.ZH else english_words()
