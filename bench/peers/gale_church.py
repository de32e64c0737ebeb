"""NLTK's aligner after Gale and Church: by lengths in characters alone.

Its own constants are for European languages; with them it loses its way at once. Here it is told
how much longer English is than Chinese, and how much more that varies.
"""

from __future__ import annotations

from nltk.translate import gale_church

from bench.peers.aligning import Groups, Pair, run_aligner


def align(pair: Pair) -> Groups:
    """Align two lists of sentences by their lengths."""
    zh, en = ([len(sentence) for sentence in pair[side]] for side in ("zh", "en"))

    class Lengths(gale_church.LanguageIndependent):  # type: ignore[misc]  # NLTK has no types
        AVERAGE_CHARACTERS = sum(en) / max(1, sum(zh))
        VARIANCE_CHARACTERS = 100

    return _joined(gale_church.align_blocks(zh, en, Lengths))


def _joined(links: list[tuple[int, int]]) -> Groups:
    """Join links that share a sentence."""
    groups: Groups = []
    for i, j in sorted(links):
        if groups and (i in groups[-1][0] or j in groups[-1][1]):
            zh, en = groups[-1]
            groups[-1] = (sorted({*zh, i}), sorted({*en, j}))
        else:
            groups.append(([i], [j]))
    return groups


if __name__ == "__main__":
    run_aligner(align)
