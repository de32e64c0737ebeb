"""Where the way through both versions can run: near pairs that are surely partners.

Anchors are pairs of sentences that share words which stand equally often in both versions, each
time in order: figures, names, rare words. The corridor runs from anchor to anchor, wider where they
are far apart, so that time and memory grow with the length of the texts and not with its square.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from duixian.bilingual.features import Features, Words

Cell = tuple[int, int]

_FEWEST_SHARED = 2  # words that make an anchor
_NARROWEST = 5  # cells on both sides of the line between anchors
_WIDEST = 40
_NEIGHBOURS = 4  # anchors on each side, among which an anchor must find support
_DRIFT = 6  # sentences by which supporting anchors may disagree, plus a share of their distance
_DRIFT_SHARE = 0.3


def find_corridor(features: Features) -> list[Cell]:
    """Return for each count of Chinese sentences the range of counts of English ones."""
    rows, columns = len(features.zh.sentences), len(features.en.sentences)
    if not rows:
        return [(0, columns)]
    anchors = find_anchors(features)
    line = [(0, 0), *((i + 1, j + 1) for i, j in anchors), (rows, columns)]
    corridor: list[Cell] = []
    for (i, j), (i_end, j_end) in pairwise(line):
        corridor += _between(i, j, i_end, j_end)
    corridor.append((columns, columns))
    return _joined(corridor, columns)


def _between(i: int, j: int, i_end: int, j_end: int) -> list[Cell]:
    """Return the ranges of the rows from one anchor up to the next."""
    rows, columns = i_end - i, j_end - j
    found = []
    for row in range(rows):
        far = min(row, rows - row) + abs(columns - rows) // 4
        width = min(_WIDEST, _NARROWEST + far // 2)
        low, high = j + columns * row // rows, j + columns * (row + 1) // rows
        found.append((low - width, high + width))
    return found


def _joined(corridor: Sequence[Cell], columns: int) -> list[Cell]:
    """Keep the ranges inside the text, and each within reach of the one before."""
    joined: list[Cell] = []
    low = high = 0
    for first, last in corridor:
        low = min(max(low, first), high)
        high = max(high, min(last, columns))
        joined.append((low, high))
    joined[-1] = (joined[-1][0], columns)
    return joined


def find_anchors(features: Features) -> list[Cell]:
    """Return pairs of sentences that are surely partners, in order on both sides."""
    votes = _votes(features)
    best: dict[int, tuple[float, int]] = {}
    for (i, j), (count, weight) in votes.items():
        if count >= _FEWEST_SHARED and weight > best.get(i, (0.0, 0))[0]:
            best[i] = weight, j
    chain = _heaviest_chain([(i, j, weight) for i, (weight, j) in sorted(best.items())])
    return [cell for index, cell in enumerate(chain) if _is_supported(chain, index)]


def _votes(features: Features) -> dict[Cell, tuple[int, float]]:
    """Let each word that stands as often as its translation pair their places in order."""
    zh, en = _places(features.zh), _places(features.en)
    votes: dict[Cell, tuple[int, float]] = defaultdict(lambda: (0, 0.0))
    for word, own in zh.items():
        for stem in features.links.get(word, ()):
            other = en.get(stem, ())
            if len(own) == len(other):
                weight = features.zh.sentences[own[0]][word]
                for cell in zip(own, other, strict=True):
                    count, sum_ = votes[cell]
                    votes[cell] = count + 1, sum_ + weight
    return votes


def _places(words: Words) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(words.sentences):
        for word in sentence:
            places[word].append(index)
    return places


def _heaviest_chain(anchors: list[tuple[int, int, float]]) -> list[Cell]:
    """Return the anchors of greatest total weight that rise on both sides."""
    ends: list[int] = []  # English places at which the best chains end, rising
    gains: list[float] = []  # the weight of the best chain that ends there or before, rising
    tops: list[int] = []  # which anchor it ends with
    before: list[int] = []
    for index, (_, j, weight) in enumerate(anchors):
        place = bisect_right(ends, j - 1)
        before.append(tops[place - 1] if place else -1)
        gain = weight + (gains[place - 1] if place else 0.0)
        if place < len(ends) and ends[place] == j and gains[place] >= gain:
            continue
        last = place
        while last < len(ends) and gains[last] <= gain:
            last += 1
        ends[place:last], gains[place:last], tops[place:last] = [j], [gain], [index]
    chain: list[Cell] = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(anchors[index][:2])
        index = before[index]
    return chain[::-1]


def _is_supported(chain: list[Cell], index: int) -> bool:
    """Tell whether a neighbour lies about where this anchor would have it."""
    i, j = chain[index]
    near = chain[max(0, index - _NEIGHBOURS) : index] + chain[index + 1 : index + 1 + _NEIGHBOURS]
    return any(
        abs((other_j - j) - (other_i - i)) <= _DRIFT + _DRIFT_SHARE * abs(other_i - i)
        for other_i, other_j in near
    )
