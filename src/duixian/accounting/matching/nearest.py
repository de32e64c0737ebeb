"""Which few of many wordings may be like one: an index of their rare words.

Every wording is looked up by what it shares with others, never compared with all of them. A word
remembers only so many places, and only so many of those found are handed on, so that the work for
one wording does not grow with the length of the texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from duixian.accounting.matching.wording import Likeness, Rarity, Words
from duixian.accounting.records import Commitment

MOST_PLACES = 128  # of one word or mark; national reports reach 81
MOST_NEAR = 64  # candidates for one wording


class Nearest:
    """Finds what a wording may be like, among wordings that each may also bear marks.

    A mark (an indicator, a field) is shared or not; it counts before words do.
    """

    def __init__(
        self, wordings: Sequence[Words], marks: Sequence[Iterable[object]], rarity: Rarity
    ) -> None:
        self._rarity = rarity
        self._totals = [rarity.weight(words.units) for words in wordings]
        self._by_unit: dict[str, list[int]] = defaultdict(list)
        self._by_mark: dict[object, list[int]] = defaultdict(list)
        for index, (words, borne) in enumerate(zip(wordings, marks, strict=True)):
            for unit in words.units:
                _remember(self._by_unit[unit], index)
            for mark in borne:
                _remember(self._by_mark[mark], index)

    def near(self, words: Words, marks: Iterable[object] = ()) -> list[int]:
        """Return the places of what may be like a wording, in order, at most ``MOST_NEAR``."""
        shared: dict[int, float] = defaultdict(float)
        for unit in sorted(words.units):  # in one order, so that sums come out the same
            if places := self._by_unit.get(unit):
                weight = self._rarity.weight((unit,))
                for index in places:
                    shared[index] += weight
        marked: dict[int, int] = defaultdict(int)
        for mark in marks:
            for index in self._by_mark.get(mark, ()):
                marked[index] += 1
        found = shared.keys() | marked.keys()
        if len(found) <= MOST_NEAR:
            return sorted(found)
        total = self._rarity.weight(words.units)

        def rank(index: int) -> tuple[float, int]:
            common = shared.get(index, 0.0)
            like = common and Likeness(common / total, common / self._totals[index], common).score
            return -(marked.get(index, 0) + like), index

        return sorted(nsmallest(MOST_NEAR, found, key=rank))


def _remember(places: list[int], index: int) -> None:
    if len(places) < MOST_PLACES and (not places or places[-1] != index):
        places.append(index)


def marks_of(commitment: Commitment) -> tuple[str, ...]:
    """Return the marks of a commitment among commitments: its indicator."""
    return (commitment.indicator,) if commitment.indicator else ()
