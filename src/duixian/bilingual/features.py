"""Sentences to weighed words: what of a sentence can speak for its partner.

A word of the Chinese side is linked to the stems of the English side that may stand for it; a mark
(a figure, a name) only to itself. The rarer a word is on its side, the more it weighs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from duixian.bilingual.dictionary import load_dictionary, stems_of
from duixian.bilingual.marks import MARK, figures_of, latin_words_of, numbers_of
from duixian.bilingual.records import Side

_MARK_WEIGHT = 2.0  # a shared figure or name says as much as two words of its rarity


@dataclass(frozen=True, slots=True)
class Words:
    """One side's sentences as words, each with its weight."""

    sentences: list[dict[str, float]]
    totals: list[float]
    lengths: list[int]


@dataclass(frozen=True, slots=True)
class Features:
    """Both sides as words, and which English words may stand for each Chinese one."""

    zh: Words
    en: Words
    links: dict[str, frozenset[str]]


def features_of(zh: Side, en: Side) -> Features:
    """Return what the sentences of two sides can be compared by."""
    dictionary = load_dictionary()
    zh_texts, en_texts = _texts(zh), _texts(en)
    zh_words = [set(dictionary.words_of(text)) for text in zh_texts]
    en_words = [set(stems_of(text)) for text in en_texts]
    stems = _union(en_words)
    meanings = dictionary.stems_for(_union(zh_words))
    links = {word: found for word, all_ in meanings.items() if (found := all_ & stems)}
    zh_marks = _marks(zh, zh_texts)
    names = _union(zh_marks)
    en_marks = [marks & names | _figures(marks) for marks in _marks(en, en_texts)]
    links |= {mark: frozenset([mark]) for mark in names & _union(en_marks)}
    return Features(
        _weighed(zh_words, zh_marks, zh_texts), _weighed(en_words, en_marks, en_texts), links
    )


def _texts(side: Side) -> list[str]:
    return [side.normal[each.start : each.end] for each in side.sentences]


def _union(sets: Iterable[set[str]]) -> set[str]:
    return set().union(*sets)


def _marks(side: Side, texts: Sequence[str]) -> list[set[str]]:
    return [
        figures_of(quantities) | numbers_of(text) | latin_words_of(text)
        for text, quantities in zip(texts, side.quantities, strict=True)
    ]


def _figures(marks: set[str]) -> set[str]:
    """Keep the marks that are numbers: the other Latin words of English are no names."""
    return {mark for mark in marks if not mark[len(MARK)].isalpha()}


def _weighed(words: Sequence[set[str]], marks: Sequence[set[str]], texts: Sequence[str]) -> Words:
    sentences = [own | known for own, known in zip(words, marks, strict=True)]
    counts = Counter(word for sentence in sentences for word in sentence)
    size = len(sentences) + 1
    weights = {
        word: math.log(size / count) * (_MARK_WEIGHT if word[0] == MARK else 1.0)
        for word, count in counts.items()
    }
    weighed = [{word: weights[word] for word in sentence} for sentence in sentences]
    return Words(weighed, [sum(each.values()) for each in weighed], [len(text) for text in texts])
