"""Indicators named by a text: measures known across reports, from ``indicators.toml``.

A name counts only where it is the head: in 国内生产总值能耗 the product is no more than a part
of another measure's name, in 新能源汽车出口 the bare name 出口 is narrowed to one kind of
goods, and in 占地区生产总值 the product is the whole of a share. The unit and the basis of
the quantity must be ones the indicator can have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from duixian.language.indicator_data import (
    PATH,
    Indicator,
    IndicatorFile,
    comparable,
    load_indicator_file,
    load_indicators,
)

__all__ = [
    "Indicator",
    "IndicatorHit",
    "find_indicator",
    "find_indicators_in_text",
    "load_indicators",
]


class IndicatorHit(NamedTuple):
    """Where a text names an indicator: ``text[start:end]`` is the name."""

    start: int
    end: int
    id: str


class _Name(NamedTuple):
    indicator: Indicator
    is_bare: bool
    tells_growth: bool


class _Lexicon(NamedTuple):
    """The names of one language, found by their first characters (zh) or first word (en)."""

    is_english: bool
    names: dict[str, _Name]
    lengths: dict[str, tuple[int, ...]]  # first characters or word -> lengths, longest first
    qualified_by: tuple[str, ...]
    part_of: tuple[str, ...]
    growth: tuple[str, ...]
    neutral: tuple[str, ...]


class _Match(NamedTuple):
    start: int
    end: int
    name: _Name
    is_qualified: bool


def find_indicator(text: str, *, unit: str, basis: str, language: str) -> Indicator | None:
    """Return the indicator that a measure or clause names, or None.

    ``unit`` and ``basis`` are those of its quantity, empty where it has none: then any
    full name counts. The longest name wins, of equal ones the last.
    """
    lexicon = _lexicon("en" if language == "en" else "zh")
    normal = comparable(text, language=language)
    found: Indicator | None = None
    length = 0
    for match in _matches(normal, lexicon):
        if match.end - match.start < length or match.is_qualified:
            continue
        if _fits(match, normal, lexicon, unit, basis):
            found, length = match.name.indicator, match.end - match.start
    return found


def find_indicators_in_text(text: str, *, language: str) -> list[IndicatorHit]:
    """Return every place where a text names an indicator, in order, whatever its numbers."""
    lexicon = _lexicon("en" if language == "en" else "zh")
    normal = comparable(text, language=language)
    return [
        IndicatorHit(match.start, match.end, match.name.indicator.id)
        for match in _matches(normal, lexicon)
        if not match.is_qualified
    ]


@cache
def _lexicon(language: Literal["zh", "en"]) -> _Lexicon:
    entries = load_indicator_file(PATH)
    is_english = language == "en"
    lexicon = _Lexicon(
        is_english=is_english,
        names={},
        lengths={},
        qualified_by=entries.qualified_by_en if is_english else entries.qualified_by_zh,
        part_of=entries.part_of_en if is_english else entries.part_of_zh,
        growth=entries.growth_en if is_english else entries.growth_zh,
        neutral=_neutral(entries, is_english=is_english),
    )
    for indicator in load_indicators().values():
        for name in indicator.aliases_en if is_english else indicator.aliases_zh:
            _enter(lexicon, name, indicator, is_bare=False)
        for name in indicator.bare_en if is_english else indicator.bare_zh:
            _enter(lexicon, name, indicator, is_bare=True)
    _index(lexicon)
    return lexicon


def _neutral(entries: IndicatorFile, *, is_english: bool) -> tuple[str, ...]:
    if is_english:
        return tuple(f" {words}" for words in entries.neutral_en)
    return entries.neutral_zh


def _enter(lexicon: _Lexicon, name: str, indicator: Indicator, *, is_bare: bool) -> None:
    normal = comparable(name, language="en" if lexicon.is_english else "zh")
    tells_growth = normal.endswith(lexicon.growth)
    lexicon.names.setdefault(normal, _Name(indicator, is_bare, tells_growth))


def _index(lexicon: _Lexicon) -> None:
    lengths: dict[str, set[int]] = {}
    for name in lexicon.names:
        lengths.setdefault(_key(name, lexicon), set()).add(len(name))
    for key, found in lengths.items():
        lexicon.lengths[key] = tuple(sorted(found, reverse=True))


def _key(name: str, lexicon: _Lexicon) -> str:
    return _word_pattern().findall(name)[0] if lexicon.is_english else name[:2]


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[a-z0-9]+")


def _matches(text: str, lexicon: _Lexicon) -> Iterator[_Match]:
    """Yield the names in a text that lie in no longer name."""
    names, reached = lexicon.names, 0
    for start, lengths in _starts(text, lexicon):
        for length in lengths:
            end = start + length
            name = names.get(text[start:end])
            if name is None or end <= reached or end > len(text):
                continue
            if lexicon.is_english and (end := _word_end(text, end)) < 0:
                continue
            if name.is_bare and not _is_alone(text, start, end, lexicon):
                continue
            reached = end
            yield _Match(start, end, name, _is_qualified(text, start, end, lexicon))
            break


def _starts(text: str, lexicon: _Lexicon) -> Iterator[tuple[int, tuple[int, ...]]]:
    lengths = lexicon.lengths
    if lexicon.is_english:
        for word in _word_pattern().finditer(text):
            found = lengths.get(word[0]) or lengths.get(word[0].removesuffix("s"))
            if found:
                yield word.start(), found
        return
    for start in range(len(text) - 1):
        key = text[start : start + 2]
        if key in lengths:
            yield start, lengths[key]


def _word_end(text: str, end: int) -> int:
    """Return where the word that a name ends in ends, a plural -s with it; -1 inside a word."""
    if text[end : end + 1] == "s":
        end += 1
    return -1 if text[end : end + 1].isalnum() else end


def _is_qualified(text: str, start: int, end: int, lexicon: _Lexicon) -> bool:
    """Tell whether a name only qualifies what comes after it, or is the whole of a share."""
    if text.endswith(lexicon.part_of, max(0, start - 20), start):
        return True
    after = end + 1 if lexicon.is_english and text[end : end + 1] == " " else end
    return text.startswith(lexicon.qualified_by, after)


def _is_alone(text: str, start: int, end: int, lexicon: _Lexicon) -> bool:
    """Tell whether nothing narrows a bare name to a part of what it measures."""
    before = text[max(0, start - 40) : start].rstrip()
    if lexicon.is_english:
        if text.startswith((" of ", " from ", " to ", " in ", " by "), end):
            return False
        return not before[-1:].isalnum() or f" {before}".endswith(lexicon.neutral)
    return not _narrows(before[-1:]) or before.endswith(lexicon.neutral)


def _narrows(character: str) -> bool:
    return character.isalpha() or character in ("”", "》", "）", "’")


def _fits(match: _Match, text: str, lexicon: _Lexicon, unit: str, basis: str) -> bool:
    """Tell whether a number of this unit and basis can state the indicator."""
    indicator = match.name.indicator
    if not unit:
        return not match.name.is_bare
    if basis != "change" and unit in indicator.units_of("level"):
        return True
    if unit not in indicator.units_of("change"):
        return False
    return basis != "level" or (unit == "%" and _tells_growth(match, text, lexicon))


def _tells_growth(match: _Match, text: str, lexicon: _Lexicon) -> bool:
    after = match.end + 1 if text[match.end : match.end + 1] == " " else match.end
    return match.name.tells_growth or text.startswith(lexicon.growth, after)
