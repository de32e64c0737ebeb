"""Two versions of a report to beads."""

from __future__ import annotations

from duixian.bilingual.features import features_of
from duixian.bilingual.path import Scorer, best_path
from duixian.bilingual.records import Alignment, Bead, Side


def align(zh: Side, en: Side) -> Alignment:
    """Return the beads of two versions; each sentence of both stands in exactly one."""
    features = features_of(zh, en)
    scorer = Scorer(features)
    n, m = len(zh.sentences), len(en.sentences)
    width = max(20, abs(n - m) // 4)
    corridor = []
    for i in range(n + 1):
        middle = round(i * m / n) if n else 0
        corridor.append((max(0, middle - width), min(m, middle + width)))
    if not n:
        corridor = [(0, m)]
    beads = []
    for i, i_end, j, j_end in best_path(scorer, corridor):
        beads.append(Bead(tuple(range(i, i_end)), tuple(range(j, j_end)), 1.0))
    return Alignment(zh, en, tuple(beads))
