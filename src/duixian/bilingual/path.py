"""The best way through both versions in order: which sentences make a bead.

Dynamic programming over the cells (sentences read on each side) of a corridor. A bead is scored by
the share of its words that stand for each other, and by how well the lengths agree; what it gains
must be more than leaving its sentences alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from duixian.bilingual.features import Features
from duixian.bilingual.overlap import Overlap

Cells = Sequence[tuple[int, int]]  # for each count of Chinese sentences: first and last English one
Piece = tuple[int, int, int, int]  # Chinese from, to; English from, to

_SHAPES = {
    (1, 1): 0.0, (1, 2): 0.06, (2, 1): 0.06, (1, 3): 0.10, (3, 1): 0.10, (2, 2): 0.14,
    (1, 4): 0.14, (4, 1): 0.14, (2, 3): 0.18, (3, 2): 0.18, (1, 5): 0.18, (1, 6): 0.22,
}  # fmt: skip
_LONGEST_ZH = max(a for a, _ in _SHAPES)
_LONGEST_EN = max(b for _, b in _SHAPES)
_WORTH_A_BEAD = 0.30
_ALONE = -0.02
_WORDS = 0.8
_LENGTHS = 0.35
_NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Sums:
    """Running totals of a side: of word weights and of lengths in English characters."""

    words: list[float]
    lengths: list[float]


class Scorer:
    """Scores beads from the overlap of their sentences."""

    def __init__(self, features: Features) -> None:
        self._zh, self._en = features.zh.sentences, features.en.sentences
        total_zh, total_en = sum(features.zh.lengths), sum(features.en.lengths)
        ratio = total_en / total_zh if total_zh else 1.0
        self._zh_sums = _sums(features.zh.totals, [n * ratio for n in features.zh.lengths])
        self._en_sums = _sums(features.en.totals, [float(n) for n in features.en.lengths])
        self.overlap = Overlap(features, rows_kept=_LONGEST_ZH + 2)

    def chinese(self, i: int, end: int) -> list[float]:
        """Weigh what of sentence i is matched by the 1, 2, ... English sentences before end."""
        words = self._zh[i]
        matched: set[str] = set()
        weight = 0.0
        weights = [0.0]
        for j in range(end - 1, max(end - _LONGEST_EN, 0) - 1, -1):
            for word in self.overlap.pair(i, j)[0]:
                if word not in matched:
                    matched.add(word)
                    weight += words[word]
            weights.append(weight)
        return weights

    def english(self, j: int, end: int) -> list[float]:
        """Weigh what of sentence j is matched by the 1, 2, ... Chinese sentences before end."""
        words = self._en[j]
        matched: set[str] = set()
        weight = 0.0
        weights = [0.0]
        for i in range(end - 1, max(end - _LONGEST_ZH, 0) - 1, -1):
            for word in self.overlap.pair(i, j)[1]:
                if word not in matched:
                    matched.add(word)
                    weight += words[word]
            weights.append(weight)
        return weights

    def likeness(self, piece: Piece, zh_matched: float, en_matched: float) -> float:
        """Return how alike the two sides of a bead are, about 0 to 1.15."""
        i, i_end, j, j_end = piece
        zh_words = self._zh_sums.words[i_end] - self._zh_sums.words[i]
        en_words = self._en_sums.words[j_end] - self._en_sums.words[j]
        zh_length = self._zh_sums.lengths[i_end] - self._zh_sums.lengths[i]
        en_length = self._en_sums.lengths[j_end] - self._en_sums.lengths[j]
        shorter, longer = sorted((zh_length, en_length))
        share = 0.0
        if zh_words:
            share += zh_matched / zh_words
        if en_words:
            share += en_matched / en_words
        return _WORDS * share / 2 + _LENGTHS * (shorter / longer if longer else 0.0)


def _sums(words: Sequence[float], lengths: Sequence[float]) -> Sums:
    return Sums([0.0, *accumulate(words)], [0.0, *accumulate(lengths)])


def best_path(scorer: Scorer, corridor: Cells) -> list[Piece]:
    """Return the pieces of the best way through a corridor, in order; they tile both sides."""
    rows: list[dict[int, float]] = []
    came: list[dict[int, Piece]] = []
    chinese: dict[int, dict[int, list[float]]] = {}
    english: dict[int, dict[int, list[float]]] = {}
    for i_end, (low, high) in enumerate(corridor):
        chinese[i_end - 1], english[i_end] = {}, {}
        best: dict[int, float] = {}
        back: dict[int, Piece] = {}
        for j_end in range(low, high + 1):
            if i_end == 0 and j_end == 0:
                best[0] = 0.0
                continue
            found, piece = _NEVER, (0, 0, 0, 0)
            if (value := best.get(j_end - 1)) is not None:
                found, piece = value + _ALONE, (i_end, i_end, j_end - 1, j_end)
            if i_end and (value := rows[i_end - 1].get(j_end)) is not None:
                if value + _ALONE > found:
                    found, piece = value + _ALONE, (i_end - 1, i_end, j_end, j_end)
            if i_end and j_end:
                zh = [
                    _kept(chinese[i_end - 1 - a], i_end - 1 - a, j_end, scorer.chinese)
                    for a in range(min(_LONGEST_ZH, i_end))
                ]
                en = [
                    _kept(english[i_end], j_end - 1 - b, i_end, scorer.english)
                    for b in range(min(_LONGEST_EN, j_end))
                ]
                for (a, b), cost in _SHAPES.items():
                    if a > i_end or b > j_end:
                        continue
                    value = rows[i_end - a].get(j_end - b)
                    if value is None:
                        continue
                    bead = (i_end - a, i_end, j_end - b, j_end)
                    like = scorer.likeness(
                        bead, sum(each[b] for each in zh[:a]), sum(each[a] for each in en[:b])
                    )
                    value += (like - _WORTH_A_BEAD - cost) * (a + b) / 2
                    if value > found:
                        found, piece = value, bead
            if found > _NEVER:
                best[j_end], back[j_end] = found, piece
        rows.append(best)
        came.append(back)
        chinese.pop(i_end - _LONGEST_ZH, None)
        english.pop(i_end - 1, None)
    return _walk_back(came, len(corridor) - 1, corridor[-1][1])


def _kept(kept, index, end, weigh):
    found = kept.get((index, end))
    if found is None:
        found = kept[index, end] = weigh(index, end)
    return found


def _walk_back(came: Sequence[dict[int, Piece]], i: int, j: int) -> list[Piece]:
    pieces: list[Piece] = []
    while (i, j) != (0, 0):
        piece = came[i][j]
        pieces.append(piece)
        i, j = piece[0], piece[2]
    return pieces[::-1]
