"""English names of measures in another order, and with words beside them that say nothing.

A quota for special-purpose local bonds is named by the words of "local government special-purpose
bonds", and investment in the central budget by those of "central budget investment": the same
words, compared without their endings, and none left over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_][\w'.]*")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ies|ing|ed|ary|es|y|e|(?<![su])s)$")
_MOST_STEMS = 20_000  # kept
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
        self._by_words: dict[frozenset[str], Named | None] = {}
        self._shorter: dict[frozenset[str], Named | None] = {}
        all_free = {word for phrase in self._free for word in phrase}
        for name, named in names.items():
            words = frozenset(map(stem, name.split())) - self._links
            _enter(self._by_words, words, named)
            if not all_free.isdisjoint(words):
                _enter(self._shorter, self._without_free(words), named)
        self._known = frozenset(word for words in self._by_words for word in words)

    def find(self, measure: str) -> Named | None:
        """Return what all words of a measure name; nothing where two things are named so."""
        words = self._stems(measure) - self._own_names(measure)
        deeds = words & self._deeds
        for kept in (words, words - deeds) if deeds else (words,):
            if len(kept) < _FEWEST_WORDS:
                continue
            if found := self._by_words.get(kept):
                return found
            shorter = self._without_free(kept)
            if found := self._by_words.get(shorter) or self._shorter.get(shorter):
                return found
        return None

    def _stems(self, text: str) -> frozenset[str]:
        words = _WORD.findall(text.lower().replace("’", "'"))
        return frozenset(map(stem, words)) - self._links

    def _own_names(self, measure: str) -> set[str]:
        """The words in capitals that no name has: Baiyun Airport is an airport."""
        capitals = (word for word in _WORD.findall(measure) if word[0].isupper())
        return {each for word in capitals if (each := stem(word.lower())) not in self._known}

    def _without_free(self, words: frozenset[str]) -> frozenset[str]:
        for phrase in self._free:
            if phrase <= words:
                words -= phrase
        return words


@lru_cache(maxsize=_MOST_STEMS)
def stem(word: str) -> str:
    """Return a word in small letters without its ending: budgetary and budgets are one."""
    return _ENDING.sub("", word.removesuffix("'s").rstrip("'."))


def _enter(known: dict[frozenset[str], Named | None], words: frozenset[str], named: Named) -> None:
    if len(words) >= _FEWEST_WORDS and known.setdefault(words, named) is not named:
        known[words] = None
