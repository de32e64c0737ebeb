"""Two versions of a report to beads."""

from __future__ import annotations

from duixian.bilingual.corridor import find_corridor
from duixian.bilingual.features import features_of
from duixian.bilingual.path import best_path
from duixian.bilingual.records import Alignment, Bead, Side
from duixian.bilingual.scoring import Piece, Scorer


def align(zh: Side, en: Side) -> Alignment:
    """Return the beads of two versions; each sentence of both stands in exactly one."""
    features = features_of(zh, en)
    scorer = Scorer(features, zh, en)
    pieces = best_path(scorer, find_corridor(features))
    return Alignment(zh, en, tuple(_bead(scorer, piece) for piece in pieces))


def _bead(scorer: Scorer, piece: Piece) -> Bead:
    i, i_end, j, j_end = piece
    score = 0.0 if i == i_end or j == j_end else min(1.0, scorer.likeness(piece))
    return Bead(tuple(range(i, i_end)), tuple(range(j, j_end)), score)
