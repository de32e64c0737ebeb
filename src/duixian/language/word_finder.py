"""Many words sought in a text at once, by an automaton that looks at each character once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

Found = tuple[int, int, int]  # place of the word in the list, start and end in the text


class WordFinder:
    """Words to be sought; each is known by its place in the list."""

    def __init__(self, words: Iterable[str]) -> None:
        self._listed = list(words)

    @cached_property
    def _every(self) -> AhoCorasick:
        return AhoCorasick(self._listed, store_patterns=True)

    @cached_property
    def _longest(self) -> AhoCorasick:
        kind = MatchKind.LeftmostLongest
        return AhoCorasick(self._listed, matchkind=kind, store_patterns=True)

    def all_in(self, text: str) -> list[Found]:
        """Return all words in the text, those inside longer ones too, in the order they end."""
        try:
            return self._every.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            return self._every.find_matches_as_indexes(_encodable(text), overlapping=True)

    def words_in(self, text: str) -> list[str]:
        """Return all words in the text as ``all_in`` does; cheaper where places do not count."""
        try:
            return self._every.find_matches_as_strings(text, overlapping=True)
        except UnicodeEncodeError:
            return self._every.find_matches_as_strings(_encodable(text), overlapping=True)

    def longest_places_in(self, text: str) -> list[Found]:
        """Return the words that ``longest_in`` does, with their places."""
        try:
            return self._longest.find_matches_as_indexes(text)
        except UnicodeEncodeError:
            return self._longest.find_matches_as_indexes(_encodable(text))

    def longest_in(self, text: str) -> list[str]:
        """Return the words in the text in order, the longest at each place, none inside another."""
        try:
            return self._longest.find_matches_as_strings(text)
        except UnicodeEncodeError:
            return self._longest.find_matches_as_strings(_encodable(text))


def _encodable(text: str) -> str:
    """Replace what damaged files hold and no encoding has: halves of surrogate pairs."""
    return text.encode("utf-8", "replace").decode("utf-8")
