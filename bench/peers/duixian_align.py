"""Duixian: reading both versions (structure, sentences, quantities) and aligning them."""

from __future__ import annotations

from bench.peers.aligning import Groups, Pair, run_aligner
from bench.texts import as_document
from duixian.bilingual.align import align_documents


def align(pair: Pair) -> Groups:
    """Align two texts; the dictionary is loaded with the first."""
    alignment = align_documents(
        as_document(pair["zh_text"], name="zh"), as_document(pair["en_text"], name="en")
    )
    return [(list(bead.zh), list(bead.en)) for bead in alignment.beads]


if __name__ == "__main__":
    run_aligner(align)
