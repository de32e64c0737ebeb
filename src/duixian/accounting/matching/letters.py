"""How alike two Chinese wordings are letter by letter, the rarer a letter the more it tells.

Words alone miss what two terms of one thing share: 户籍 and 落户, 亩产 and 单产 have a letter in
common. Letters are weighed by how few of the wordings at hand have them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log, sqrt
from sys import intern

_MOST_READ = 4096  # wordings remembered with their letters; two national reports fit
_LEAST = 0.01  # of what stands in every wording


def letters_of(text: str) -> frozenset[str]:
    """Return the letters of a wording."""
    return frozenset(filter(str.isalpha, text))


def letters_and_pairs_of(text: str) -> frozenset[str]:
    """Return the letters of a wording and its pairs of letters that stand side by side."""
    pairs = (intern(text[at : at + 2]) for at in range(len(text) - 1))
    return letters_of(text) | frozenset(filter(str.isalpha, pairs))


class Letters:
    """Compares wordings by their letters, with their pairs or without."""

    def __init__(self, wordings: Sequence[str], *, with_pairs: bool) -> None:
        read = letters_and_pairs_of if with_pairs else letters_of
        counts: Counter[str] = Counter()
        for wording in wordings:
            counts.update(read(wording))
        total = len(wordings)
        self._weights = {
            letter: (log(total / count) + _LEAST) ** 2 for letter, count in counts.items()
        }

        @lru_cache(maxsize=_MOST_READ)
        def weighed(wording: str) -> tuple[frozenset[str], float]:
            letters = read(wording)
            return letters, self._sum(letters)

        self._weighed = weighed

    def likeness(self, first: str, second: str) -> float:
        """Return the cosine of two wordings, from 0 to 1; each must be one of those counted."""
        (ours, our_sum), (theirs, their_sum) = self._weighed(first), self._weighed(second)
        common = self._sum(ours & theirs)
        return common / sqrt(our_sum * their_sum) if common else 0.0

    def _sum(self, letters: Iterable[str]) -> float:
        weights = self._weights
        return sum(sorted(weights[letter] for letter in letters))
