"""Whether two figures that differ stand at the same place between figures that agree."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from duixian.bilingual.audit.agreement import are_near_kinds
from duixian.bilingual.audit.figures import Figure
from duixian.bilingual.audit.pairs import Pair

_ALONE = 4.0  # no other figure on either side could be the partner
_SAME_PLACE = 3.5
_SAME_GAP = 1.0

_Place = tuple[int, int]  # the agreeing pair in front, and which of its kind behind that


class Standing:
    """The places of the figures of one bead that have no partner yet."""

    def __init__(self, pairs: Sequence[Pair], zh: Sequence[Figure], en: Sequence[Figure]) -> None:
        self._kinds = Counter(each.dimension for each in zh), Counter(each.dimension for each in en)
        self._zh = _places([pair.zh for pair in pairs], zh)
        self._en = _places([pair.en for pair in pairs], en)

    def of(self, zh: Figure, en: Figure) -> float:
        """Return what the places of two figures add to the evidence that they are one."""
        zh_kinds, en_kinds = self._kinds
        if _rivals(zh_kinds, en.dimension) == _rivals(en_kinds, zh.dimension) == 1:
            return _ALONE
        if zh_kinds[zh.dimension] == en_kinds[en.dimension] == 1:
            return _SAME_PLACE
        (zh_gap, zh_rank), (en_gap, en_rank) = self._zh[zh.span], self._en[en.span]
        if zh_gap != en_gap:
            return 0.0
        return _SAME_PLACE if zh_rank == en_rank else _SAME_GAP


def _rivals(kinds: Counter[str], dimension: str) -> int:
    return sum(count for kind, count in kinds.items() if are_near_kinds(kind, dimension))


def _places(agreeing: Sequence[Figure], left: Sequence[Figure]) -> dict[tuple[int, int], _Place]:
    order = sorted(range(len(agreeing)), key=lambda number: agreeing[number].span)
    starts = [agreeing[number].span[0] for number in order]
    ranks: dict[tuple[int, str], int] = defaultdict(int)
    places: dict[tuple[int, int], _Place] = {}
    for figure in sorted(left, key=lambda each: each.span):
        at = bisect_left(starts, figure.span[0])
        gap = order[at - 1] if at else -1
        places[figure.span] = gap, ranks[gap, figure.dimension]
        ranks[gap, figure.dimension] += 1
    return places
