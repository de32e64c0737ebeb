"""How sure a bead is: how alike its sides are, and how clearly its borders beat other ones."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from duixian.bilingual.scoring import Piece, Scorer

# Half of what is less alike than this are wrong pairs; true pairs are seldom less alike.
_EVEN_LIKENESS = 0.42
_LIKENESS_STEP = 0.06
# Gain by which a border must beat the next best before it is more often right than a guess.
_EVEN_MARGIN = 0.02
_MARGIN_STEP = 0.02
_CLEAR = 1.0  # a margin beyond doubt
_SHIFTS = ((0, 1), (0, -1), (1, 0), (-1, 0))


def confidences(scorer: Scorer, pieces: Sequence[Piece]) -> list[float]:
    """Return for each piece in order how sure it is, 0 to 1; 0 for what stands alone."""
    margins = _margins(scorer, pieces)
    return [confidence(scorer, piece, m) for piece, m in zip(pieces, margins, strict=True)]


def confidence(scorer: Scorer, piece: Piece, margin: float = _CLEAR) -> float:
    """Return how sure one piece is whose borders win by a margin."""
    if piece[0] == piece[1] or piece[2] == piece[3]:
        return 0.0
    alike = _logistic((scorer.likeness(piece) - _EVEN_LIKENESS) / _LIKENESS_STEP)
    return round(min(alike, _logistic((margin - _EVEN_MARGIN) / _MARGIN_STEP)), 3)


def _margins(scorer: Scorer, pieces: Sequence[Piece]) -> list[float]:
    """Return by how much each piece's borders beat those one sentence away."""
    margins = [_CLEAR] * len(pieces)
    gains = [scorer.gain_of(piece) for piece in pieces]
    for index, (one, two) in enumerate(pairwise(pieces)):
        here = gains[index] + gains[index + 1]
        margin = here - max(_alternatives(scorer, one, two))
        margins[index] = min(margins[index], margin)
        margins[index + 1] = min(margins[index + 1], margin)
    return margins


def _alternatives(scorer: Scorer, one: Piece, two: Piece) -> list[float]:
    """Weigh the two with their border elsewhere; joining them would pair nothing otherwise."""
    gains = [-_CLEAR]
    for zh_shift, en_shift in _SHIFTS:
        i, j = one[1] + zh_shift, one[3] + en_shift
        if one[0] <= i <= two[1] and one[2] <= j <= two[3]:
            left, right = (one[0], i, one[2], j), (i, two[1], j, two[3])
            gains.append(scorer.gain_of(left) + scorer.gain_of(right))
    return gains


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
