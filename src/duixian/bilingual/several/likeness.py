"""How alike two claims of different documents are: told by the words of what they measure.

English is compared by words, Chinese by pairs of characters; rare ones weigh more. Words that
press releases use for one another (key, major; initiative, project) are data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from duixian.bilingual.one_text.measures import Stated
from duixian.bilingual.one_text.words import words_of
from duixian.reading.records import Language

Features = frozenset[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling each feature is, by how few of the claims have it."""

    of: dict[str, float]

    def likeness(self, left: Features, right: Features) -> float:
        """Return 0 for nothing in common up to 1 for the same."""
        common, union = self._sum(left & right), self._sum(left | right)
        return common / union if union else 0.0

    def cover(self, left: Features, right: Features) -> float:
        """Return the part of the smaller one's weight that both have."""
        least = min(self._sum(left), self._sum(right))
        return self._sum(left & right) / least if least else 0.0

    def rarest(self, features: Features) -> str | None:
        """Return the most telling feature; equal ones are settled by their letters."""
        return max(features, key=lambda each: (self.of[each], each), default=None)

    def _sum(self, features: Features) -> float:
        return sum(self.of[feature] for feature in features)


def features_of(stated: Stated) -> Features:
    """Return what a claim's measure is told by."""
    words = words_of(stated.passage.language)
    if stated.passage.language is Language.ZH:
        text = "".join(sorted(stated.words, key=stated.figure.quantity.measure.find))
        return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})
    return frozenset(words.same.get(word, word) for word in stated.words)


def weigh(all_features: Iterable[Features]) -> Weights:
    """Return weights for the features of all claims that will be compared."""
    counted: Counter[str] = Counter()
    total = 0
    for features in all_features:
        counted.update(features)
        total += 1
    return Weights({each: log(1 + total / count) for each, count in counted.items()})
