"""What lines of page furniture look like: the patterns of ``zh/`` and ``en/furniture.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from duixian.language.data import compile_any, compile_pattern, load_toml
from duixian.language.headings import heading_patterns
from duixian.language.screen import ScreenedPattern

_LANGUAGES = ("zh", "en")
_PATHS = "zh/furniture.toml, en/furniture.toml"


class _Furniture(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """One language's file, which says what each list is for."""

    anywhere: list[str]
    cells: list[str]
    fields: list[str]
    credits: list[str]
    head: list[str]
    tail: list[str]
    labels: list[str]
    tail_openers: list[str]
    menu_words: list[str]
    contents: list[str]
    titles: list[str]
    openings: list[str]
    trailing: list[str]


@dataclass(frozen=True, slots=True)
class FurniturePatterns:
    """The patterns of all languages together, as one page may use several."""

    anywhere: ScreenedPattern  # of a whole line; credits too
    cells: re.Pattern[str]  # one of several on a line, beside others that stand anywhere
    fields: re.Pattern[str]
    credits: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    labels: re.Pattern[str]
    tail_openers: re.Pattern[str]
    contents: re.Pattern[str]
    titles: re.Pattern[str]
    openings: re.Pattern[str]
    trailing: re.Pattern[str]
    menu_words: frozenset[str]
    delivered: tuple[re.Pattern[str], ...]  # of the headings: matches the normal form
    speakers: tuple[re.Pattern[str], ...]  # of the headings: matches the normal form


@cache
def furniture_patterns() -> FurniturePatterns:
    """Return the patterns of page furniture. Raises LanguageDataError where a file is wrong."""
    files = [load_toml(f"{language}/furniture.toml", _Furniture) for language in _LANGUAGES]
    headings = [heading_patterns(language) for language in _LANGUAGES]

    def compiled(*lists: list[str]) -> re.Pattern[str]:
        return compile_any([each for one in lists for each in one], path=_PATHS, flags=re.I)

    def whole_line(pattern: str) -> re.Pattern[str]:
        return compile_pattern(f"^(?:{pattern})\\Z", path=_PATHS, entry="anywhere", flags=re.I)

    lines = [each for file in files for each in (*file.anywhere, *file.credits)]
    return FurniturePatterns(
        anywhere=ScreenedPattern(list(map(whole_line, lines))),
        cells=compiled(*(file.cells for file in files)),
        fields=compiled(*(file.fields for file in files)),
        credits=compiled(*(file.credits for file in files)),
        head=compiled(*(file.head for file in files)),
        tail=compiled(*(file.tail for file in files)),
        labels=compiled(*(file.labels for file in files)),
        tail_openers=compiled(*(file.tail_openers for file in files)),
        contents=compiled(*(file.contents for file in files)),
        titles=compiled(*(file.titles for file in files)),
        openings=compiled(*(file.openings for file in files)),
        trailing=compiled([f"(?:{each})$" for file in files for each in file.trailing]),
        menu_words=frozenset(word.casefold() for file in files for word in file.menu_words),
        delivered=tuple(each for one in headings for each in one.delivered),
        speakers=tuple(one.speaker for one in headings),
    )
