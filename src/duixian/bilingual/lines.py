"""An interleaved text: which lines of one language stand beside which of the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from duixian.bilingual.records import Side
from duixian.bilingual.scoring import Piece, Scorer
from duixian.reading.records import Language

_FEWEST_BLOCKS = 4  # fewer: one version stands after the other
_LARGEST_BLOCK = 40  # sentences of a side
_BLOCKS_TRIED = 60  # to learn which language leads

_Run = tuple[Language, int, int]


def interleaved_blocks(scorer: Scorer, zh: Side, en: Side) -> list[Piece] | None:
    """Return the blocks of lines that belong together, or None where lines do not alternate.

    The blocks tile both sides. Which language leads is learnt from which order is more alike.
    """
    runs = _runs(zh, en)
    orders = [_blocks(runs, leader) for leader in Language]
    best = max(orders, key=lambda blocks: _fit(scorer, blocks))
    largest = max((max(i_end - i, j_end - j) for i, i_end, j, j_end in best), default=0)
    return best if len(best) >= _FEWEST_BLOCKS and largest <= _LARGEST_BLOCK else None


def _runs(zh: Side, en: Side) -> list[_Run]:
    """Return the unbroken runs of sentences of one language, as counts from and to."""
    starts = [(each.start, Language.ZH) for each in zh.sentences]
    starts += [(each.start, Language.EN) for each in en.sentences]
    counts = {Language.ZH: 0, Language.EN: 0}
    runs = []
    for language, group in groupby(sorted(starts), key=lambda start: start[1]):
        first = counts[language]
        counts[language] += sum(1 for _ in group)
        runs.append((language, first, counts[language]))
    return runs


def _blocks(runs: Sequence[_Run], leader: Language) -> list[Piece]:
    """Join each run of the leading language with the run that follows it."""
    blocks: list[Piece] = []
    i = j = 0
    for index, (language, _, end) in enumerate(runs):
        i_end, j_end = (end, j) if language is Language.ZH else (i, end)
        if language is not leader and index:
            i, _, j, _ = blocks.pop()
        blocks.append((i, i_end, j, j_end))
        i, j = i_end, j_end
    return blocks


def _fit(scorer: Scorer, blocks: Sequence[Piece]) -> float:
    return sum(scorer.likeness(block) for block in blocks[:_BLOCKS_TRIED] if _is_small(block))


def _is_small(block: Piece) -> bool:
    return block[1] - block[0] <= _LARGEST_BLOCK and block[3] - block[2] <= _LARGEST_BLOCK
