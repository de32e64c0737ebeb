"""Whole English words sought in a text at once, in the plural too.

An automaton looks at each character once but knows nothing of where words begin and end. What it
finds is checked for that; where what it passed over might matter, the slower pattern decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from duixian.language.word_finder import WordFinder
from duixian.language.word_tree import word_tree

_BETWEEN = frozenset(" ,.;:-()'\n")  # words, most often
_PLURALS = ("es", "s")


class WholeWordFinder:
    """Words in lower case; the longest at each place counts, none inside another."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._finder = WordFinder(self._words)
        known = set(self._words)
        # Single words that begin with no other one: where they are none, nothing else can be.
        self._plain = [
            word.isalpha() and not any(word[:end] in known for end in range(1, len(word)))
            for word in self._words
        ]
        # A search for what stands in front of a word is far cheaper than where a word begins.
        self._pattern = re.compile(rf"[^a-z0-9_](?<!\w)({word_tree(known)})(?:e?s)?\b")

    def words_in(self, text: str) -> list[str]:
        """Return the words of a text in lower case, in order, without the ending of the plural."""
        text = f" {text} "
        found: list[str] = []
        for place, start, end in self._finder.longest_places_in(text):
            behind = text[end + 1] if text[end] == "s" else text[end]
            between = behind in _BETWEEN and text[start - 1] in _BETWEEN
            if between or _is_whole(text, start, end):
                found.append(self._words[place])
            elif not self._plain[place]:
                return self.words_by_pattern(text)
        return found

    def words_by_pattern(self, text: str) -> list[str]:
        """Return what ``words_in`` does, for any words."""
        return self._pattern.findall(f" {text}")


def _is_whole(text: str, start: int, end: int) -> bool:
    if _goes_on(text[start - 1]):
        return False
    behind = text[end : end + 3]
    if not _goes_on(behind[:1]):
        return True
    return any(
        behind.startswith(plural) and not _goes_on(behind[len(plural) :][:1]) for plural in _PLURALS
    )


def _goes_on(character: str) -> bool:
    """Tell whether a character is part of a word; none, at the end of a text, is not."""
    return character.isalnum() or character == "_"
