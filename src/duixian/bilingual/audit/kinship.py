"""How far the words around two figures stand for each other, by the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.dictionary import load_dictionary, stems_of
from duixian.bilingual.records import Side
from duixian.reading.records import Language

_ZH_REACH = 14  # characters of the clause on either side
_EN_REACH = 60
_ZH_CLAUSE_END = re.compile(r"[，,。；;、：\n]")
_EN_CLAUSE_END = re.compile(r"[,;:\n]|\.\s| and ")
_WEIGHTS = (-1.0, 0.5, 1.0, 1.5)  # by the number of words that match


class Kinship:
    """Weighs pairs of figures by the words of their clauses. The figures must be told first."""

    def __init__(self, zh: Side, en: Side, figures: Iterable[Figure]) -> None:
        self._zh, self._en = zh, en
        self._chinese = [each for each in figures if each.language is Language.ZH]
        self._english: dict[Figure, frozenset[str]] = {}

    def __call__(self, zh: Figure, en: Figure) -> float:
        """Return what the words around two figures add to the evidence that they are one."""
        words, stems = self._words.get(zh), self._stems_near(en)
        if not words or not stems:
            return 0.0
        common = sum(not self._explained[w].isdisjoint(stems) for w in words)
        return _WEIGHTS[min(common, len(_WEIGHTS) - 1)]

    @cached_property
    def _words(self) -> dict[Figure, list[str]]:
        dictionary = load_dictionary()
        normal = self._zh.normal
        near = {each: near_text(self._zh, each) for each in self._chinese if normal}
        split = {figure: dictionary.words_of(text) for figure, text in near.items()}
        return {
            figure: [word for word in words if self._known_words.get(word)]
            for figure, words in split.items()
        }

    @cached_property
    def _known_words(self) -> dict[str, frozenset[str]]:
        dictionary = load_dictionary()
        texts = (near_text(self._zh, each) for each in self._chinese)
        return dictionary.stems_for({word for t in texts for word in dictionary.words_of(t)})

    @property
    def _explained(self) -> dict[str, frozenset[str]]:
        return self._known_words

    def _stems_near(self, figure: Figure) -> frozenset[str]:
        if figure not in self._english:
            self._english[figure] = frozenset(stems_of(near_text(self._en, figure)))
        return self._english[figure]


def near_text(side: Side, figure: Figure) -> str:
    """Return the words around a figure, without itself, as far as its clause goes."""
    sentence = side.sentences[figure.sentence]
    is_chinese = side.language is Language.ZH
    reach = _ZH_REACH if is_chinese else _EN_REACH
    ends = _ZH_CLAUSE_END if is_chinese else _EN_CLAUSE_END
    start, end = figure.span
    before = side.normal[max(sentence.start, start - reach) : start]
    after = side.normal[end : min(sentence.end, end + reach)]
    return f"{ends.split(before)[-1]} {ends.split(after)[0]}"
