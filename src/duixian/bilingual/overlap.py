"""How much of the words of two sentences, or two groups of sentences, stand for each other.

A pair's matched words are kept as two small sets; a group's are unions of them, so that every
bead that can end at a place is weighed from sums that are kept, not from the sentences anew.
"""

from __future__ import annotations

from duixian.bilingual.features import Features

Matched = tuple[frozenset[str], frozenset[str]]  # Chinese words, English words
_NOTHING: Matched = (frozenset(), frozenset())


class Overlap:
    """The matched words of pairs of sentences, kept while the rows are near."""

    def __init__(self, features: Features, *, rows_kept: int) -> None:
        self._features = features
        self._rows_kept = rows_kept
        self._explained: dict[int, dict[str, list[str]]] = {}
        self._pairs: dict[int, dict[int, Matched]] = {}

    def pair(self, i: int, j: int) -> Matched:
        """Return the words of Chinese sentence i and English sentence j that match."""
        row = self._pairs.get(i)
        if row is None:
            row = self._pairs[i] = {}
            self._pairs.pop(i - self._rows_kept, None)
        found = row.get(j)
        if found is None:
            found = row[j] = self._match(i, j)
        return found

    def _match(self, i: int, j: int) -> Matched:
        explained = self._explained.get(i)
        if explained is None:
            explained = self._explained[i] = self._explain(i)
            self._explained.pop(i - self._rows_kept, None)
        english = explained.keys() & self._features.en.sentences[j].keys()
        if not english:
            return _NOTHING
        chinese = frozenset([word for stem in english for word in explained[stem]])
        return chinese, frozenset(english)

    def _explain(self, i: int) -> dict[str, list[str]]:
        """Return the English words that may stand for those of sentence i, and for which."""
        explained: dict[str, list[str]] = {}
        links = self._features.links
        for word in self._features.zh.sentences[i]:
            for stem in links.get(word, ()):
                explained.setdefault(stem, []).append(word)
        return explained
