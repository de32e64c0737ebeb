"""The best way through both versions in order: which sentences make a bead.

Dynamic programming over the cells (sentences read on each side) of a corridor, backwards from each
cell over the shapes a bead may have. What a bead gains is in `scoring`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from duixian.bilingual.scoring import ALONE, LONGEST_ZH, SHAPES, Piece, Scorer

# For each count of Chinese sentences read: the first and the last count of English ones.
Corridor = Sequence[tuple[int, int]]

_NEVER = float("-inf")
_ALONE_EN = len(SHAPES)
_ALONE_ZH = len(SHAPES) + 1
_MOVES = (*((a, b) for a, b, _ in SHAPES), (0, 1), (1, 0))


@dataclass(slots=True)
class _Row:
    """The best gain up to each cell of a row, and by which move it is reached."""

    low: int
    gains: list[float]
    moves: bytearray

    def gain(self, j: int) -> float:
        index = j - self.low
        return self.gains[index] if 0 <= index < len(self.gains) else _NEVER


def best_path(
    scorer: Scorer, corridor: Corridor, *, first: int = 0, alone: float = ALONE
) -> list[Piece]:
    """Return the pieces of the best way in order; they tile what the corridor covers.

    The corridor begins after ``first`` Chinese sentences, at the lowest cell of its first row, and
    ends at the highest cell of its last. Neighbouring rows must share a cell. ``alone`` is what it
    costs to leave a sentence without a partner.
    """
    start = corridor[0][0]
    recent: deque[_Row] = deque(maxlen=LONGEST_ZH + 1)
    moves: list[tuple[int, bytearray]] = []
    for i, (low, high) in enumerate(corridor, start=first):
        row = _Row(low, [], bytearray(high - low + 1))
        recent.append(row)
        moves.append((low, row.moves))
        _fill(scorer, recent, i, (first, start), high, alone)
    return _walk_back(moves, (first, start), corridor[-1][1])


def _fill(
    scorer: Scorer,
    recent: deque[_Row],
    i: int,
    origin: tuple[int, int],
    high: int,
    alone: float,
) -> None:
    """Fill the last of the recent rows, cell by cell."""
    row = recent[-1]
    above = recent[-2] if len(recent) > 1 else None
    before = list(recent)[-2::-1]
    for j in range(row.low, high + 1):
        if (i, j) == origin:
            row.gains.append(0.0)
            continue
        best, move = row.gain(j - 1) - alone, _ALONE_EN
        if above is not None:
            if (gain := above.gain(j) - alone) > best:
                best, move = gain, _ALONE_ZH
            if i > origin[0] and j > origin[1]:
                best, move = _best_bead(scorer, before, (i, j), origin, best, move)
        row.gains.append(best)
        row.moves[j - row.low] = move


def _best_bead(
    scorer: Scorer,
    before: list[_Row],
    cell: tuple[int, int],
    origin: tuple[int, int],
    best: float,
    move: int,
) -> tuple[float, int]:
    """Return the gain and the move of the best bead that ends at the cell, if it beats both."""
    i, j = cell
    matched = scorer.matched_before(i, j, origin)
    for index, (a, b, _) in enumerate(SHAPES):
        if a > len(before) or b > j - origin[1]:
            continue
        gain = before[a - 1].gain(j - b)
        if gain > _NEVER:
            gain += scorer.gain(index, i, j, *matched)
            if gain > best:
                best, move = gain, index
    return best, move


def _walk_back(
    moves: list[tuple[int, bytearray]], origin: tuple[int, int], end: int
) -> list[Piece]:
    pieces: list[Piece] = []
    i, j = origin[0] + len(moves) - 1, end
    while (i, j) != origin:
        low, row = moves[i - origin[0]]
        a, b = _MOVES[row[j - low]]
        pieces.append((i - a, i, j - b, j))
        i, j = i - a, j - b
    return pieces[::-1]
