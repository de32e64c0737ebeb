"""The data behind the indicators: ``indicators.toml``, checked and its names spelt out.

One indicator is one measure, whatever form its number takes: the unit and the basis of a
quantity tell whether it states the level (126 trillion yuan) or the change (5.2 %). A rate
changes by points; anything else by per cent, multiples or its own units, unless
``change_units`` says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Annotated, Literal

import msgspec

from duixian.errors import LanguageDataError
from duixian.language.data import load_toml

PATH = "indicators.toml"

Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Line = Annotated[str, msgspec.Meta(min_length=2, max_length=160, pattern=r"^\S[^\n]*\S$")]
Division = Annotated[str, msgspec.Meta(pattern=r"^(0[1-9]|10)$")]
Names = tuple[Annotated[str, msgspec.Meta(min_length=2)], ...]


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A measure known by name. Names are as in the file until ``load_indicators`` expands them."""

    id: Identifier
    name_zh: Line
    name_en: Line
    unit: str
    direction: Literal["higher", "lower", "ceiling", "target", "none"]
    cofog: Division
    definition_zh: Line
    definition_en: Line
    aliases_zh: Names = ()
    aliases_en: Names = ()
    bare_zh: Names = ()
    bare_en: Names = ()
    units: tuple[str, ...] = ()
    change_units: tuple[str, ...] = ()
    bases: tuple[Literal["level", "change"], ...] = ("level", "change")
    is_stock: bool = False

    def units_of(self, basis: str) -> tuple[str, ...]:
        """Return the units a number of this basis may have; none where the basis makes no sense."""
        if basis not in self.bases:
            return ()
        levels = (self.unit, *self.units)
        if basis == "level":
            return levels
        if self.change_units:
            return self.change_units
        return ("pp",) if self.unit == "%" else ("%", "x", *levels)

    def names(self, language: str) -> tuple[str, ...]:
        """Return every name in the language, full ones first."""
        if language == "en":
            return self.aliases_en + self.bare_en
        return self.aliases_zh + self.bare_zh


class IndicatorFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file: the indicators, and the words that decide whether a name is one."""

    unit_codes: frozenset[str]
    qualified_by_zh: tuple[str, ...]
    qualified_by_en: tuple[str, ...]
    part_of_zh: tuple[str, ...]
    part_of_en: tuple[str, ...]
    added_zh: tuple[str, ...]
    added_en: tuple[str, ...]
    total_zh: tuple[str, ...]
    total_en: tuple[str, ...]
    growth_zh: tuple[str, ...]
    moved_zh: tuple[str, ...]
    growth_en: tuple[str, ...]
    neutral_zh: tuple[str, ...]
    neutral_en: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    indicator: tuple[Indicator, ...]
    moving_en: tuple[str, ...]
    no_measure_en: tuple[str, ...]
    how_en: tuple[str, ...]
    same_en: tuple[tuple[str, ...], ...]
    turned_en: tuple[str, ...]
    between_en: tuple[str, ...]
    goes_on_en: tuple[str, ...]
    silent_en: tuple[str, ...]
    links_en: tuple[str, ...]
    free_en: tuple[str, ...]
    deeds_en: tuple[str, ...]

    def silent_names(self) -> list[str]:
        """Return the English names that hold another one and stand for no indicator."""
        return [name for pattern in self.silent_en for name in _choices(pattern, self.words)]


@cache
def load_indicator_file(path: str) -> IndicatorFile:
    """Return the whole file. Raises LanguageDataError naming what does not fit."""
    return load_toml(path, IndicatorFile)


@cache
def load_indicators(path: str = PATH) -> dict[str, Indicator]:
    """Return every indicator by its id. Raises LanguageDataError naming the entry at fault."""
    indicators = {}
    entries = load_indicator_file(path)
    for entry in entries.indicator:
        if entry.id in indicators:
            raise LanguageDataError(path, f"two indicators have the id {entry.id}")
        _check_units(entry, entries.unit_codes, path)
        indicators[entry.id] = _expanded(entry, entries.words, path)
    _check_names(indicators, path)
    return indicators


def comparable(text: str, *, language: str) -> str:
    """Return the text in the form names are compared in, of the same length."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters have no lower case of one character
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    if language == "en":
        return lower.replace("-", " ").replace("’", "'").replace("\n", " ")
    return lower.replace("(", "（").replace(")", "）")


def _check_units(entry: Indicator, codes: frozenset[str], path: str) -> None:
    for unit in (entry.unit, *entry.units, *entry.change_units):
        parts = [unit] if unit in codes else unit.split("/")
        if not all(part.lstrip("0123456789") in codes | {""} for part in parts) or not unit:
            raise LanguageDataError(path, f"{entry.id}: {unit!r} is not a unit code")


def _check_names(indicators: dict[str, Indicator], path: str) -> None:
    for language in ("zh", "en"):
        owners: dict[str, str] = {}
        for entry in indicators.values():
            for name in entry.names(language):
                owner = owners.setdefault(comparable(name, language=language), entry.id)
                if owner != entry.id:
                    raise LanguageDataError(path, f"{name!r} names both {owner} and {entry.id}")


def _expanded(entry: Indicator, words: dict[str, tuple[str, ...]], path: str) -> Indicator:
    def spelt_out(*patterns: str) -> tuple[str, ...]:
        names = [name for pattern in patterns for name in _choices(pattern, words)]
        stray = [name for name in names if len(name) < 2 or "{" in name or "}" in name]
        if stray:
            raise LanguageDataError(path, f"{entry.id}: {stray[0]!r} is not a name")
        return tuple(dict.fromkeys(names))

    return msgspec.structs.replace(
        entry,
        aliases_zh=spelt_out(entry.name_zh, *entry.aliases_zh),
        aliases_en=spelt_out(entry.name_en, *entry.aliases_en),
        bare_zh=spelt_out(*entry.bare_zh),
        bare_en=spelt_out(*entry.bare_en),
    )


def _choices(pattern: str, words: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Spell out ``{a|b|}``; a choice that names a list of ``words`` stands for all of them."""
    parts: list[list[str]] = []
    for position, part in enumerate(re.split(r"\{([^{}]*)\}", pattern)):
        choices = part.split("|") if position % 2 else [part]
        parts.append([word for choice in choices for word in words.get(choice, (choice,))])
    for chosen in product(*parts):
        yield " ".join("".join(chosen).split()).replace(" 's", "'s")
