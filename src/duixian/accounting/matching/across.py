"""Wordings compared across languages: Chinese words by the English stems that render them."""

from __future__ import annotations

from collections.abc import Iterable

from duixian.accounting.knowledge import Knowledge
from duixian.accounting.matching.wording import Words
from duixian.bilingual.dictionary import load_dictionary, stems_of

_MOST_STEMS = 2  # of one Chinese word: more would make every wording like every other


class EnglishStems:
    """Reads English wordings for comparison with Chinese ones."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def read(self, text: str) -> Words:
        """Read one English wording."""
        spelt = self._knowledge.numbers.sub(" ", text.lower())
        bare = self._knowledge.manner.sub(" ", spelt)
        return Words(frozenset(stems_of(bare)), frozenset(), frozenset(), bare)


class ChineseStems:
    """Reads Chinese wordings as the English stems that the other report uses."""

    def __init__(
        self, knowledge: Knowledge, texts: Iterable[str], english: Iterable[Words]
    ) -> None:
        self._knowledge = knowledge
        self._dictionary = load_dictionary()
        uses: dict[str, int] = {}
        for words in english:
            for unit in words.units:
                uses[unit] = uses.get(unit, 0) + 1
        known = {word for text in texts for word in self._dictionary.words_of(self._bare(text))}
        self._stems = {
            word: sorted((stem for stem in stems if stem in uses), key=lambda stem: uses[stem])
            for word, stems in self._dictionary.stems_for(known).items()
        }

    def _bare(self, text: str) -> str:
        return self._knowledge.manner.sub(" ", self._knowledge.numbers.sub(" ", text))

    def read(self, text: str) -> Words:
        """Read one Chinese wording."""
        bare = self._bare(text)
        units: set[str] = set()
        for word in self._dictionary.words_of(bare):
            stems = self._stems.get(word, [])[:_MOST_STEMS]
            if not stems and len(word) > 1:
                stems = [word]  # the other report has no word for it: something it lacks
            units.update(stems)
        return Words(frozenset(units), frozenset(), frozenset(), bare)
