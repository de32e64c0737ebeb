"""Set phrases with a number in them: which stand in a text, and what stands for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated

import msgspec

from duixian.documents.document import Span
from duixian.errors import LanguageDataError
from duixian.language.data import load_toml

PATH = "set_phrases.toml"

_Names = tuple[Annotated[str, msgspec.Meta(min_length=2)], ...]


class SetPhrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One name with a number in it, in both languages."""

    zh: _Names
    en: _Names
    value: str = ""
    unit: str = ""

    @property
    def quantity(self) -> Decimal | None:
        """The quantity the Chinese name holds, where English states it as one."""
        return Decimal(self.value) if self.value else None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrase: tuple[SetPhrase, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A set phrase in a text."""

    phrase: SetPhrase
    span: Span


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, SetPhrase]]:
    phrases = load_set_phrases()
    by_name = {name: phrase for phrase in phrases for name in phrase.zh}
    names = sorted(by_name, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, names))), by_name


@cache
def load_set_phrases() -> tuple[SetPhrase, ...]:
    """Load the set phrases. Raises LanguageDataError where the file does not fit."""
    phrases = load_toml(PATH, _File).phrase
    seen: set[str] = set()
    for phrase in phrases:
        if not phrase.zh or not phrase.en or bool(phrase.value) != bool(phrase.unit):
            raise LanguageDataError(PATH, f"{phrase.zh}: needs both languages, value with unit")
        if doubled := seen.intersection(phrase.zh):
            raise LanguageDataError(PATH, f"{', '.join(doubled)}: stands in it twice")
        seen.update(phrase.zh)
    return phrases


def phrases_in_chinese(normal: str, start: int, end: int) -> list[Occurrence]:
    """Return the set phrases of a stretch of Chinese text, the longest at each place."""
    pattern, by_name = _patterns()
    found = pattern.finditer(normal, start, end)
    return [Occurrence(by_name[match.group()], match.span()) for match in found]


def rendering_of(phrase: SetPhrase, normal: str, start: int, end: int) -> Span | None:
    """Return where an English text spells out or names a set phrase."""
    text = normal[start:end].lower()
    for words in phrase.en:
        at = text.find(words)
        if at >= 0:
            return start + at, start + at + len(words)
    return None
