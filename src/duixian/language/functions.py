"""The functions of government (COFOG divisions) that a sentence speaks of.

A vote of words: every word of a field counts for its division by its weight, a longer word
hides the shorter ones inside it, and so does a silent one, which speaks for nothing: 国贸 is no
trade. The words are in ``functions.toml``. It tells the field, not the office in charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

import msgspec

from duixian.language.data import load_toml
from duixian.language.whole_words import WholeWordFinder
from duixian.language.word_finder import WordFinder

MOST_DIVISIONS = 3
_LEAST_SCORE = 2  # a single hint decides nothing
_LEAST_SHARE = 0.4  # of the strongest division's score
_HINT, _WORD, _NAMED = 1, 2, 3  # the weights of words
_MANY_HINTS = 4  # that stand beside a division named

Votes = dict[str, tuple[tuple[str, int], ...]]  # word -> (division, weight)


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one division in one language, from telling to faint."""

    names: list[str]
    words: list[str]
    hints: list[str]

    def weighted(self) -> Iterator[tuple[str, int]]:
        """Give each word with its weight."""
        for weight, group in ((_HINT, self.hints), (_WORD, self.words), (_NAMED, self.names)):
            for word in group:
                yield word, weight


class Division(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One division: its code "01" to "10", its names, what it covers and its words."""

    code: str
    zh: str
    en: str
    scope: str
    words_zh: Words
    words_en: Words


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    silent_zh: list[str]
    silent_en: list[str]
    along_zh: str
    along_signs_zh: list[str]
    division: list[Division]


@cache
def divisions() -> tuple[Division, ...]:
    """Return the ten divisions in the order of their codes."""
    return tuple(_file().division)


def find_functions(text: str, *, language: str) -> tuple[str, ...]:
    """Return the divisions a text speaks of, at most three, the strongest first.

    Empty where no word speaks clearly enough. ``language`` is "zh" or "en".
    """
    words = _words(text, language)
    scores = _scores(words, language)
    if not scores:
        return ()
    least = max(_LEAST_SCORE, max(scores.values()) * _LEAST_SHARE)
    strong = [code for code, score in scores.items() if score >= least]
    if len(strong) > 1 and language == "zh":
        strong = _without_hinted(strong, scores, words, language)
    if len(strong) > 1:
        # Between equals the division named first in the text comes first: dicts keep that order.
        strong.sort(key=scores.__getitem__, reverse=True)
    return tuple(strong[:MOST_DIVISIONS])


def find_main_function(text: str, *, language: str) -> tuple[str, ...]:
    """Return the one division a text speaks of more than of any other; empty between equals."""
    scores = _scores(_words(text, language), language)
    found = sorted(scores.items(), key=itemgetter(1), reverse=True)
    if not found or found[0][1] < _LEAST_SCORE:
        return ()
    return () if len(found) > 1 and found[1][1] == found[0][1] else (found[0][0],)


def _without_hinted(
    strong: list[str], scores: dict[str, int], words: list[str], language: str
) -> list[str]:
    """Leave out what only hints speak for beside a division named: 教育改革发展 is of schools."""
    votes = _votes(language)
    weights: dict[str, int] = {}
    for word in words:
        for code, weight in votes[word]:
            weights[code] = max(weight, weights.get(code, 0))
    if max(weights[code] for code in strong) < _NAMED:
        return strong
    return [code for code in strong if weights[code] > _HINT or scores[code] >= _MANY_HINTS]


def _words(text: str, language: str) -> list[str]:
    words = _english_words(text) if language == "en" else _chinese_words(text)
    if len(words) > 1 and len(set(words)) < len(words):
        words = _hints_once(words, _hints(language))
    return words


def _scores(words: list[str], language: str) -> dict[str, int]:
    votes = _votes(language)
    scores: dict[str, int] = {}
    for word in words:
        for code, weight in votes[word]:
            scores[code] = scores.get(code, 0) + weight
    return scores


def _hints_once(words: list[str], hints: frozenset[str]) -> list[str]:
    """Return the words without the hints that are said again: twice said is still a single hint."""
    said: set[str] = set()
    kept: list[str] = []
    for word in words:
        if word not in said:
            kept.append(word)
            if word in hints:
                said.add(word)
    return kept


def _english_words(text: str) -> list[str]:
    return _english().words_in(text.lower().replace("’", "'").replace("–", "-"))


def _chinese_words(text: str) -> list[str]:
    for sign in _file().along_signs_zh:
        if sign in text:
            text = _along().sub("", text)
    return _chinese().longest_in(text)


@cache
def _along() -> re.Pattern[str]:
    return re.compile(_file().along_zh)


@cache
def _file() -> _File:
    return load_toml("functions.toml", _File)


@cache
def _votes(language: str) -> Votes:
    gathered: dict[str, dict[str, int]] = {}
    for division in divisions():
        words = division.words_zh if language == "zh" else division.words_en
        for word, weight in words.weighted():
            gathered.setdefault(word, {})[division.code] = weight
    silent = _file().silent_zh if language == "zh" else _file().silent_en
    votes: Votes = dict.fromkeys(silent, ())
    votes.update({word: tuple(weights.items()) for word, weights in gathered.items()})
    return votes


@cache
def _hints(language: str) -> frozenset[str]:
    votes = _votes(language).items()
    return frozenset(word for word, given in votes if any(weight == _HINT for _, weight in given))


@cache
def _chinese() -> WordFinder:
    return WordFinder(_votes("zh"))


@cache
def _english() -> WholeWordFinder:
    return WholeWordFinder(_votes("en"))
