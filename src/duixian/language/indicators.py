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

from duixian.language.english_names import EnglishNames, without_articles, without_whole
from duixian.language.indicator_data import (
    PATH,
    Indicator,
    IndicatorFile,
    comparable,
    load_indicator_file,
    load_indicators,
)
from duixian.language.near_names import NearNames
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

__all__ = [
    "Indicator",
    "IndicatorHit",
    "find_indicator",
    "find_indicators_in_text",
    "load_indicators",
]


_LONGEST_SUM = 30  # characters of the other members of a sum
_IN_A_WORD = re.compile("[a-z0-9]")


class IndicatorHit(NamedTuple):
    """Where a text names an indicator: ``text[start:end]`` is the name."""

    start: int
    end: int
    id: str


class _Name(NamedTuple):
    indicator: Indicator | None  # None for a name that holds another and stands for nothing
    is_bare: bool
    tells_growth: bool
    is_turned: bool = False  # with "of" where the file's name has none: it must end there


class _Lexicon(NamedTuple):
    """The names of one language, and what decides whether one counts where it stands."""

    is_english: bool
    names: dict[str, _Name]
    finder: WordFinder  # of the names
    goes_on: tuple[str, ...]
    moving: re.Pattern[str] | None
    qualified_by: tuple[str, ...]
    part_of: tuple[str, ...]
    growth: tuple[str, ...]
    moved: tuple[str, ...]  # behind a name, and the growth of it too
    neutral: tuple[str, ...]
    added: tuple[str, ...]
    total: tuple[str, ...]


class _Match(NamedTuple):
    start: int
    end: int
    indicator: Indicator
    name: _Name
    is_qualified: bool


def find_indicator(text: str, *, unit: str, basis: str, language: str) -> Indicator | None:
    """Return the indicator that a measure or clause names, or None.

    ``unit`` and ``basis`` are those of its quantity, empty where it has none: then any
    full name counts. The longest name wins, of equal ones the last.
    """
    normal = comparable(text, language=language)
    if language != "en":
        found = _best(normal, _lexicon("zh"), unit, basis)
        return _of_subject(normal, unit, basis) if found is None and " " in normal else found
    if unit and (normal := _told_of(normal)) == "":
        return None
    lexicon, normal = _lexicon("en"), without_articles(normal)
    if lexicon.moving and (" gdp" in normal or " share " in normal):
        normal = lexicon.moving.sub(" ", normal)
    each = _lexicon_of_each(unit) if "/" in unit else None
    found = _best(normal, each, unit, basis) if each else None
    return found or _best(normal, lexicon, unit, basis) or _near(text, normal, unit, basis)


def _told_of(measure: str) -> str:
    """Return what an English measure is told of; nothing where that is no indicator at all."""
    no_measure, how = _not_told_of()
    return "" if no_measure.search(measure) else how.split(measure, maxsplit=1)[0]


@cache
def _not_told_of() -> tuple[re.Pattern[str], re.Pattern[str]]:
    entries = load_indicator_file(PATH)
    return re.compile("|".join(entries.no_measure_en)), re.compile(word_tree(entries.how_en))


def _near(text: str, normal: str, unit: str, basis: str) -> Indicator | None:
    """Return the indicator whose name has the words of an English measure in another order."""
    found = _near_names().find(text.replace("-", " ")) if unit else None
    if found is None:
        return None
    name = _Name(found, is_bare=False, tells_growth=False)
    match = _Match(0, len(normal), found, name, is_qualified=False)
    return found if _fits(match, normal, _lexicon("en"), unit, basis) else None


def _of_subject(normal: str, unit: str, basis: str) -> Indicator | None:
    """Return the indicator that a subject and what is told of it name together: 粮食 产量增加."""
    lexicon, joined = _lexicon("zh"), normal.replace(" ", "")
    for match in _matches(joined, lexicon):
        front, rest = joined[: match.start], joined[match.end :]
        if (
            match.is_qualified
            or (front and front not in lexicon.neutral)
            or (rest and not rest.startswith(lexicon.moved))
        ):
            return None
        return match.indicator if _fits(match, joined, lexicon, unit, basis) else None
    return None


def _best(normal: str, lexicon: _Lexicon, unit: str, basis: str) -> Indicator | None:
    found: Indicator | None = None
    length = 0
    for match in _matches(normal, lexicon):
        if match.end - match.start < length or match.is_qualified:
            continue
        if _fits(match, normal, lexicon, unit, basis):
            found, length = match.indicator, match.end - match.start
    return found


def find_indicators_in_text(text: str, *, language: str) -> list[IndicatorHit]:
    """Return every place where a text names an indicator, in order, whatever its numbers."""
    lexicon = _lexicon("en" if language == "en" else "zh")
    normal = comparable(text, language=language)
    return [
        IndicatorHit(match.start, match.end, match.indicator.id)
        for match in _matches(normal, lexicon)
        if not match.is_qualified
    ]


@cache
def _lexicon(language: Literal["zh", "en"]) -> _Lexicon:
    entries = load_indicator_file(PATH)
    is_english = language == "en"
    growth = entries.growth_en if is_english else entries.growth_zh
    names: dict[str, _Name] = {}
    for indicator in load_indicators().values():
        for name in indicator.aliases_en if is_english else indicator.aliases_zh:
            _enter(names, comparable(name, language=language), indicator, growth, is_bare=False)
        for name in indicator.bare_en if is_english else indicator.bare_zh:
            _enter(names, comparable(name, language=language), indicator, growth, is_bare=True)
    if is_english:
        names.update(
            (name, _Name(None, is_bare=False, tells_growth=False))
            for name in entries.silent_names()
        )
        _reword(names, entries)
    return _with_names(names, entries, is_english=is_english)


@cache
def _near_names() -> NearNames[Indicator]:
    entries = load_indicator_file(PATH)
    names = {
        comparable(name, language="en"): indicator
        for indicator in load_indicators().values()
        for name in indicator.aliases_en
    }
    return NearNames(names, links=entries.links_en, free=entries.free_en, deeds=entries.deeds_en)


@cache
def _lexicon_of_each(unit: str) -> _Lexicon | None:
    """Return the English names of what is counted for each of some people, as the unit says.

    Of 58 patents per 10,000 people the words name no more than the patents.
    """
    names: dict[str, _Name] = {}
    for name, known in _lexicon("en").names.items():
        if known.indicator is None or unit not in known.indicator.units_of("level"):
            continue
        if shorter := without_whole(name):
            names.setdefault(shorter, known._replace(is_turned=False))
    return _with_names(names, load_indicator_file(PATH), is_english=True) if names else None


def _with_names(names: dict[str, _Name], entries: IndicatorFile, *, is_english: bool) -> _Lexicon:
    moving = word_tree(entries.moving_en)
    share = "(?=(?:as )?(?:an? )?(?:share|percentage|proportion|of)\\b)"
    return _Lexicon(
        is_english=is_english,
        names=names,
        finder=WordFinder(names),
        goes_on=entries.goes_on_en if is_english else (),
        moving=re.compile(rf" (?:{moving})(?: to)? {share}") if is_english and moving else None,
        qualified_by=entries.qualified_by_en if is_english else entries.qualified_by_zh,
        part_of=entries.part_of_en if is_english else entries.part_of_zh,
        growth=entries.growth_en if is_english else entries.growth_zh,
        moved=(*entries.growth_zh, *entries.moved_zh),
        neutral=_neutral(entries, is_english=is_english),
        added=entries.added_en if is_english else entries.added_zh,
        total=entries.total_en if is_english else entries.total_zh,
    )


def _reword(names: dict[str, _Name], entries: IndicatorFile) -> None:
    """Enter the names in other words too; a name of the file keeps its own meaning."""
    other = EnglishNames(entries.same_en, entries.turned_en, entries.between_en)
    worded = [(each, known) for name, known in names.items() for each in other.same_wordings(name)]
    for name, known in worded:
        names.setdefault(name, known)
    turned = {known: known._replace(is_turned=True) for known in set(names.values())}
    for name, known in worded:
        if not known.is_bare:
            for each in other.turned_round(name):
                names.setdefault(each, turned[known])


def _neutral(entries: IndicatorFile, *, is_english: bool) -> tuple[str, ...]:
    if is_english:
        return tuple(f" {words}" for words in entries.neutral_en)
    return entries.neutral_zh


def _enter(
    names: dict[str, _Name],
    name: str,
    indicator: Indicator,
    growth: tuple[str, ...],
    *,
    is_bare: bool,
) -> None:
    names.setdefault(name, _Name(indicator, is_bare, name.endswith(growth)))


def _matches(text: str, lexicon: _Lexicon) -> Iterator[_Match]:
    """Yield the names in a text that lie in no longer name."""
    names, reached, taken = lexicon.names, 0, -1
    found = lexicon.finder.all_in(text)
    for start, minus_end in sorted([(start, -end) for _, start, end in found]):
        end = -minus_end
        if start == taken or end <= reached:  # a longer name is there already
            continue
        name = names[text[start:end]]
        if lexicon.is_english:
            end = _word_end(text, end)
            if end < 0 or _IN_A_WORD.match(text, max(0, start - 1), start):
                continue
        if name.is_bare and not _is_alone(text, start, end, lexicon):
            continue
        if name.is_turned and text.startswith(lexicon.goes_on, end + 1):
            continue
        reached, taken = end, start
        if name.indicator is None:
            continue
        yield _Match(start, end, name.indicator, name, _is_qualified(text, start, end, lexicon))


def _word_end(text: str, end: int) -> int:
    """Return where the word that a name ends in ends, a plural -s with it; -1 inside a word."""
    if text[end : end + 1] == "s":
        end += 1
    return -1 if text[end : end + 1].isalnum() else end


def _is_qualified(text: str, start: int, end: int, lexicon: _Lexicon) -> bool:
    """Tell whether a name only qualifies what comes after it, or is the whole of a share.

    Nor does 国债、专项债等资金 state the first of its members.
    """
    if text.endswith(lexicon.part_of, max(0, start - 20), start):
        return not lexicon.is_english or _ends_in_words(text, start, lexicon.part_of)
    if lexicon.is_english:
        return text.startswith(lexicon.qualified_by, end + (text[end : end + 1] == " "))
    if text[end : end + 1] == "、" and text.find("等", end, end + _LONGEST_SUM) > 0:
        return True
    return text.startswith(lexicon.qualified_by, end)


def _ends_in_words(text: str, end: int, phrases: tuple[str, ...]) -> bool:
    """Tell whether one of the phrases ends there as words of its own: "to", but not "into"."""
    starts = (end - len(phrase) for phrase in phrases if text.endswith(phrase, 0, end))
    return any(not text[start - 1 : start].isalnum() for start in starts)


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
    indicator = match.indicator
    if not unit:
        return not match.name.is_bare
    if basis != "change" and unit in indicator.units_of("level"):
        return not (indicator.is_stock and _tells_what_is_new(match, text, lexicon))
    if unit not in indicator.units_of("change"):
        return False
    return basis != "level" or (unit == "%" and _tells_growth(match, text, lexicon))


def _tells_what_is_new(match: _Match, text: str, lexicon: _Lexicon) -> bool:
    words = f" {text} " if lexicon.is_english else text
    told = [at + len(word) for word in lexicon.added if (at := words.find(word)) >= 0]
    if lexicon.is_english and text.endswith("new ", 0, match.start):
        told.append(match.start)
    return bool(told) and not any(word in words[min(told) :] for word in lexicon.total)


def _tells_growth(match: _Match, text: str, lexicon: _Lexicon) -> bool:
    after = match.end + 1 if text[match.end : match.end + 1] == " " else match.end
    return match.name.tells_growth or text.startswith(lexicon.growth, after)
