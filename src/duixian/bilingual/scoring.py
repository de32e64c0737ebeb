"""What a bead gains: shared words, agreeing lengths and paragraphs, less the cost of its shape.

Gains are per sentence, so that joining two beads pays only where their words are shared across.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from duixian.bilingual.features import Features
from duixian.bilingual.overlap import Overlap
from duixian.bilingual.records import Side

Piece = tuple[int, int, int, int]  # Chinese sentences from, to; English sentences from, to

# Chinese and English sentences of a bead, and what the shape costs: the rarer, the more. English
# cuts a sentence into several far more often than it joins some.
SHAPES = (
    (1, 1, 0.00), (1, 2, 0.06), (2, 1, 0.06), (1, 3, 0.10), (3, 1, 0.10), (2, 2, 0.14),
    (1, 4, 0.14), (4, 1, 0.14), (2, 3, 0.18), (3, 2, 0.18), (1, 5, 0.18), (1, 6, 0.22),
)  # fmt: skip
LONGEST_ZH = max(a for a, _, _ in SHAPES)
LONGEST_EN = max(b for _, b, _ in SHAPES)

ALONE = 0.1  # what it costs to leave a sentence without a partner
_WORDS = 0.4  # for each side: the share of its word weight that the other side has
_LENGTHS = 0.3  # the shorter length as a share of the longer
_WORTH = 0.28  # likeness that is no better than chance
_BREAK_INSIDE = 0.2  # a paragraph ends inside the bead
_BOTH_OPEN = 0.1  # both sides open a paragraph with it
_ONE_OPENS = 0.05  # only one of them does

_SHAPE_INDEX = {(a, b): index for index, (a, b, _) in enumerate(SHAPES)}

Weights = list[float]


class Scorer:
    """Scores beads from sums that are kept for each side and each pair of sentences."""

    def __init__(self, features: Features, zh: Side, en: Side) -> None:
        self._zh, self._en = features.zh.sentences, features.en.sentences
        self._pair = Overlap(features, rows_kept=LONGEST_ZH + 2).pair
        total_zh, total_en = sum(features.zh.lengths), sum(features.en.lengths)
        ratio = total_en / total_zh if total_zh and total_en else 1.0
        self._zh_words, self._en_words = _sums(features.zh.totals), _sums(features.en.totals)
        self._zh_lengths = _sums([length * ratio for length in features.zh.lengths])
        self._en_lengths = _sums(features.en.lengths)
        self._zh_opens, self._en_opens = _openings(zh), _openings(en)
        self._zh_breaks, self._en_breaks = _sums(self._zh_opens), _sums(self._en_opens)
        counts = sorted((sum(self._zh_opens), sum(self._en_opens)))
        # Lines say little where one side has a line a sentence and the other has paragraphs.
        self._trust = (counts[0] / counts[1]) ** 2 if counts[0] else 0.0
        self._row_kept = -1
        self._by_chinese: dict[int, dict[int, Weights]] = {}
        self._by_english: dict[int, Weights] = {}

    def gain(self, shape: int, i: int, j: int, zh: list[Weights], en: list[Weights]) -> float:
        """Return what a bead of a shape that ends before sentences i and j gains."""
        a, b, cost = SHAPES[shape]
        zh_matched = zh[0][b] if a == 1 else sum([weights[b] for weights in zh[:a]])
        en_matched = en[0][a] if b == 1 else sum([weights[a] for weights in en[:b]])
        k, m = i - a, j - b
        breaks = self._zh_breaks[i] - self._zh_breaks[k + 1]
        breaks += self._en_breaks[j] - self._en_breaks[m + 1]
        like = self._likeness((k, i, m, j), zh_matched, en_matched)
        gain = (like - _WORTH - cost - _BREAK_INSIDE * self._trust * breaks) * (a + b) / 2
        if self._zh_opens[k]:
            return gain + self._trust * (_BOTH_OPEN if self._en_opens[m] else -_ONE_OPENS)
        return gain - self._trust * _ONE_OPENS if self._en_opens[m] else gain

    def gain_of(self, piece: Piece) -> float:
        """Return what any piece gains; minus infinity for a shape no bead has."""
        i, i_end, j, j_end = piece
        if i == i_end or j == j_end:
            return -ALONE * (i_end - i + j_end - j)
        shape = _SHAPE_INDEX.get((i_end - i, j_end - j))
        if shape is None:
            return float("-inf")
        zh = [self._row(k, j, j_end) for k in range(i_end - 1, i - 1, -1)]
        en = [self._column(k, i, i_end) for k in range(j_end - 1, j - 1, -1)]
        return self.gain(shape, i_end, j_end, zh, en)

    def likeness(self, piece: Piece) -> float:
        """Return how alike the two sides of a bead are: 0 for nothing in common, 1.1 at most."""
        i, i_end, j, j_end = piece
        zh_matched = sum(self._row(k, j, j_end)[-1] for k in range(i, i_end))
        en_matched = sum(self._column(k, i, i_end)[-1] for k in range(j, j_end))
        return self._likeness(piece, zh_matched, en_matched)

    def _likeness(self, piece: Piece, zh_matched: float, en_matched: float) -> float:
        i, i_end, j, j_end = piece
        zh_words = self._zh_words[i_end] - self._zh_words[i]
        en_words = self._en_words[j_end] - self._en_words[j]
        zh_length = self._zh_lengths[i_end] - self._zh_lengths[i]
        en_length = self._en_lengths[j_end] - self._en_lengths[j]
        like = _WORDS * zh_matched / zh_words if zh_words else 0.0
        if en_words:
            like += _WORDS * en_matched / en_words
        if zh_length < en_length:
            return like + _LENGTHS * zh_length / en_length
        return like + (_LENGTHS * en_length / zh_length if zh_length else 0.0)

    def matched_before(
        self, i: int, j: int, origin: tuple[int, int]
    ) -> tuple[list[Weights], list[Weights]]:
        """Weigh what of each sentence right before a cell is matched by those across.

        The first list has, for each Chinese sentence from i - 1 down, the weight matched by the 0,
        1, 2, ... English sentences before j; the second the same the other way round. What is kept
        serves the cells of a row from left to right, row after row.
        """
        zh_low, en_low = max(i - LONGEST_ZH, origin[0]), max(j - LONGEST_EN, origin[1])
        if i != self._row_kept:
            self._row_kept = i
            self._by_english.clear()
            self._by_chinese[i - 1] = {}
            self._by_chinese.pop(i - 1 - LONGEST_ZH, None)
        zh = []
        for k in range(i - 1, zh_low - 1, -1):
            kept = self._by_chinese.setdefault(k, {})
            weights = kept.get(j)
            if weights is None:
                weights = kept[j] = self._row(k, en_low, j)
            zh.append(weights)
        en = []
        for k in range(j - 1, en_low - 1, -1):
            weights = self._by_english.get(k)
            if weights is None:
                weights = self._by_english[k] = self._column(k, zh_low, i)
            en.append(weights)
        return zh, en

    def _row(self, i: int, j: int, j_end: int) -> Weights:
        """Weigh what of Chinese sentence i the 0, 1, 2, ... sentences before j_end match."""
        words, pair = self._zh[i], self._pair
        matched: set[str] = set()
        weight, weights = 0.0, [0.0]
        for k in range(j_end - 1, j - 1, -1):
            new = pair(i, k)[0] - matched
            if new:
                matched |= new
                for word in new:
                    weight += words[word]
            weights.append(weight)
        return weights

    def _column(self, j: int, i: int, i_end: int) -> Weights:
        """Weigh what of English sentence j the 0, 1, 2, ... sentences before i_end match."""
        words, pair = self._en[j], self._pair
        matched: set[str] = set()
        weight, weights = 0.0, [0.0]
        for k in range(i_end - 1, i - 1, -1):
            new = pair(k, j)[1] - matched
            if new:
                matched |= new
                for word in new:
                    weight += words[word]
            weights.append(weight)
        return weights


def _sums(values: Sequence[float]) -> list[float]:
    return [0.0, *accumulate(values)]


def _openings(side: Side) -> list[bool]:
    """Tell of each sentence whether it is the first of its line."""
    text, openings, end = side.document.text, [], -1
    for sentence in side.sentences:
        openings.append(end < 0 or "\n" in text[end : sentence.start])
        end = sentence.end
    return openings
