"""What a Chinese clause is about: its words, each weighted by how much it tells.

A word that stands in few clauses of reports, in few clauses of these two, and is no word of manner,
tells most. How common words are in reports at large is data: ``language/zh/word_clauses.csv``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log

import msgspec

from duixian.accounting.knowledge import Knowledge
from duixian.bilingual.dictionary import Dictionary, load_dictionary
from duixian.language.chinese_words import ALL, clauses_with
from duixian.language.data import compile_pattern, load_toml
from duixian.language.word_tree import word_tree

DATA = "zh/matching.toml"
_LATIN = re.compile("[A-Za-z]{2,}")
_LISTED = re.compile("[、和及与]|以及")
_OPEN_END = re.compile("等[^，]*$")
_MOST_CHARACTERS = 400  # of one clause; what follows is not compared
_MOST_PARTS = 12
_LEAST_PART = 1.5  # weight of a list's member that tells anything
_HEAVIEST, _LIGHTEST = 6.0, 0.3
_COMMON_IN_REPORTS, _COMMON_IN_THESE = 2.5, 1.0  # logarithms below which a word tells nothing
_FEWEST_PROMISES, _FEWEST_ANSWERS = 700, 300  # short reports weigh words as two long ones do
_PARTIAL = 0.8  # of a longer word's pairs of characters
_WITHIN = 0.8  # a word that is only a part of a longer one
_TELLING_PART = 6  # characters of a long form that tell its short name
_PARTS = re.compile("[和、及与]")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    empty: list[str]
    leading: str
    ceremony: str


class _Manner(msgspec.Struct, frozen=True):
    manner: list[str]


@dataclass(frozen=True, slots=True)
class TermData:
    """Words that tell nothing, how common the others are, and what leads a task."""

    empty: frozenset[str]
    clauses: Mapping[str, int]
    all_clauses: int
    leading: re.Pattern[str]
    ceremony: re.Pattern[str]


@cache
def load_terms() -> TermData:
    """Return the data. Raises LanguageDataError where a file does not fit."""
    entries = load_toml(DATA, _File)
    manner = load_toml("zh/account.toml", _Manner).manner
    clauses = clauses_with()
    return TermData(
        frozenset([*entries.empty, *manner]),
        clauses,
        clauses[ALL],
        compile_pattern(entries.leading, path=DATA, entry="leading"),
        compile_pattern(entries.ceremony, path=DATA, entry="ceremony"),
    )


@dataclass(frozen=True, slots=True)
class Terms:
    """A clause as it is compared: its words, their weights, and the members of its list."""

    text: str
    also: str  # the text, with the long forms of its short names and the short ones of its long
    weights: Mapping[str, float]
    reach: frozenset[str]  # the telling words of ``also``
    total: float
    members: tuple[Terms, ...]

    def has(self, word: str) -> float:
        """Return how far the clause has a word: 1 for all of it, less for a part."""
        if word in self.weights:
            return 1.0
        if word in self.also:
            return _WITHIN if word in self.text else 1.0
        if len(word) <= 2:
            return 0.0
        pairs = [word[at : at + 2] for at in range(len(word) - 1)]
        return _PARTIAL * sum(pair in self.also for pair in pairs) / len(pairs)

    def held_by(self, other: Terms) -> tuple[float, dict[str, float]]:
        """Return the share of this clause that another has, and the weight of each word of it."""
        held = {
            word: weight * share
            for word, weight in self.weights.items()
            if weight and (share := other.has(word))
        }
        return (sum(held.values()) / self.total if held else 0.0), held


class TermReader:
    """Reads clauses of two Chinese reports as terms."""

    def __init__(self, knowledge: Knowledge, short_names: Mapping[str, str]) -> None:
        self._knowledge = knowledge
        self._data = load_terms()
        self._dictionary: Dictionary = load_dictionary()
        self._short = {**knowledge.abbreviations, **short_names}
        self._telling = {
            short: [part for part in _PARTS.split(long) if len(part) >= _TELLING_PART]
            for short, long in self._short.items()
        }
        self._short_name = re.compile(f"({word_tree(list(self._short))})")
        self._promised: Counter[str] = Counter()
        self._told: Counter[str] = Counter()
        self._promises = self._answers = 0
        self._known: dict[str, float] = {}

    def count(self, promises: Iterable[str], answers: Iterable[str]) -> None:
        """Count in how many of the promises and answers of the two reports each word stands."""
        for text in promises:
            self._promises += 1
            self._promised.update(dict.fromkeys(self._words(self.spelt(text)), 1))
        for text in answers:
            self._answers += 1
            self._told.update(dict.fromkeys(self._words(self.spelt(text)), 1))

    def read_promise(self, text: str) -> Terms:
        """Read a promise without what only leads its task."""
        lead = self._data.leading.match(text)
        return self.read(text[lead.end() :] if lead else text)

    def read(self, text: str) -> Terms:
        """Read one clause with the members of its list."""
        listed = self._listed(text[:_MOST_CHARACTERS])
        members = [self.read_plain(member) for member in listed[:_MOST_PARTS]]
        return self.read_plain(text, tuple(each for each in members if each.total > _LEAST_PART))

    def read_plain(self, text: str, members: tuple[Terms, ...] = ()) -> Terms:
        """Read a passage as it stands."""
        spelt = self.spelt(text)
        words = self._words(spelt)
        weights = {word: self._weight(word) for word in words}
        if not any(weights.values()):  # it only says what others say too: then that must tell
            weights = {word: self._rarity(word) for word in words}
        also = self._with_other_names(spelt)
        reach = frozenset(word for word in self._dictionary_words(also) if self._weight(word))
        reach |= {word for word, weight in weights.items() if weight}
        total = sum(weights.values()) or 1.0
        return Terms(spelt, also, weights, reach, total, members)

    def spelt(self, text: str) -> str:
        """Return a wording without numbers, each synonym by the word that stands for all."""
        bare = self._knowledge.numbers.sub(" ", text[:_MOST_CHARACTERS])
        return self._knowledge.same_words(bare)

    def _with_other_names(self, spelt: str) -> str:
        names = [
            name
            for short, long in self._short.items()
            for name, is_named in (
                (long, short in spelt),
                (short, any(part in spelt for part in self._telling[short])),
            )
            if is_named
        ]
        return " ".join([spelt, *names])

    def _words(self, spelt: str) -> list[str]:
        """Return the words of a wording; a short name is one word."""
        words: list[str] = []
        for piece in self._short_name.split(spelt):
            if piece in self._short:
                words.append(piece)
            else:
                words += self._dictionary_words(piece)
        return words + _LATIN.findall(spelt)

    def _dictionary_words(self, text: str) -> list[str]:
        return [word for word in self._dictionary.words_of(text) if len(word) > 1]

    def _weight(self, word: str) -> float:
        return 0.0 if word in self._data.empty else self._rarity(word)

    def _rarity(self, word: str) -> float:
        if word not in self._known:
            at_large = log(self._data.all_clauses / self._data.clauses.get(word, 1))
            promised = max(_FEWEST_PROMISES, self._promises) / max(1, self._promised[word])
            told = max(_FEWEST_ANSWERS, self._answers) / max(1, self._told[word])
            here = (log(promised) + log(told)) / 2
            weight = (at_large - _COMMON_IN_REPORTS + here - _COMMON_IN_THESE) / 2
            self._known[word] = max(_LIGHTEST, min(_HEAVIEST, weight))
        return self._known[word]

    @staticmethod
    def _listed(text: str) -> list[str]:
        if "、" not in text:
            return []
        return [each for each in _LISTED.split(_OPEN_END.sub("", text)) if len(each) > 1]


def longest_phrase(first: Terms, second: Terms) -> str:
    """Return the longest run of letters that two clauses share."""
    best, text, other = "", first.text, second.text
    for start in range(len(text)):
        end = start + max(2, len(best) + 1)
        while end <= len(text) and text[start:end].isalpha() and text[start:end] in other:
            best = text[start:end]
            end += 1
    return best
