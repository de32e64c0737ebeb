"""A government's own units, and which of them a task is likely to fall to.

The table is the user's to edit (``units.toml``). A unit gets points for its words in the task,
fewer for words elsewhere in the sentence or its headings, and for the function of government.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec

from duixian.errors import DamagedSourceError, EmptySourceError, SourceUnreadableError
from duixian.language.functions import divisions
from duixian.language.word_tree import word_tree
from duixian.reading.records import Government, Language, Level

EXAMPLE = "units-beijing-district.toml"
_EXAMPLE_ADVICE = "duixian tasks --example-units shows how one is written"
_WORD_IN_TASK = 3
_WORD_NEAR_BY = 1
_OWN_FUNCTION = 2
_OTHER_FUNCTION = 1
_LEAST_POINTS = 2


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One unit: its names, its functions of government and its words."""

    name: str
    en: str = ""
    functions: list[str] = []
    words: list[str] = []
    words_en: list[str] = []

    def name_in(self, language: Language) -> str:
        """Name it in a language; by its only name where it has one."""
        return self.en if language is Language.EN and self.en else self.name


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unit: list[Unit] = []


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit that a task may fall to, and why."""

    name: str
    points: int
    why: str


class Units:
    """The units of one government, ready to be asked."""

    def __init__(self, units: Iterable[Unit], language: Language) -> None:
        self._language = language
        self._units = tuple(units)
        self._words = [
            frozenset(word.lower() for word in (unit.words if _is_zh(language) else unit.words_en))
            for unit in self._units
        ]
        self._pattern = _pattern(frozenset().union(*self._words), language)

    def candidates(self, task: str, *, near_by: str, functions: Iterable[str]) -> list[Candidate]:
        """Rank the units a task may fall to, the likeliest first; equals as the table has them."""
        asked = tuple(functions)
        here, near = self._found(task), self._found(near_by)
        found = []
        for unit, words in zip(self._units, self._words, strict=True):
            reasons = [(_WORD_IN_TASK, word) for word in here if word in words]
            beside = [(_WORD_NEAR_BY, word) for word in near if word in words and word not in here]
            reasons += [*beside[:1], *_by_function(unit, asked)]
            points = sum(points for points, _ in reasons)
            if points >= _LEAST_POINTS:
                why = ", ".join(f"{reason} {points}" for points, reason in reasons)
                found.append(Candidate(unit.name_in(self._language), points, why))
        return sorted(found, key=lambda each: -each.points)

    def _found(self, text: str) -> list[str]:
        """List the words of any unit in a text; a longer one hides the shorter inside it."""
        if self._pattern is None:
            return []
        return list(dict.fromkeys(match.lower() for match in self._pattern.findall(text)))


def _by_function(unit: Unit, functions: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    for code in functions:
        if code in unit.functions:
            is_own = code == unit.functions[0] and code == functions[0]
            yield (_OWN_FUNCTION if is_own else _OTHER_FUNCTION), f"COFOG {code}"


def _is_zh(language: Language) -> bool:
    return language is Language.ZH


def _pattern(words: frozenset[str], language: Language) -> re.Pattern[str] | None:
    if not words:
        return None
    body = word_tree(sorted(words))
    if _is_zh(language):
        return re.compile(body, re.IGNORECASE)
    return re.compile(rf"\b({body})(?:e?s)?\b", re.IGNORECASE)


def example_text() -> str:
    """Return the example table of units, to be edited."""
    return files("duixian.language").joinpath(EXAMPLE).read_text(encoding="utf-8")


def example_units() -> list[Unit]:
    """Return the units of the example."""
    return _checked(example_text().encode(), EXAMPLE)


def usual_units(government: Government | None) -> tuple[list[Unit], str]:
    """Return the units of the example for a district, none for others; and what to know of it."""
    advice = "name your own units (duixian tasks --example-units shows how)"
    if government is not None and government.level is Level.COUNTY:
        note = f"lead units are suggested from the example for a Beijing district; {advice}"
        return example_units(), note
    return [], f"no lead units are suggested: the example is for a district; {advice}"


def load_units(path: str) -> list[Unit]:
    """Read a table of units. Raises SourceError for one that is missing, empty or not valid."""
    try:
        content = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise SourceUnreadableError(path, cause.lower(), _EXAMPLE_ADVICE) from error
    return _checked(content, path)


def _checked(content: bytes, path: str) -> list[Unit]:
    try:
        units = msgspec.toml.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_File).unit
    except (msgspec.MsgspecError, ValueError) as error:
        raise DamagedSourceError(
            path, f"not a table of units: {error}".replace("\n", " "), _EXAMPLE_ADVICE
        ) from error
    if not units:
        raise EmptySourceError(path, "names no unit", _EXAMPLE_ADVICE)
    if wrong := _wrong(units):
        raise DamagedSourceError(path, wrong, "mend that entry")
    return units


def _wrong(units: list[Unit]) -> str | None:
    codes = {division.code for division in divisions()}
    seen: set[str] = set()
    for number, unit in enumerate(units, start=1):
        if not unit.name.strip():
            return f"unit {number} has no name"
        if unit.name in seen:
            return f"unit {unit.name} stands there twice"
        if unknown := [code for code in unit.functions if code not in codes]:
            return f"unit {unit.name}: no function of government has the code {unknown[0]!r}"
        if "" in unit.words or "" in unit.words_en:
            return f"unit {unit.name} has an empty word"
        seen.add(unit.name)
    return None
