"""Sentences to weighed words: what of a sentence can speak for its partner.

A word of the Chinese side is linked to the stems and marks of the English side that may stand for
it. The rarer a word is on its side, the more it weighs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from duixian.bilingual.dictionary import load_dictionary, stems_of
from duixian.bilingual.marks import figures_of, latin_names_of, numerals_of
from duixian.bilingual.records import Side

MARK_WEIGHT = 2.0  # a shared figure or name says as much as two words of its rarity


@dataclass(frozen=True, slots=True)
class Words:
    """One side's sentences as words, each with its weight there."""

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
    names = set().union(*map(latin_names_of, zh_texts)) if zh_texts else set()
    known = set().union(*en_words) if en_words else set()
    links = {
        word: stems & known for word, stems in dictionary.stems_for(set().union(*zh_words)).items()
    }
    for side, texts, words in ((zh, zh_texts, zh_words), (en, en_texts, en_words)):
        for own, text, quantities in zip(words, texts, side.quantities, strict=True):
            marks = figures_of(quantities) | numerals_of(text) | (latin_names_of(text) & names)
            own |= {"#" + mark for mark in marks}
    en_all = set().union(*en_words) if en_words else set()
    for word in set().union(*zh_words):
        if word[0] == "#":
            links[word] = frozenset([word]) & en_all
    return Features(_weighed(zh_words, zh_texts), _weighed(en_words, en_texts), links)


def _texts(side: Side) -> list[str]:
    return [side.normal[each.start : each.end] for each in side.sentences]


def _weighed(sentences: list[set[str]], texts: list[str]) -> Words:
    counts = Counter(word for sentence in sentences for word in sentence)
    size = len(sentences) + 1
    weights = {
        word: math.log(size / count) * (MARK_WEIGHT if word[0] == "#" else 1.0)
        for word, count in counts.items()
    }
    weighed = [{word: weights[word] for word in sentence} for sentence in sentences]
    return Words(weighed, [sum(each.values()) for each in weighed], [len(text) for text in texts])
