"""Runs of Chinese text that can be a name, and whether words are one; Chinese has no capitals.

The text is cut into runs at punctuation and at words no name goes on behind (verbs, numbers with
a classifier, 在, 等 ...). Words are a name if something is left of them once every everyday word
is taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from duixian.language.place_words import place_words
from duixian.language.screen import starts_of
from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

Span = tuple[int, int]

_NAME_CHARACTERS = "一-鿿A-Za-z0-9·\\-—"


class _Patterns(NamedTuple):
    boundary: re.Pattern[str]  # but for the words
    boundary_words: WordFinder  # and behind them the suffixes that hold one
    first_suffix: int  # among these
    everyday: re.Pattern[str]
    everyday_characters: frozenset[str]


def runs_holding(hints: WordFinder, text: str) -> list[Span]:
    """Return the runs that hold one of the words without which there is no name."""
    found = hints.all_in(text)
    if not found:
        return []
    return [
        (start, end)
        for start, end in runs_of(text)
        if any(start <= low and high <= end for _, low, high in found)
    ]


@lru_cache(maxsize=4)  # a text is asked for its place, then for its projects
def runs_of(text: str) -> tuple[Span, ...]:
    """Return the runs between boundaries that are long enough for a name."""
    runs: list[Span] = []
    begin = 0
    for start, end in [*_cuts(text), (len(text), len(text))]:
        if start - begin > 1:
            runs.append((begin, start))
        begin = end
    return tuple(runs)


def _cuts(text: str) -> Iterator[Span]:
    """Give the boundaries in order; where a word and a pattern begin together, the word counts.

    A word inside the suffix of a name is none: 研究 in 研究院.
    """
    patterns, position = _patterns(), 0
    words: dict[int, int] = {}  # where one begins to where the longest there ends
    suffixes: list[Span] = []
    for listed, start, end in patterns.boundary_words.all_in(text):
        if listed < patterns.first_suffix:
            words[start] = max(end, words.get(start, 0))
        else:
            suffixes.append((start, end))
    for low, high in suffixes:
        for start in range(low, high):
            if words.get(start, high + 1) <= high:
                del words[start]
    other = patterns.boundary.search(text)
    for start in sorted(words):
        while other and position <= other.start() < start:
            yield other.span()
            position = other.end()
            other = patterns.boundary.search(text, position)
        if start >= position:
            position = words[start]
            yield start, position
            if other and other.start() < position:
                other = patterns.boundary.search(text, position)
    while other:
        yield other.span()
        other = patterns.boundary.search(text, other.end())


def is_name(stem: str, *, from_its_start: bool) -> bool:
    """Say whether something is left of a word once the everyday words are taken away.

    ``from_its_start`` asks that the word begins with it: 沈阳数字中心, not 数字沈阳中心.
    """
    patterns = _patterns()
    rests = patterns.everyday.split(stem, 1 if from_its_start else 0)
    for rest in rests[:1] if from_its_start else rests:
        if len(rest) > 1 and not patterns.everyday_characters.issuperset(rest):
            return True
    return False


@cache
def _patterns() -> _Patterns:
    words = place_words().zh
    return _Patterns(
        boundary=_boundary(words.boundary_patterns),
        boundary_words=WordFinder([*words.boundaries, *_suffixes_holding_a_boundary()]),
        first_suffix=len(words.boundaries),
        everyday=re.compile("[A-Za-z0-9]+|" + word_tree(longer(words.everyday))),
        everyday_characters=frozenset(word for word in words.everyday if len(word) == 1),
    )


def _boundary(listed: list[str]) -> re.Pattern[str]:
    """Join the patterns behind the characters they start with, which alone are looked for."""
    starts = [starts_of(re.compile(each)) or r"\w" for each in listed]
    return re.compile(
        f"《[^》]{{1,60}}》|[^{_NAME_CHARACTERS}]+|——+|(?=[{''.join(starts)}])(?:{'|'.join(listed)})"
    )


def _suffixes_holding_a_boundary() -> list[str]:
    words = place_words().zh
    suffixes = [*words.project_suffixes, *words.project_common_suffixes, *words.place_suffixes]
    return [one for one in suffixes if any(word in one for word in words.boundaries)]


def longer(words: list[str]) -> list[str]:
    """Return the words of more than one character."""
    return [word for word in words if len(word) > 1]
