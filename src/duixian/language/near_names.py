"""English names of measures in another order, and with words beside them that say nothing.

A quota for special-purpose local bonds is named by the words of "local government special-purpose
bonds", and investment in the central budget by those of "central budget investment": the same
words, compared without their endings, and none left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|ing|ed|ary|es|y|e|(?<![su])s)$")
_FEWEST_WORDS = 2  # of a name: one word is too little to tell by

Named = TypeVar("Named")


class NearNames(Generic[Named]):
    """Finds what a measure names by its words alone, whatever their order."""

    def __init__(
        self,
        names: Mapping[str, Named],
        *,
        links: Iterable[str],
        free: Sequence[str],
        deeds: Iterable[str],
    ) -> None:
        """Take names; ``links`` say nothing, ``free`` may be left out, ``deeds`` may be added."""
        self._links = frozenset(map(stem, links))
        self._free = [frozenset(map(stem, phrase.split())) for phrase in free]
        self._deeds = frozenset(map(stem, deeds))
        self._by_words: dict[str, Named | None] = {}
        self._shorter: dict[str, Named | None] = {}
        all_free = {word for phrase in self._free for word in phrase}
        told = {word for name in names for word in name.split()}
        self._stems = {word: stem(word) for word in told}
        stem_of = self._stems.__getitem__
        for name, named in names.items():
            words = frozenset(map(stem_of, name.split())) - self._links
            _enter(self._by_words, words, named)
            if not all_free.isdisjoint(words):
                _enter(self._shorter, self._without_free(words), named)
        self._known = self._deeds.union(self._stems.values())

    def find(self, measure: str) -> Named | None:
        """Return what all words of a measure name; nothing where two things are named so."""
        words = self._told(measure)
        if len(words) < _FEWEST_WORDS:
            return None
        deeds = words & self._deeds
        for kept in (words, words - deeds) if deeds else (words,):
            if len(kept) < _FEWEST_WORDS:
                continue
            if found := self._by_words.get(_key(kept)):
                return found
            shorter = _key(self._without_free(kept))
            if found := self._by_words.get(shorter) or self._shorter.get(shorter):
                return found
        return None

    def _told(self, measure: str) -> frozenset[str]:
        """The words of a measure without their endings; none if one is in no name.

        But for own names: Baiyun Airport is an airport.
        """
        words: list[str] = []
        stems, known = self._stems, self._known
        for word in measure.replace("’", "'").split():
            low = word.lower()
            each = stems.get(low) or stem(low)
            if each in self._links:
                continue
            if each in known:
                words.append(each)
            elif not word[0].isupper():
                return frozenset()
        return frozenset(words)

    def _without_free(self, words: frozenset[str]) -> frozenset[str]:
        for phrase in self._free:
            if phrase <= words:
                words -= phrase
        return words


def stem(word: str) -> str:
    """Return a word in small letters without its ending: budgetary and budgets are one."""
    return _ENDING.sub("", word.removesuffix("'s").rstrip("'."))


def _key(words: frozenset[str]) -> str:
    return " ".join(sorted(words))


def _enter(known: dict[str, Named | None], words: frozenset[str], named: Named) -> None:
    if len(words) >= _FEWEST_WORDS and known.setdefault(_key(words), named) is not named:
        known[_key(words)] = None
