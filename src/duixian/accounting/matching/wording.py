"""Wordings compared: character pairs (zh) or stems (en), each weighted by how rare it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from duixian.accounting.knowledge import Knowledge

_RUN = re.compile(r"[\u3400-\u9fffA-Za-zⅠ-Ⅹ]+|[A-Za-z]+")
_WORD = re.compile(r"[a-z]+")
_QUOTED = re.compile(r"“([^”]{2,24})”|《([^》]{2,40})》|\"([^\"]{2,60})\"")
_PART = re.compile(r"[和、及与]|\band\b")
_TELLING_PART = 6  # characters of a long form that tell it
_STEM = 6
_FEWEST_CLAUSES = 800  # short reports weigh words as two long ones do
_ENOUGH = 9.0  # weight in common from which a likeness counts in full: about two rare pairs


@dataclass(frozen=True, slots=True)
class Words:
    """What of a wording is compared."""

    units: frozenset[str]
    names: frozenset[str]  # quoted names
    short_names: frozenset[str]  # of which the text has the short or part of the long form
    bare: str  # without words of manner and numbers


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two wordings say the same: shares of each that the other has, and what is common."""

    of_first: float
    of_second: float
    weight: float
    common: tuple[str, ...] = ()

    @property
    def score(self) -> float:
        """The likeness as one number from 0 to 1."""
        high, low = max(self.of_first, self.of_second), min(self.of_first, self.of_second)
        return (0.6 * high + 0.4 * low) * min(1.0, self.weight / _ENOUGH)


class WordReader:
    """Reads wordings of one language; knows the short names of the two documents."""

    def __init__(self, knowledge: Knowledge, short_names: Mapping[str, str]) -> None:
        self._knowledge = knowledge
        self._short = {**knowledge.abbreviations, **short_names}
        self._pattern = (
            re.compile("|".join(map(re.escape, sorted(self._short, key=len, reverse=True))))
            if self._short
            else None
        )
        self._telling = {short: _telling(short, long) for short, long in self._short.items()}

    def read(self, text: str) -> Words:
        """Read one wording."""
        names = frozenset(next(filter(None, groups)) for groups in _QUOTED.findall(text))
        spelt = text
        if self._pattern:
            spelt = self._pattern.sub(lambda found: f"{found[0]} {self._short[found[0]]}", text)
        spelt = self._knowledge.numbers.sub(" ", spelt)
        bare = self._knowledge.manner.sub(" ", self._knowledge.same_words(spelt))
        units = _stems(bare) if self._knowledge.language == "en" else _pairs(bare)
        short_names = frozenset(
            short
            for short, telling in self._telling.items()
            if any(part in text for part in telling)
        )
        core = self._knowledge.manner.sub("", self._knowledge.numbers.sub("", text))
        return Words(frozenset(units), names, short_names, core)


def _telling(short: str, long: str) -> tuple[str, ...]:
    """Return what tells a short name: itself, or a part of what it is short for."""
    return short, *(part for part in _PART.split(long) if len(part) >= _TELLING_PART)


def _pairs(text: str) -> Iterable[str]:
    for run in _RUN.findall(text):
        for start in range(len(run) - 1):
            yield run[start : start + 2]


def _stems(text: str) -> Iterable[str]:
    for word in _WORD.findall(text.lower()):
        if len(word) > 2:
            yield word[:_STEM]


class Rarity:
    """How much each unit tells, by how few clauses have it."""

    def __init__(self, wordings: Iterable[Words]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for words in wordings:
            counts.update(words.units)
            total += 1
        total = max(total, _FEWEST_CLAUSES)
        self._weights = {unit: log((total + 1) / count) for unit, count in counts.items()}
        self._most = log(total + 1)

    def weight(self, units: Iterable[str]) -> float:
        """Return what some units tell together."""
        return sum(self._weights.get(unit, self._most) for unit in units)

    def compare(self, first: Words, second: Words) -> Likeness:
        """Compare two wordings."""
        common = first.units & second.units
        if not common:
            return Likeness(0.0, 0.0, 0.0)
        weight = self.weight(common)
        return Likeness(
            weight / self.weight(first.units),
            weight / self.weight(second.units),
            weight,
            tuple(sorted(common)),
        )
